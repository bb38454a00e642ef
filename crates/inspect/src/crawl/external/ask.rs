//! One question to another site.

use std::time::Duration;

use ureq::{
    Agent, Error,
    http::{Response, header::LOCATION},
    unversioned::transport::DefaultConnector,
};
use url::Url;

use super::{
    public::{NotPublic, PublicResolver, may_be_public},
    question::{Answer, Question, Reach},
};
use crate::crawl::finding::Silence;

/// How long a host has to answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// A host that was asked too much says so, and nothing of the page (RFC 6585 §4).
const TOO_MUCH: u16 = 429;

/// Asks for pages, and says honestly who asks.
pub struct Asker {
    /// Asks any host.
    any: Agent,
    /// Asks none but those of the public internet.
    public: Agent,
}

impl Asker {
    /// One that sends no more than a name, and keeps no cookie. It follows no answer that leads on: where
    /// that leads, somebody else has to say whether it may be asked, and when.
    pub fn new() -> Asker {
        let config = Agent::config_builder()
            .user_agent(concat!("Seutu/", env!("CARGO_PKG_VERSION")))
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        let public = Agent::with_parts(config.clone(), DefaultConnector::default(), PublicResolver);
        Asker { any: config.into(), public }
    }

    /// Asks whether a page is there: for its head, and only where that is refused for the page, of which
    /// nothing is read.
    pub fn ask(&self, question: &Question) -> Answer {
        let Question { page, reach } = question;
        if *reach == Reach::Public && !may_be_public(page) {
            return Answer::Silent(Silence::NotPublic);
        }
        let agent = match reach {
            Reach::Any => &self.any,
            Reach::Public => &self.public,
        };
        match answer(page, agent.head(page.as_str()).call()) {
            // Asked too much, a host isn't asked once more at once.
            Answer::Silent(Silence::Broken(TOO_MUCH)) => Answer::Silent(Silence::Broken(TOO_MUCH)),
            // Many hosts answer this question wrongly, or not at all.
            Answer::Gone(_) | Answer::Silent(Silence::Broken(_) | Silence::NoConnection) => {
                answer(page, agent.get(page.as_str()).call())
            }
            answer => answer,
        }
    }
}

/// What a status says (RFC 9110 §15): who is refused isn't told that the page is gone, and who is asked to
/// come back later is told nothing of it.
fn answer<B>(page: &Url, response: Result<Response<B>, Error>) -> Answer {
    match response.map(|response| (response.status().as_u16(), leads_on(page, &response))) {
        Ok((301 | 302 | 303 | 307 | 308, Some(to))) => Answer::LeadsOn(to),
        Ok((status @ (404 | 410), _)) => Answer::Gone(status),
        Ok((status @ (405 | TOO_MUCH | 500..), _)) => Answer::Silent(Silence::Broken(status)),
        Ok(_) => Answer::There,
        Err(Error::HostNotFound) => Answer::Silent(Silence::NoHost),
        Err(Error::Timeout(_)) => Answer::Silent(Silence::TooSlow),
        Err(Error::Other(reason)) if reason.is::<NotPublic>() => Answer::Silent(Silence::NotPublic),
        Err(_) => Answer::Silent(Silence::NoConnection),
    }
}

/// The page to which an answer leads on, if it is one of the web (RFC 9110 §10.2.2).
fn leads_on<B>(page: &Url, response: &Response<B>) -> Option<Url> {
    let to = response.headers().get(LOCATION)?.to_str().ok()?;
    let mut to = page.join(to).ok().filter(|to| matches!(to.scheme(), "http" | "https"))?;
    to.set_fragment(None);
    Some(to)
}
