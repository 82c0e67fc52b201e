/**
 * Composition with an input method. Every handler of Enter, Escape or a shortcut asks here first.
 *
 * WebKit sends the Enter that confirms a composition *after* `compositionend`, with `isComposing` false and key code 229;
 * so both marks are looked at.
 */
type KeyLike = { isComposing?: boolean; keyCode?: number; nativeEvent?: KeyLike };

/** Whether this key belongs to the input method and not to the page. */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event;
  return native.isComposing === true || native.keyCode === 229;
}

/**
 * Keeps composing keys from every other listener, also from those of libraries. The input method itself is not disturbed:
 * only the late confirming Enter loses its default action, which would send a form.
 */
export function guardComposition(target: Window): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!isComposing(event)) return;
    if (!event.isComposing && event.key === 'Enter') event.preventDefault();
    event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', onKey, true);
  return () => {
    target.removeEventListener('keydown', onKey, true);
  };
}
