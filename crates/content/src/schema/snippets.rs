//! Snippets: what a text editor writes when a page, a kind or a block is chosen, with places to fill in.
//!
//! `${1:words}` is a place with words to write over, `${1|a,b|}` a choice, and `^` in front of either means
//! that it isn't a text. The descriptions are those of the types.

use serde_json::{Value, json};

/// Adds the snippets of a page's file: whole pages, kinds, blocks, and what lists in them hold.
pub(super) fn add_to_page(schema: &mut Value) {
    let pages: Vec<Value> = kinds()
        .into_iter()
        .map(|(name, kind)| {
            let about = variant(schema, "KindSource", name);
            snippet(&format!("A new page: {name}"), about, page(name, kind))
        })
        .collect();
    schema["defaultSnippets"] = pages.into();
    // A kind that holds nothing is offered as it is: its name is all that there is to write.
    let with_fields = kinds().into_iter().filter(|(_, kind)| kind.is_object()).collect();
    add_to_variants(schema, "KindSource", with_fields);
    add_to_variants(schema, "BlockSource", blocks());
    let nested = json!({ "text": "${1:Aineistot}", "items": ["${2:Esitykset}"] });
    for (definition, body) in [
        ("NestedItemSource", nested),
        ("FactSource", fact()),
        ("DocumentSource", document()),
        ("CardSource", card()),
        ("ProgrammeItemSource", programme_item()),
        ("ShortcomingSource", shortcoming()),
        ("CollectedSource", collected()),
    ] {
        add_to_definition(schema, definition, body);
    }
}

/// Adds the snippets of the site's own file: the whole file, and what can be added to it.
pub(super) fn add_to_site(schema: &mut Value) {
    let site = json!({
        "$schema": format!("schema/{}", super::names::SITE),
        "name": "${1:Jyväskylän seutu}",
        "slogan": "${2:ihmistä varten}",
        "address": "https://${3:www.example.fi}",
        "languages": ["${4|fi,sv,en|}"],
        "menu": ["${5:/hankkeet/}"],
        "footer": ["${6:/saavutettavuusseloste/}"],
    });
    let about = schema["description"].clone();
    schema["defaultSnippets"] = json!([snippet("A new site", about, site)]);
    let redirect = json!({ "from": "${1:/vanha/}", "to": "${2:/hankkeet/}" });
    let notice = json!({
        "text": { "fi": "${1:Sivustoa huolletaan lauantaina.}" },
        "start": "${2:2027-05-07}",
        "end": "${3:2027-05-08T18:00}",
    });
    let picture = json!({ "image": "${1:/kuvat/seutu.jpg}", "alt": { "fi": "${2:Mitä kuvassa näkyy}" } });
    for (definition, body) in
        [("RedirectSource", redirect), ("SiteNoticeSource", notice), ("SharingPictureSource", picture)]
    {
        add_to_definition(schema, definition, body);
    }
}

fn snippet(label: &str, description: Value, body: Value) -> Value {
    json!({ "label": label, "description": description, "body": body })
}

fn add_to_variants(schema: &mut Value, definition: &str, bodies: Vec<(&str, Value)>) {
    let snippets: Vec<Value> = bodies
        .into_iter()
        .map(|(name, body)| snippet(name, variant(schema, definition, name), body))
        .collect();
    schema["$defs"][definition]["defaultSnippets"] = snippets.into();
}

fn add_to_definition(schema: &mut Value, definition: &str, body: Value) {
    let about = schema["$defs"][definition]["description"].clone();
    let label = definition.strip_suffix("Source").unwrap_or(definition);
    let label = label.strip_prefix("Site").unwrap_or(label);
    schema["$defs"][definition]["defaultSnippets"] = json!([snippet(&words_of(label), about, body)]);
}

/// "ProgrammeItem" is "programme item".
fn words_of(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// The description of a kind or block by its name.
fn variant(schema: &Value, definition: &str, name: &str) -> Value {
    let variants = schema["$defs"][definition]["oneOf"].as_array();
    let is_it = |one: &&Value| one["const"] == name || one["properties"].get(name).is_some();
    variants.into_iter().flatten().find(is_it).map(|one| one["description"].clone()).unwrap_or_default()
}

/// A whole page of a kind. How deep its file lies is a choice: nobody but the editor knows.
fn page(name: &str, kind: Value) -> Value {
    let depths: Vec<String> = (1..=4).map(super::names::from_page).collect();
    let content = match name {
        "front" | "section" => json!([{ "children": {} }]),
        "siteMap" => json!([{ "siteMap": {} }]),
        "materials" | "contact" | "gone" | "accessibilityStatement" | "privacy" => json!([]),
        _ => json!([{ "paragraph": "${19:Teksti}" }]),
    };
    json!({
        "$schema": format!("${{1|{}|}}", depths.join(",")),
        "title": "${2:Otsikko}",
        "summary": "${3:Yksi tai kaksi virkettä siitä, mistä sivu kertoo.}",
        "kind": kind,
        "content": content,
    })
}

/// The kinds, those that are needed most first. Their places begin at 4: a page's title and summary come
/// before.
fn kinds() -> Vec<(&'static str, Value)> {
    vec![
        ("page", json!("page")),
        ("section", json!("section")),
        ("news", json!({ "news": { "published": "${4:2027-03-01}" } })),
        (
            "event",
            json!({ "event": {
                "start": "${4:2027-04-05T09:00}",
                "end": "${5:2027-04-05T15:00}",
                "place": "${6:Kirjasto}",
                "organisers": ["${7:Järjestäjä}"],
                "programme": [{ "time": "${8:9.00}", "what": "${9:Ovet avataan}" }],
            } }),
        ),
        (
            "call",
            json!({ "call": {
                "opens": "${4:2027-03-01}",
                "deadline": "${5:2027-03-31}",
                "forWhom": "${6:Kuka voi hakea}",
                "whatToSend": "${7:Mitä lähetetään}",
                "sendTo": ["${8:etunimi.sukunimi@example.fi}"],
            } }),
        ),
        (
            "materials",
            json!({ "materials": { "documents": [{ "file": "${4:ohjelma.pdf}", "title": "${5:Ohjelma}" }] } }),
        ),
        (
            "contact",
            json!({ "contact": {
                "name": "${4:Nimi}",
                "role": "${5:Tehtävä}",
                "email": "${6:etunimi.sukunimi@example.fi}",
                "phone": "${7:+358 14 123 4567}",
            } }),
        ),
        ("accessibilityStatement", statement()),
        ("privacy", privacy()),
        ("front", json!("front")),
        ("siteMap", json!("siteMap")),
        ("search", json!("search")),
        (
            "gone",
            json!({ "gone": {
                "why": "${4:Hanke on päättynyt.}",
                "when": "${5:2027-01-15}",
                "instead": "${6:/hankkeet/}",
            } }),
        ),
        ("notFound", json!("notFound")),
    ]
}

fn statement() -> Value {
    json!({ "accessibilityStatement": {
        "assessed": "${4:2027-03-01}",
        "methods": ["${5:Kokeilimme jokaista sivua pelkällä näppäimistöllä.}"],
        "conformance": "${6|partial,full,none|}",
        "shortcomings": [shortcoming()],
        "feedback": "${10:palaute@example.fi}",
        "authority": {
            "name": "${11:Liikenne- ja viestintävirasto Traficom}",
            "web": "${12:https://www.saavutettavuusvaatimukset.fi/}",
        },
    } })
}

fn shortcoming() -> Value {
    json!({
        "what": "${7:Vanhoissa PDF-tiedostoissa ei ole otsikoita.}",
        "why": "${8:Ruudunlukijalla on vaikea löytää oikea kohta.}",
        "criterion": "${9:1.3.1}",
    })
}

fn privacy() -> Value {
    json!({ "privacy": {
        "collected": [],
        "inBrowser": ["${4:tekstin koko, jonka valitset}"],
        "answers": { "to": "${5:tietosuoja@example.fi}" },
    } })
}

fn collected() -> Value {
    json!({
        "what": "${1:Nimi ja sähköpostiosoite}",
        "why": "${2:Lähetämme sinulle ohjeet.}",
        "keptFor": "${3:kuukauden}",
    })
}

/// The blocks, those that are needed most first.
fn blocks() -> Vec<(&'static str, Value)> {
    let bodies = vec![
        ("paragraph", json!("${1:Teksti}")),
        ("heading", json!("${1:Väliotsikko}")),
        ("subheading", json!("${1:Alaotsikko}")),
        ("minorHeading", json!("${1:Pieni otsikko}")),
        ("list", json!(["${1:Ensimmäinen}", "${2:Toinen}"])),
        ("numberedList", json!(["${1:Ensimmäinen}", "${2:Toinen}"])),
        ("steps", json!(["${1:Tee ensin tämä.}", "${2:Tee sitten tämä.}"])),
        ("facts", json!([fact()])),
        ("figure", json!({ "image": "${1:kuva.jpg}", "alt": "${2:Mitä kuvassa näkyy}" })),
        ("documents", json!([document()])),
        (
            "table",
            json!({
                "caption": "${1:Mitä taulukko kertoo}",
                "header": ["${2:Sarake}", "${3:Sarake}"],
                "rows": [["${4:Solu}", "${5:Solu}"]],
            }),
        ),
        ("notice", json!({ "kind": "${1|info,warning|}", "text": ["${2:Teksti}"] })),
        (
            "details",
            json!({ "summary": "${1:Mitä tästä löytyy}", "content": [{ "paragraph": "${2:Teksti}" }] }),
        ),
        ("quote", json!({ "text": ["${1:Sanat}"], "source": "${2:Kuka sanoi}" })),
        ("contact", json!({ "name": "${1:Nimi}", "email": "${2:etunimi.sukunimi@example.fi}" })),
        ("cards", json!([card()])),
        ("code", json!({ "text": "${1:Teksti, jossa jokainen välilyönti merkitsee}" })),
        ("children", json!({})),
        ("news", json!({ "of": "${1:/uutiset/}", "atMost": "^${2:5}" })),
        ("events", json!({ "of": "${1:/tapahtumat/}", "atMost": "^${2:5}" })),
        ("calls", json!({ "of": "${1:/haut/}", "atMost": "^${2:5}" })),
        ("siteMap", json!({})),
    ];
    bodies.into_iter().map(|(name, held)| (name, json!({ name: held }))).collect()
}

fn fact() -> Value {
    json!({ "term": "${1:Paikka}", "value": "${2:Jyväskylä}" })
}

fn document() -> Value {
    json!({ "file": "${1:ohjelma.pdf}", "title": "${2:Ohjelma}" })
}

fn card() -> Value {
    json!({ "to": "${1:/hankkeet/}" })
}

fn programme_item() -> Value {
    json!({ "time": "${1:9.00}", "what": "${2:Ovet avataan}" })
}
