//! One question to another site.

use std::time::Duration;

use ureq::{Agent, Error};
use url::Url;

use super::{Answer, Silence};

/// How long a host has to answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// A host that was asked too much says so, and nothing of the page (RFC 6585 §4).
const TOO_MUCH: u16 = 429;

/// Asks for pages, and says honestly who asks.
pub struct Asker(Agent);

impl Asker {
    /// One that sends no more than a name, and keeps no cookie.
    pub fn new() -> Asker {
        let agent = Agent::config_builder()
            .user_agent(concat!("Seutu/", env!("CARGO_PKG_VERSION")))
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build();
        Asker(agent.into())
    }

    /// Asks whether a page is there: for its head, and only where that is refused for the page, of which nothing is read.
    pub fn ask(&self, page: &Url) -> Answer {
        match answer(self.0.head(page.as_str()).call().map(|response| response.status().as_u16())) {
            Answer::There => Answer::There,
            // Asked too much, a host isn't asked once more at once.
            Answer::Silent(Silence::Broken(TOO_MUCH)) => Answer::Silent(Silence::Broken(TOO_MUCH)),
            // Many hosts answer this question wrongly, or not at all.
            Answer::Gone(_) | Answer::Silent(Silence::Broken(_) | Silence::NoConnection) => {
                answer(self.0.get(page.as_str()).call().map(|response| response.status().as_u16()))
            }
            Answer::Silent(silence) => Answer::Silent(silence),
        }
    }
}

/// What a status says (RFC 9110 §15): who is refused isn't told that the page is gone, and who is asked to come back later is
/// told nothing of it.
fn answer(status: Result<u16, Error>) -> Answer {
    match status {
        Ok(status @ (404 | 410)) => Answer::Gone(status),
        Ok(status @ (405 | TOO_MUCH | 500..)) => Answer::Silent(Silence::Broken(status)),
        Ok(_) => Answer::There,
        Err(Error::HostNotFound) => Answer::Silent(Silence::NoHost),
        Err(Error::Timeout(_)) => Answer::Silent(Silence::TooSlow),
        Err(_) => Answer::Silent(Silence::NoConnection),
    }
}
