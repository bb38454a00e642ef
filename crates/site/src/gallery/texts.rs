//! The blocks of a text: each sort of block, and within it each of its variants.

use page::{
    Block, CallState, Fact, Figure, GroupKind, HeadingLevel, Inline, List, ListItem, ListOrder, MapEntry,
    Pager, Table,
};
use views::shown::Portal;

use super::{
    example::{ADDRESS, Example, Section, every, example},
    listings,
    sample::{any_portal, contact_facts, date, href, paragraph, path, text},
};

pub fn sections() -> Vec<Section> {
    let examples = blocks().into_iter().flatten();
    vec![Section { id: "tekstin-osat", title: "Tekstin osat", examples: examples.collect() }]
}

fn blocks() -> Vec<Vec<Example>> {
    let shown = any_portal();
    let one = |name: &str, block: Block| example(name, &[block], &shown);
    every!(Block {
        Heading => vec![example("Väliotsikot", &headings(), &shown)],
        Paragraph => vec![example("Kappaleet", &paragraphs(), &shown).operated()],
        List => lists(&shown),
        Facts => vec![
            one("Tiedot", Block::Facts(contact_facts())),
            one("Tiedot: yksi rivi", Block::Facts(vec![Fact::new("Julkaistu", text("15.6.2026"))])),
        ],
        Group => groups(&shown),
        Table => vec![
            one("Taulukko", Block::Table(table(false))),
            one("Taulukko: ensimmäinen sarake nimeää rivin", Block::Table(table(true))),
        ],
        Figure => vec![
            one("Kuva tekstin kanssa", Block::Figure(figure(text("Järvi iltavalossa. Kuva: Järvilän kunta.")))),
            one("Kuva ilman tekstiä", Block::Figure(figure(Vec::new()))),
        ],
        Code => vec![one("Koodi", code())],
        CallState => call_states(),
        Listing => listings::listings(&shown),
        Pager => vec![
            one("Luettelon osat: ensimmäinen", Block::Pager(pager(1))),
            one("Luettelon osat: keskellä", Block::Pager(pager(2))).operated(),
            one("Luettelon osat: viimeinen", Block::Pager(pager(3))),
        ],
        SiteMap => vec![one("Sivukartta", Block::SiteMap(site_map())).operated()],
    })
}

fn headings() -> Vec<Block> {
    let heading = |level, words: &str| Block::Heading {
        level,
        id: words.to_lowercase().replace(' ', "-"),
        text: words.to_owned(),
    };
    let under =
        || paragraph("Otsikon alla oleva kappale kuuluu otsikkoon, ja väli sen yllä on suurempi kuin alla.");
    let levels = every!(HeadingLevel {
        H2 => heading(HeadingLevel::H2, "Toisen tason otsikko"),
        H3 => heading(HeadingLevel::H3, "Kolmannen tason otsikko"),
        H4 => heading(HeadingLevel::H4, "Neljännen tason otsikko"),
    });
    levels.into_iter().flat_map(|heading| [heading, under()]).collect()
}

fn paragraphs() -> Vec<Block> {
    let long = "Jyväskylän seudulla asuu ihmisiä järvien ja harjujen välissä, ja palvelut ovat heitä varten. Tämä kappale on \
        niin pitkä, että siitä näkee rivin pituuden: hyvällä rivillä on 60–75 merkkiä, jolloin silmä löytää seuraavan \
        rivin alun vaivatta eikä lukija väsy.";
    let inlines = every!(Inline {
        Text => Inline::Text("tavallista tekstiä".to_owned()),
        Strong => Inline::Strong(text("tärkeää")),
        Emphasis => Inline::Emphasis(text("painotettua")),
        Link => Inline::Link { to: href("/"), text: text("linkki etusivulle") },
        Code => Inline::Code("site.json".to_owned()),
        Abbreviation => Inline::Abbreviation("ELY".to_owned(), "elinkeino-, liikenne- ja ympäristökeskus".to_owned()),
        Foreign => Inline::Foreign("sv".to_owned(), text("på svenska")),
        Date => Inline::Date(date("2026-06-15", "15.6.2026")),
        Break => Inline::Break,
    });
    let mut spans = text("Kappaleessa on ");
    for (place, inline) in inlines.into_iter().enumerate() {
        let between = if place == 0 || inline == Inline::Break { "" } else { ", " };
        spans.extend([Inline::Text(between.to_owned()), inline]);
    }
    spans.push(Inline::Text("ja rivinvaihdon jälkeen lause päättyy.".to_owned()));
    let within = vec![
        Inline::Strong(vec![Inline::Link {
            to: href("https://example.org/"),
            text: text("Tärkeä linkki muualle"),
        }]),
        Inline::Text(" ja pitkä yhdyssana: kansainvälistymisrahoitushakemuslomakkeentäyttöohje.".to_owned()),
    ];
    vec![paragraph(long), Block::Paragraph(spans), Block::Paragraph(within)]
}

fn lists(shown: &Portal) -> Vec<Example> {
    let item = |words: &str| ListItem { text: text(words), list: None };
    let items = || {
        vec![
            item("Lue ohje"),
            item("Täytä hakemus ja liitä suunnitelma, jossa on tavoitteet ja kustannukset"),
            item("Lähetä"),
        ]
    };
    let document = |name: &str, size: &str| ListItem {
        text: vec![Inline::Link { to: href("/"), text: text(name) }, Inline::Text(format!(" ({size})"))],
        list: None,
    };
    let list = |name: &str, order, items| example(name, &[Block::List(List { order, items })], shown);
    let nested = ListItem {
        list: Some(List { order: ListOrder::Ordered, items: items() }),
        ..item("Luettelo luettelon sisällä")
    };
    every!(ListOrder {
        Unordered => list("Luettelo", ListOrder::Unordered, [items(), vec![nested]].concat()),
        Ordered => list("Numeroitu luettelo", ListOrder::Ordered, items()),
        Steps => list("Vaiheet", ListOrder::Steps, items()),
        Documents => list(
            "Asiakirjat",
            ListOrder::Documents,
            vec![document("Hakuohje", "PDF, 312 kt"), document("Hakemuslomake", "DOCX, 48 kt")],
        )
        .operated(),
    })
}

fn groups(shown: &Portal) -> Vec<Example> {
    let group = |name: &str, kind, title: &str, blocks: Vec<Block>| {
        let title = if title.is_empty() { Vec::new() } else { text(title) };
        example(name, &[Block::Group { kind, title, blocks }], shown)
    };
    let words =
        || vec![paragraph("Verkosto kokoontuu neljä kertaa vuodessa, ja mukaan pääsee ilmoittautumalla.")];
    let kinds = every!(GroupKind {
        Quote => vec![
            group("Lainaus", GroupKind::Quote, "Maija Järvinen, verkoston jäsen", words()),
            group("Lainaus ilman nimeä", GroupKind::Quote, "", words()),
        ],
        Info => vec![
            group("Huomautus", GroupKind::Info, "Hyvä tietää", words()),
            group("Huomautus ilman otsikkoa", GroupKind::Info, "", words()),
        ],
        Warning => vec![group("Varoitus", GroupKind::Warning, "Hakuaika on muuttunut", words())],
        Details => {
            let closed = group("Avattava, kiinni", GroupKind::Details, "Kuka voi osallistua?", words());
            let mut opened = group("Avattava, auki", GroupKind::Details, "Kuka voi osallistua?", words());
            opened.shown = opened.shown.into_iter().map(|details| details.attr("open", "")).collect();
            vec![closed.operated(), opened]
        },
        Contact => vec![
            group("Yhteystieto", GroupKind::Contact, "Järvilän kunta", vec![Block::Facts(contact_facts())]).operated(),
        ],
    });
    kinds.into_iter().flatten().collect()
}

fn table(header_column: bool) -> Table {
    let row = |cells: [&str; 4]| cells.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    Table {
        caption: "Verkostojen kokoukset vuonna 2026".to_owned(),
        header: row(["Verkosto", "Kokouksia", "Jäseniä", "Vetäjä"]),
        rows: vec![
            row(["Koulutus", "4", "27", "Järvilän kunta"]),
            row(["Luonto ja retkeily", "2", "112", "Suurjärven kaupunki"]),
        ],
        header_column,
    }
}

fn figure(caption: Vec<Inline>) -> Figure {
    Figure {
        source: format!("{ADDRESS}jarvi.svg"),
        smaller: None,
        width: 960,
        height: 400,
        alternative: "Järvi ja kaksi harjua".to_owned(),
        caption,
    }
}

fn code() -> Block {
    let text = "cargo xtask serve\nseutu build --shell target/shell --content public/content --out dist --timings --language fi";
    Block::Code { text: text.to_owned(), language: Some("sh".to_owned()) }
}

/// A call by the clock of the gallery. Its views know the states by the moments alone.
fn call_states() -> Vec<Example> {
    let call = |opens: &str, last_week: &str, closes: &str| {
        Block::CallState(CallState {
            opens: Some(opens.to_owned()),
            last_week: last_week.to_owned(),
            closes: closes.to_owned(),
        })
    };
    let (before, after) = ("2026-06-01T00:00:00Z", "2026-06-20T00:00:00Z");
    let open = || call(before, after, "2026-06-27T00:00:00Z");
    let shown = any_portal();
    let unknown = Portal { now: None, ..any_portal() };
    vec![
        example("Haku: kello ei vielä tiedossa", &[open()], &unknown),
        example("Haku: ei vielä alkanut", &[call(after, after, "2026-06-27T00:00:00Z")], &shown),
        example("Haku: auki", &[open()], &shown),
        example("Haku: viimeinen viikko", &[call(before, before, after)], &shown),
        example("Haku: päättynyt", &[call(before, before, before)], &shown),
    ]
}

fn pager(current: u32) -> Pager {
    let part = || Some(path(ADDRESS));
    let (first, last) = (1, 3);
    Pager {
        current,
        last,
        previous: part().filter(|_| current > first),
        next: part().filter(|_| current < last),
    }
}

fn site_map() -> Vec<MapEntry> {
    let entry = |title: &str, children| MapEntry { title: title.to_owned(), path: path(ADDRESS), children };
    let theme =
        entry("Koulutusyhteistyö", vec![entry("Materiaalit", Vec::new()), entry("Jäsenet", Vec::new())]);
    vec![entry("Hankkeet", vec![theme, entry("Haut", Vec::new())]), entry("Ajankohtaista", Vec::new())]
}
