//! What a page is about, for programs: dates to reckon with, names by themselves.
//!
//! The page model says the same to people, in facts and sentences; `site::render::linked_data` says it as
//! data.

use page::Inline;

use super::{context::Context, dates, markdown::inlines};
use content::{
    fault::Faults,
    source::{KindSource, Located, SiteSource},
};

/// What a page is about; days are as "2006-12-08", moments as "2006-11-30T09:00:00+02:00" (ISO 8601).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A front page: the site, and who is behind it.
    Site {
        /// The e-mail address.
        email: Option<String>,
        /// The telephone number.
        phone: Option<String>,
        /// The postal address, line by line.
        address: Vec<String>,
    },
    /// A news item.
    News {
        /// The day of its publication.
        published: Option<String>,
    },
    /// An event.
    Event {
        /// The first day, or the moment of its beginning.
        start: String,
        /// The last day, or the moment of its end.
        end: Option<String>,
        /// Where it is.
        place: String,
        /// Who organises it.
        organisers: Vec<String>,
    },
    /// A call with a deadline.
    Call {
        /// The first day.
        opens: Option<String>,
        /// The last day.
        deadline: String,
        /// The moment at which that day is over.
        closes: String,
        /// Who may apply.
        for_whom: String,
    },
}

/// What the context's page is about; none of a page that is only itself, or whose dates can't be read.
pub(super) fn about(context: Context<'_>, site: &SiteSource) -> Option<About> {
    let iso = |date: &Option<Located<String>>| date.as_ref().and_then(|date| dates::iso(&date.value));
    let texts = |texts: &[Located<String>]| texts.iter().map(|text| text.value.clone()).collect();
    Some(match &context.file.source.kind {
        KindSource::Front => {
            let contact = site.contact.as_ref();
            let text = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
            About::Site {
                email: contact.and_then(|contact| text(&contact.email)),
                phone: contact.and_then(|contact| text(&contact.phone)),
                address: contact.map(|contact| texts(&contact.address)).unwrap_or_default(),
            }
        }
        KindSource::News(news) => About::News { published: iso(&news.published) },
        KindSource::Event(event) => About::Event {
            start: dates::iso(&event.start.value)?,
            end: iso(&event.end),
            place: event.place.value.clone(),
            organisers: texts(&event.organisers.value),
        },
        KindSource::Call(call) => {
            // What is wrong with it was said when its fact was made.
            let for_whom =
                inlines(Context::of(context.site, context.file), &call.for_whom, &mut Faults::default());
            About::Call {
                opens: iso(&call.opens),
                deadline: dates::iso(&call.deadline.value)?,
                closes: dates::iso_end(&call.deadline.value)?,
                for_whom: Inline::plain_text(&for_whom),
            }
        }
        KindSource::Section
        | KindSource::Page
        | KindSource::Materials(_)
        | KindSource::Contact(_)
        | KindSource::AccessibilityStatement(_)
        | KindSource::Privacy(_)
        | KindSource::SiteMap
        | KindSource::Search
        | KindSource::Gone(_)
        | KindSource::NotFound => return None,
    })
}
