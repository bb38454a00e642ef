//! What search shows. Its module builds that in the browser alone, so here stand the same sorts of elements,
//! which the browser test of the gallery holds against those of a real search page.

use page::PageKind;
use views::{
    gallery,
    markup::{Element, el},
};

use super::{
    example::{ADDRESS, Example, Room, Section},
    sample::{self, portal},
};

pub fn sections() -> Vec<Section> {
    let found = |name: &str, shown: Vec<Element>| {
        Example::new(name, Room::Text, [el("div").class("search-live").children(shown)])
    };
    let examples = vec![
        page("Hakusivu: ei vielä hakua"),
        found("Tuloksia, useita lajeja ja osioita", many()).operated(),
        found("Sanoja ei ole samalla sivulla", apart()),
        found("Ei tuloksia, ehkä kirjoitusvirhe", misspelled()).operated(),
        found("Ei tuloksia", vec![count("Ei tuloksia haulle ”zzz”"), el("p").text(ADVICE)]),
        found("Haku ei onnistunut", vec![failure()]).operated(),
    ];
    vec![Section { id: "haku", title: "Haku", examples }]
}

const ADVICE: &str = "Kokeile toista sanaa tai vain sanan alkua.";

/// The field as it stands above everything that is found.
fn page(name: &str) -> Example {
    let page = sample::page(PageKind::Search, "Haku", Vec::new());
    let shown = portal(page.clone());
    Example::new(name, Room::Edges, [gallery::article(&page, &shown)]).operated()
}

fn many() -> Vec<Element> {
    let results = [
        result(
            "Koulutusyhteistyön teemaverkosto",
            "Sivu · Etusivu : hankkeet",
            ["Verkosto kehittää seudun ", "koulutusta", " yhdessä."],
        ),
        result(
            "Verkosto sai uuden vetäjän",
            "Uutinen · Julkaistu 15.6.2026 · Etusivu : ajankohtaista",
            ["Uusi vetäjä kertoo, miten ", "koulutusyhteistyö", " jatkuu ja miten mukaan pääsee."],
        ),
    ];
    vec![
        count("12 tulosta haulle ”koulutus”"),
        el("p").class("visually-hidden").attr("role", "status"),
        el("div").class("search-choices").children([
            choice("Sivun laji", "kind", &["Kaikki (12)", "Sivu (9)", "Uutinen (3)"]),
            choice("Osio", "section", &["Kaikki (12)", "Hankkeet (8)", "Ajankohtaista (4)"]),
        ]),
        list(results.into()),
        el("button").class("search-button search-more").attr("type", "button").text("Näytä lisää tuloksia"),
        others(),
    ]
}

fn apart() -> Vec<Element> {
    let only =
        result("Rantapäivä", "Tapahtuma · Aika 20.6.2026 · Etusivu", ["Päivä ", "rannalla", " kaikille."]);
    vec![
        count("1 tulos haulle ”ranta syksyllä”"),
        el("p").text("Kaikki hakusanat eivät ole samalla sivulla. Näillä sivuilla on niistä useimmat."),
        list(vec![only]),
    ]
}

fn misspelled() -> Vec<Element> {
    let meant = el("a").attr("href", "?q=seminaari").text("seminaari");
    vec![
        count("Ei tuloksia haulle ”semnaari”"),
        el("p").class("search-suggestion").text("Tarkoititko ").child(meant).text("?"),
        el("p").text(ADVICE),
        others(),
    ]
}

fn count(words: &str) -> Element {
    el("p").class("search-count").text(words.to_owned())
}

fn choice(label: &'static str, name: &'static str, options: &[&str]) -> Element {
    let options = options.iter().map(|option| el("option").text((*option).to_owned()));
    el("label").text(label).text(" ").child(el("select").attr("name", name).children(options))
}

fn list(results: Vec<Element>) -> Element {
    el("ol").class("listing listing-news search-results").children(results)
}

fn result(title: &str, about: &str, [before, found, behind]: [&str; 3]) -> Element {
    let excerpt = el("span").text(before.to_owned());
    let excerpt = excerpt.child(el("mark").text(found.to_owned())).text(behind.to_owned());
    el("li")
        .child(el("a").class("listing-link").attr("href", ADDRESS).text(title.to_owned()))
        .child(el("p").class("listing-date").text(about.to_owned()))
        .child(el("p").class("listing-summary").child(excerpt))
}

fn others() -> Element {
    let links = [("sv", "Svenska"), ("en", "English")].map(|(tag, name)| {
        let address = format!("/{tag}/?q=koulutus");
        el("a").attr("lang", tag).attr("hreflang", tag).attr("href", address).text(name)
    });
    let said = el("p").class("search-languages").text("Hae samaa muilla kielillä:");
    links.into_iter().fold(said, |said, link| said.text(" ").child(link))
}

fn failure() -> Element {
    let again =
        el("button").class("search-button search-again").attr("type", "button").text("Yritä uudelleen");
    el("div")
        .class("search-failure")
        .child(el("p").text("Haku ei onnistunut, koska hakemistoa ei saatu ladattua. Yritä uudelleen. Jos se ei auta, tarkista verkkoyhteytesi."))
        .child(again)
}
