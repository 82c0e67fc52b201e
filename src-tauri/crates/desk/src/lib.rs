//! One function per thing a person can do; DTOs, jobs, ports.
