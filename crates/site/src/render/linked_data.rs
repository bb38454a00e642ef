//! What a page is about, as data in its document (JSON-LD 1.1 §7, in the words of schema.org).
//!
//! Each type of schema.org that is used is a struct of its name. A page says what it is and how one comes to
//! it; front pages say what the site is and who is behind it, and all others call these by their `@id`.
//! Nothing is said that the page doesn't say: an event has no state, and a publisher no address that the site
//! doesn't know.

use anyhow::Context as _;
use page::{Language, Page, PageKind, PageLink};
use serde::Serialize;

use super::shell::Shell;
use compile::{DocumentExtras, about::About};

/// All that a document says of its page.
#[derive(Serialize)]
struct LinkedData<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing<'a>>,
}

/// What stands on the first level.
#[derive(Serialize)]
#[serde(untagged)]
enum Thing<'a> {
    WebSite(WebSite<'a>),
    Organization(GovernmentOrganization<'a>),
    News(NewsArticle<'a>),
    Event(Event<'a>),
    Call(WebPage<'a>),
    Breadcrumb(BreadcrumbList<'a>),
}

/// The site in a language.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct WebSite<'a> {
    #[serde(rename = "@id")]
    id: String,
    url: &'a str,
    name: &'a str,
    description: &'a str,
    in_language: Language,
    publisher: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<SearchAction>,
}

/// Searching the site: where, with what was typed in the place of the braces (schema.org, "Potential
/// Actions").
#[derive(Serialize)]
#[serde(tag = "@type")]
struct SearchAction {
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

/// Where an action begins (RFC 6570).
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct EntryPoint {
    url_template: String,
}

/// Who is behind the site.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct GovernmentOrganization<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<&'a str>,
    /// Which line is the street and which the town, nobody has said; text is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

/// A news item.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct NewsArticle<'a> {
    headline: String,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'a str>,
    in_language: Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    main_entity_of_page: &'a str,
    publisher: GovernmentOrganization<'a>,
}

/// An event.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Event<'a> {
    name: &'a str,
    description: &'a str,
    url: &'a str,
    start_date: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<&'a str>,
    location: Place<'a>,
    organizer: Vec<Organization<'a>>,
}

/// Where an event is.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Place<'a> {
    name: &'a str,
}

/// Who organises an event.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Organization<'a> {
    name: &'a str,
}

/// A call: a page that is "no longer useful" after a moment (schema.org, `expires`), for an audience, where
/// one can apply.
///
/// Schema.org knows no call. This much is true of each, whether one applies for money, for a place in a group
/// or to sell something. A `Grant` has been given and has no last day; a `GovernmentService` is what one may
/// get afterwards, so the `availabilityEnds` of its offer would be another day; `Demand` seeks "goods or
/// services", `JobPosting` workers; `SpecialAnnouncement` is for "an emergency situation", and
/// `applicationDeadline` of an `EducationalOccupationalProgram`.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct WebPage<'a> {
    name: &'a str,
    description: &'a str,
    url: &'a str,
    in_language: Language,
    /// The days on which one can apply (ISO 8601), where the first one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    /// A moment: a day would be taken for its beginning, and the last day counts.
    expires: &'a str,
    audience: Audience<'a>,
    potential_action: ApplyAction,
    publisher: GovernmentOrganization<'a>,
}

/// "The act of registering to an organization/service without the guarantee to receive it".
#[derive(Serialize)]
#[serde(tag = "@type")]
struct ApplyAction {}

/// Who may apply: "the target group associated with a given audience".
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Audience<'a> {
    audience_type: &'a str,
}

/// The way from the front page to the page.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct BreadcrumbList<'a> {
    item_list_element: Vec<ListItem<'a>>,
}

/// A step on the way.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct ListItem<'a> {
    position: usize,
    name: &'a str,
    item: Reference,
}

/// What is said elsewhere, by its address (JSON-LD 1.1 §3.3).
#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

/// The data block of a page's document (HTML §4.12.1), which no browser runs; nothing of a page that says
/// nothing.
///
/// # Errors
/// Data that can't be written as JSON; a fault of Seutu.
pub(super) fn linked_data(page: &Page, beside: DocumentExtras<'_>, shell: &Shell) -> anyhow::Result<String> {
    let graph =
        Addresses::of(page, shell).map(|addresses| graph(page, beside, &addresses)).unwrap_or_default();
    if graph.is_empty() { Ok(String::new()) } else { script(graph) }
}

fn script(graph: Vec<Thing<'_>>) -> anyhow::Result<String> {
    let data = serde_json::to_string(&LinkedData { context: "https://schema.org", graph })
        .context("The data of a page can't be written as JSON; this is a fault of Seutu")?;
    // As in the embedded page: `<` alone could end the element.
    Ok(format!("\n<script type=\"application/ld+json\">{}</script>", data.replace('<', "\\u003c")))
}

/// Whole addresses: who reads the data may have nothing else of the page.
struct Addresses<'a> {
    /// The page's own.
    own: &'a str,
    /// What stands before its path.
    host: &'a str,
    /// The site's first page.
    root: String,
}

impl<'a> Addresses<'a> {
    /// None of a page that search engines aren't told of.
    fn of(page: &'a Page, shell: &Shell) -> Option<Addresses<'a>> {
        let own = page.canonical.as_deref().filter(|_| page.kind != PageKind::Gone)?;
        let host = own.strip_suffix(page.path.as_str())?;
        Some(Addresses { own, host, root: format!("{host}{}", shell.base.prefix("/")) })
    }

    fn publisher(&self) -> String {
        format!("{}#publisher", self.root)
    }
}

fn graph<'a>(page: &'a Page, beside: DocumentExtras<'a>, addresses: &Addresses<'a>) -> Vec<Thing<'a>> {
    let mut graph = match beside.about {
        Some(About::Site { email, phone, address }) => vec![
            Thing::WebSite(web_site(page, addresses)),
            Thing::Organization(GovernmentOrganization {
                url: Some(addresses.root.clone()),
                email: email.as_deref(),
                telephone: phone.as_deref(),
                address: (!address.is_empty()).then(|| address.join(", ")),
                ..publisher(page, addresses)
            }),
        ],
        Some(About::News { published }) => {
            vec![Thing::News(news(page, published.as_deref(), beside, addresses))]
        }
        Some(About::Event { start, end, place, organisers }) => vec![Thing::Event(Event {
            name: &page.title,
            description: &page.description,
            url: addresses.own,
            start_date: start,
            end_date: end.as_deref(),
            location: Place { name: place },
            organizer: organisers.iter().map(|name| Organization { name }).collect(),
        })],
        Some(About::Call { opens, deadline, closes, for_whom }) => vec![Thing::Call(WebPage {
            name: &page.title,
            description: &page.description,
            url: addresses.own,
            temporal_coverage: opens.as_ref().map(|opens| format!("{opens}/{deadline}")),
            expires: closes,
            in_language: page.language,
            audience: Audience { audience_type: for_whom },
            potential_action: ApplyAction {},
            publisher: publisher(page, addresses),
        })],
        None => Vec::new(),
    };
    graph.extend(breadcrumb(&page.breadcrumb, addresses).map(Thing::Breadcrumb));
    graph
}

fn web_site<'a>(page: &'a Page, addresses: &Addresses<'a>) -> WebSite<'a> {
    let search = page.site.search.as_ref().map(|search| SearchAction {
        target: EntryPoint { url_template: format!("{}{search}?q={{search_term_string}}", addresses.host) },
        query_input: "required name=search_term_string",
    });
    WebSite {
        id: format!("{}#website", addresses.own),
        url: addresses.own,
        name: &page.site.name,
        description: &page.description,
        in_language: page.language,
        publisher: Reference { id: addresses.publisher() },
        potential_action: search,
    }
}

/// Who is behind the site, by name alone; a site without a contact is behind itself.
fn publisher<'a>(page: &'a Page, addresses: &Addresses<'_>) -> GovernmentOrganization<'a> {
    let name = page.site.contact.as_ref().map_or(&page.site.name, |contact| &contact.name);
    GovernmentOrganization {
        id: addresses.publisher(),
        name,
        url: None,
        email: None,
        telephone: None,
        address: None,
    }
}

fn news<'a>(
    page: &'a Page,
    published: Option<&'a str>,
    beside: DocumentExtras<'a>,
    addresses: &Addresses<'a>,
) -> NewsArticle<'a> {
    let changed = page.changed.as_ref().map(|date| date.iso.as_str());
    NewsArticle {
        headline: headline(&page.title),
        description: &page.description,
        date_published: published,
        // A text that was written before its day of publication wasn't changed after it.
        date_modified: changed.filter(|changed| published.is_none_or(|published| *changed >= published)),
        in_language: page.language,
        image: beside.picture.map(|picture| picture.address.as_str()),
        main_entity_of_page: addresses.own,
        publisher: publisher(page, addresses),
    }
}

/// More letters of a headline search engines don't show (developers.google.com, "Article structured data").
const LONGEST_HEADLINE: usize = 110;

/// A title, cut between two words where it is too long.
fn headline(title: &str) -> String {
    if title.chars().count() <= LONGEST_HEADLINE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST_HEADLINE - 1).collect();
    let words = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end())
}

/// A page to which no way leads, such as the front page, has none.
fn breadcrumb<'a>(links: &'a [PageLink], addresses: &Addresses<'_>) -> Option<BreadcrumbList<'a>> {
    let items = (1..).zip(links).map(|(position, link)| ListItem {
        position,
        name: &link.name,
        item: Reference { id: format!("{}{}", addresses.host, link.path) },
    });
    (links.len() > 1).then(|| BreadcrumbList { item_list_element: items.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_cut_between_words() {
        assert_eq!(headline("Lyhyt"), "Lyhyt");
        let long = "sana ".repeat(30);
        let cut = headline(long.trim());
        assert!(cut.chars().count() <= LONGEST_HEADLINE && cut.ends_with("sana…"), "{cut}");
        assert_eq!(headline(&"å".repeat(111)), format!("{}…", "å".repeat(109)));
    }

    #[test]
    fn no_text_of_a_page_ends_the_data_block() {
        let names =
            ["</script><script>alert(1)</script>", "\"quoted\" \\ \u{2028}", "👩\u{200d}🚀 <!-- & ]]>"];
        for name in names {
            let items = vec![ListItem { position: 1, name, item: Reference { id: String::new() } }];
            let graph = vec![Thing::Breadcrumb(BreadcrumbList { item_list_element: items })];
            let script = script(graph).unwrap();
            let data = script.strip_prefix("\n<script type=\"application/ld+json\">").unwrap();
            let data = data.strip_suffix("</script>").unwrap();
            assert!(!data.contains('<'), "{data}");
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(data["@graph"][0]["itemListElement"][0]["name"], name);
        }
    }
}
