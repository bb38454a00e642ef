//! Reloads open pages. Every HTML answer carries the edition it belongs to; a page that hears of
//! another one loads itself again.
//!
//! The edition also changes when the server starts again, so a page that reconnects after
//! a restart is brought up to date, and no change is missed between a page's answer and its
//! connection.

use std::{
    convert::Infallible,
    fmt,
    time::{SystemTime, UNIX_EPOCH},
};

use axum::{
    http::header,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use tokio::sync::watch::{self, Receiver, Sender};

/// Which start of the server, and which publication since then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    start: u64,
    publication: u32,
}

impl Edition {
    /// The next publication of the same server.
    pub fn advance(&mut self) {
        self.publication += 1;
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.start, self.publication)
    }
}

/// The channel that knows the current edition.
pub fn editions() -> Sender<Edition> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let start = u64::try_from(now.as_millis()).unwrap_or_default();
    watch::channel(Edition { start, publication: 0 }).0
}

/// `/__seutu/changes`: the current edition at once, and every later one.
pub fn changes(mut editions: Receiver<Edition>) -> impl IntoResponse {
    // A new subscription counts the current value as seen: make it the first event.
    editions.mark_changed();
    let events = stream::unfold(editions, async |mut editions| {
        editions.changed().await.ok()?;
        let edition = editions.borrow_and_update().to_string();
        Some((Ok::<_, Infallible>(Event::default().data(edition)), editions))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// `/__seutu/reload.js`.
pub async fn script() -> impl IntoResponse {
    const SCRIPT: &str = r#"const edition = document.currentScript.dataset.edition;
new EventSource("/__seutu/changes").onmessage = (event) => {
  if (event.data !== edition) location.reload();
};
"#;
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-cache")], SCRIPT)
}

/// Puts the script before `</head>`; a document without one stays as it is.
///
/// An external script, because the portal's policy allows no inline one.
pub fn inject(html: &[u8], edition: Edition) -> Vec<u8> {
    let tag = format!(r#"<script src="/__seutu/reload.js" data-edition="{edition}" defer></script>"#);
    let end = html.windows(7).position(|bytes| bytes.eq_ignore_ascii_case(b"</head>"));
    let (head, rest) = html.split_at(end.unwrap_or(html.len()));
    let tag = if end.is_some() { tag.as_bytes() } else { &[] };
    [head, tag, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDITION: Edition = Edition { start: 0xab, publication: 2 };

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let html = inject(b"<head><title>\xc3\xa4</title></HEAD><body></head>", EDITION);
        assert_eq!(
            String::from_utf8(html).unwrap(),
            "<head><title>ä</title><script src=\"/__seutu/reload.js\" data-edition=\"ab-2\" defer></script></HEAD><body></head>"
        );
    }

    #[test]
    fn a_document_without_a_head_stays_as_it_is() {
        assert_eq!(inject(b"<p>text", EDITION), b"<p>text");
    }
}
