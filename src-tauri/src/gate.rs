//! The door to the data folder: who comes while it is being opened waits, who is inside is waited for at the end.
//!
//! Knows nothing of what stands behind it.

use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

enum Slot<T, E> {
    Opening,
    Open(Arc<T>),
    Refused(Arc<E>),
    Closed,
}

struct State<T, E> {
    slot: Slot<T, E>,
    inside: usize,
}

/// A thing that is opened in the background, used by many and closed once.
pub(crate) struct Gate<T, E> {
    state: Mutex<State<T, E>>,
    changed: Condvar,
}

/// Why nobody can enter.
#[derive(Debug)]
pub(crate) enum Shut<E> {
    /// Opening failed for this reason.
    Refused(Arc<E>),
    /// It was closed for good.
    Closed,
}

/// The use of the thing; closing waits until it is dropped.
pub(crate) struct Inside<'a, T, E> {
    // Dropped in this order: whoever waits for an empty room finds the last share of the thing gone.
    thing: Arc<T>,
    _leaving: Leaving<'a, T, E>,
}

struct Leaving<'a, T, E>(&'a Gate<T, E>);

impl<T, E> Gate<T, E> {
    /// Whoever enters waits until [`Gate::opened`] is called.
    pub(crate) fn new() -> Self {
        Self { state: Mutex::new(State { slot: Slot::Opening, inside: 0 }), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State<T, E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets those in who wait, or tells them why not. After closing it only drops the thing.
    pub(crate) fn opened(&self, outcome: Result<T, E>) {
        let mut state = self.lock();
        if matches!(state.slot, Slot::Opening) {
            state.slot = match outcome {
                Ok(thing) => Slot::Open(Arc::new(thing)),
                Err(error) => Slot::Refused(Arc::new(error)),
            };
        }
        drop(state);
        self.changed.notify_all();
    }

    /// After a refusal: the caller is to try again and call [`Gate::opened`]. False when there is nothing to try.
    pub(crate) fn may_retry(&self) -> bool {
        let mut state = self.lock();
        let refused = matches!(state.slot, Slot::Refused(_));
        if refused {
            state.slot = Slot::Opening;
        }
        refused
    }

    /// Enters; waits while it is being opened.
    pub(crate) fn enter(&self) -> Result<Inside<'_, T, E>, Shut<E>> {
        let mut state = self.lock();
        loop {
            match &state.slot {
                Slot::Opening => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Slot::Open(thing) => {
                    let thing = Arc::clone(thing);
                    state.inside += 1;
                    return Ok(Inside { thing, _leaving: Leaving(self) });
                }
                Slot::Refused(error) => return Err(Shut::Refused(Arc::clone(error))),
                Slot::Closed => return Err(Shut::Closed),
            }
        }
    }

    /// The use of the thing if it is open at this moment; never waits.
    pub(crate) fn if_open(&self) -> Option<Inside<'_, T, E>> {
        let mut state = self.lock();
        let Slot::Open(thing) = &state.slot else { return None };
        let thing = Arc::clone(thing);
        state.inside += 1;
        Some(Inside { thing, _leaving: Leaving(self) })
    }

    /// Closes for good: nobody enters any more, and the thing is dropped once all have left. False when some were still
    /// inside after `patience`; then the last of them drops it.
    pub(crate) fn close(&self, patience: Duration) -> bool {
        let mut state = self.lock();
        let thing = std::mem::replace(&mut state.slot, Slot::Closed);
        self.changed.notify_all();
        let waited = self.changed.wait_timeout_while(state, patience, |state| state.inside > 0);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let alone = state.inside == 0;
        drop(state);
        drop(thing);
        alone
    }
}

impl<T, E> Deref for Inside<'_, T, E> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.thing
    }
}

impl<T, E> Drop for Leaving<'_, T, E> {
    fn drop(&mut self) {
        self.0.lock().inside -= 1;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;
    use std::thread;

    /// Counts how often it was dropped.
    struct Thing(Arc<AtomicUsize>);
    impl Drop for Thing {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn whoever_comes_early_waits_and_gets_in() {
        let gate: Gate<u8, ()> = Gate::new();
        thread::scope(|scope| {
            let early = scope.spawn(|| *gate.enter().unwrap());
            gate.opened(Ok(7));
            assert_eq!(early.join().unwrap(), 7);
        });
        assert_eq!(gate.if_open().map(|inside| *inside), Some(7));
    }

    #[test]
    fn a_refusal_reaches_everybody_until_a_retry_succeeds() {
        let gate: Gate<u8, &str> = Gate::new();
        assert!(!gate.may_retry(), "it is still being opened for the first time");
        gate.opened(Err("in use"));
        for _ in 0..2 {
            assert!(matches!(gate.enter(), Err(Shut::Refused(reason)) if *reason == "in use"));
        }
        assert!(gate.if_open().is_none());
        assert!(gate.may_retry());
        assert!(!gate.may_retry(), "one retry at a time");
        gate.opened(Ok(1));
        assert!(gate.enter().is_ok());
    }

    #[test]
    fn closing_waits_for_those_inside_and_then_drops_the_thing() {
        let dropped = Arc::new(AtomicUsize::new(0));
        let gate: Gate<Thing, ()> = Gate::new();
        gate.opened(Ok(Thing(Arc::clone(&dropped))));
        let (entered, has_entered) = mpsc::channel();
        let (leave, may_leave) = mpsc::channel::<()>();
        thread::scope(|scope| {
            let gate = &gate;
            scope.spawn(move || {
                let inside = gate.enter().unwrap();
                entered.send(()).unwrap();
                may_leave.recv().unwrap();
                drop(inside);
            });
            has_entered.recv().unwrap();
            assert!(!gate.close(Duration::ZERO), "somebody is inside");
            assert_eq!(dropped.load(Ordering::SeqCst), 0, "whoever is inside keeps the thing");
            assert!(matches!(gate.enter(), Err(Shut::Closed)));
            leave.send(()).unwrap();
            assert!(gate.close(Duration::from_secs(60)));
        });
        assert_eq!(dropped.load(Ordering::SeqCst), 1);
        gate.opened(Ok(Thing(Arc::clone(&dropped))));
        assert_eq!(dropped.load(Ordering::SeqCst), 2, "what comes after closing is let go at once");
    }
}
