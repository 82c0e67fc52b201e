//! One function per thing a person can do.
pub mod dto;
