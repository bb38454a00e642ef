//! "Kuuntele": the page read aloud by the browser's own speech, sentence by sentence, the sentence marked.
//!
//! [`Listening`](views::shown::listening::Listening) is what the views show. `passages` takes the sentences
//! from the article, `speech` speaks them one after the other, `highlight` marks the one that is heard.
//! Nothing leaves the device: only voices that work on it are used.

mod highlight;
mod passages;
mod speech;

pub(crate) use speech::{change_rate, follow_voices, offer, start_or_pause, stop};
