//! The small site that fuzzing and the tests of properties share.

pub mod in_memory;
