//! What the binary `seutu` understands: its [`arguments`] with their [`help`], and what it does with them
//! ([`run`](run())).

mod arguments;
mod help;
mod run;

pub use run::run;
