//! The command `seutu`: what a person asks of the publisher, and how they are answered.
//!
//! [`cli`] reads the command line and runs a command; [`new`] gives an editor a file to begin with; [`serve`] shows content while it
//! is edited; [`preview`] shows a finished site as its host will; [`locale`] finds the language in which the person is answered.
//! What the commands do stands in the crates: `content`, `compile`, `site`, `inspect`, `import`.

pub mod cli;
pub mod locale;
pub mod new;
pub mod preview;
pub mod serve;
