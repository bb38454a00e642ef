//! Code shared by several test files: cases made by chance, a validator, and sites published once for all,
//! changed for one test, written for one, or broken.

pub mod cases;
pub mod changed;
pub mod crawled;
pub mod everything;
pub mod folder;
pub mod generated;
pub mod pdf;
pub mod small;
pub mod validator;
