//! The program `seutu`: its command line and its servers.
//!
//! [`cli`] reads the command line and runs a command; [`new`] writes a valid file for an editor to begin
//! with; [`serve`] publishes content at each change; [`preview`] serves a finished site as its host will;
//! [`locale`] finds the language of the answers,
//! and [`output`] writes them. The work of the commands is done by the crates `content`,
//! `compile`, `site`, `inspect` and `import`.

// These panic where nothing can be written: see `output`.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod cli;
pub mod locale;
pub mod new;
mod output;
pub mod preview;
pub mod serve;
pub mod words;
