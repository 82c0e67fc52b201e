//! Linux: limits, no new rights, Landlock and seccomp.

use super::{Bonds, limits};
use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};
use std::collections::BTreeMap;

pub(super) fn tie(answers: i32, calls: bool) -> Bonds {
    // Keeps other programs of the same person from reading this one's memory, and memory from being written out.
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    let limits = limits::set();
    let no_new_rights = rustix::thread::set_no_new_privs(true).is_ok();
    let (files, network) = shut_files_and_network();
    let calls = calls && no_new_rights && let_through_few_calls(answers).is_some();
    Bonds { limits, no_new_rights, files, network, calls }
}

/// No path may be opened, made, changed or removed, and no port bound or connected to; signals and nameless sockets of
/// others are out of reach. Rules are asked for one kind after the other, because an older system knows the first only.
fn shut_files_and_network() -> (bool, bool) {
    let files = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self);
    let network = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessNet::from_all(ABI::V4))
        .and_then(|rules| rules.scope(Scope::from_all(ABI::V6)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self);
    let held = |status: Result<landlock::RestrictionStatus, _>| {
        status.is_ok_and(|s: landlock::RestrictionStatus| s.ruleset != RulesetStatus::NotEnforced)
    };
    (held(files), held(network))
}

/// Everything else answers "no such call", which libraries take as a reason to do without. This holds for every thread,
/// also for those that a library started before `main`; Landlock holds for this thread and its children only.
fn let_through_few_calls(answers: i32) -> Option<()> {
    let arch = std::env::consts::ARCH.try_into().ok()?;
    let no_such_call = SeccompAction::Errno(libc::ENOSYS.cast_unsigned());
    let filter = SeccompFilter::new(rules(answers)?, no_such_call, SeccompAction::Allow, arch).ok()?;
    let program: BpfProgram = filter.try_into().ok()?;
    seccompiler::apply_filter_all_threads(&program).ok()
}

fn rules(answers: i32) -> Option<BTreeMap<i64, Vec<SeccompRule>>> {
    // The line, and the file that was handed over.
    let take_in = [
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_pread64,
        libc::SYS_lseek,
        libc::SYS_recvfrom,
        libc::SYS_recvmsg,
        libc::SYS_fstat,
        libc::SYS_newfstatat,
        libc::SYS_close,
    ];
    // Memory, threads, time, the end.
    let live = [
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_set_robust_list,
        libc::SYS_rseq,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_tgkill,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_nanosleep,
        libc::SYS_restart_syscall,
        libc::SYS_getrandom,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        take_in.into_iter().chain(live).map(|call| (call, Vec::new())).collect();
    // Numbers are compared in the half that the system looks at; what stands in the other is chance.
    let only_if = |argument: u8, compare: SeccompCmpOp, value: u64| {
        let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, compare, value).ok()?;
        Some(vec![SeccompRule::new(vec![condition]).ok()?])
    };
    let flag = |bits: libc::c_int| u64::from(bits.cast_unsigned());
    // Threads, but no processes. The newer call cannot be looked into and is missing, so the older one is used.
    let thread = flag(libc::CLONE_THREAD);
    rules.insert(libc::SYS_clone, only_if(0, SeccompCmpOp::MaskedEq(thread), thread)?);
    // Memory that can be written, but none that can be run.
    let run = flag(libc::PROT_EXEC);
    rules.insert(libc::SYS_mmap, only_if(2, SeccompCmpOp::MaskedEq(run), 0)?);
    rules.insert(libc::SYS_mprotect, only_if(2, SeccompCmpOp::MaskedEq(run), 0)?);
    // Naming a thread.
    rules.insert(libc::SYS_prctl, only_if(0, SeccompCmpOp::Eq, flag(libc::PR_SET_NAME))?);
    // Asking for limits, not setting them: the place to read new ones from, all of its address, is nowhere.
    let nowhere = SeccompCondition::new(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0).ok()?;
    rules.insert(libc::SYS_prlimit64, vec![SeccompRule::new(vec![nowhere]).ok()?]);
    // Answering, and writing to nothing else: whatever was left open by whoever started the program stays as it is.
    let line = u64::from(answers.cast_unsigned());
    for call in [libc::SYS_write, libc::SYS_writev, libc::SYS_sendto, libc::SYS_sendmsg] {
        rules.insert(call, only_if(0, SeccompCmpOp::Eq, line)?);
    }
    Some(rules)
}
