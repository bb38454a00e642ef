//! Links and emphasis with a slip in them: what has one possible meaning is read, all else is reported with
//! what to write, and no visitor sees the brackets.

use std::fs;

use serde_json::{Value, json};

use crate::support::small::{Said, Small, read};

fn paragraph(text: &str) -> Value {
    json!({ "content": [{ "paragraph": text }] })
}

fn said_of(text: &str) -> Vec<Said> {
    Small::new([("fi/a.json", paragraph(text)), ("fi/haku.json", json!({}))]).check()
}

#[test]
fn a_misspelt_link_is_reported_with_what_to_write() {
    for (text, help) in [
        (
            "[hakulomake](https://www.example.fi/hakemus 2027.pdf)",
            "write “https://www.example.fi/hakemus%202027.pdf”",
        ),
        ("[lomake](<https://www.example.fi/a b.pdf>)", "write “https://www.example.fi/a%20b.pdf”"),
        ("[lomake] (https://www.example.fi)", "write [lomake](https://www.example.fi)"),
        ("[haku]  (/haku/)", "write [haku](/haku/)"),
        ("(haku)[/haku/]", "write [haku](/haku/)"),
        ("(haku) [https://www.example.fi]", "write [haku](https://www.example.fi)"),
        ("[haku][/haku/]", "write [haku](/haku/)"),
        ("[haku]{/haku/}", "write [haku](/haku/)"),
        ("[haku]https://www.example.fi", "write [haku](https://www.example.fi)"),
        ("[haku] <https://www.example.fi>", "write [haku](https://www.example.fi)"),
        ("[https://www.example.fi]", "write [words](https://www.example.fi)"),
        ("<www.example.fi>", "write [words](https://www.example.fi)"),
        ("<https://www.example.fi/a b>", "write [words](https://www.example.fi/a%20b)"),
        ("[hakulomake][lomake]", "write [hakulomake](/hankkeet/)"),
        ("[[haku]]", "write [haku](/hankkeet/)"),
        ("[haku](/haku/", "write a link as [words](/address/)"),
        ("[haku(/haku/)", "write a link as [words](/address/)"),
        ("[haku] https://www.example.fi/haku.", "write [haku](https://www.example.fi/haku)"),
        ("Katso [haku]: https://www.example.fi/haku", "write [haku](https://www.example.fi/haku)"),
        ("[haku] – https://www.example.fi/haku", "write [haku](https://www.example.fi/haku)"),
        ("(https://www.example.fi)[haku]", "write [haku](https://www.example.fi)"),
        ("(/haku/)[haku]", "write [haku](/haku/)"),
        ("(haku)[lomake.pdf]", "write [haku](lomake.pdf)"),
        ("[haku|https://www.example.fi]", "write [haku](https://www.example.fi)"),
        ("[haku] (lomake.pdf)", "write [haku](lomake.pdf)"),
        ("[haku] (haku/)", "write [haku](haku/)"),
        ("[haku] (../haku/)", "write [haku](../haku/)"),
        ("[haku] (/y/)", "write [haku](/y/)"),
        ("[soita] (014 123 4567)", "write [soita](tel:014 123 4567)"),
        ("[haku]\u{200b}(/haku/)", "write [haku](/haku/)"),
        ("[haku]\u{ad}(/haku/)", "write [haku](/haku/)"),
        ("[haku],(https://www.example.fi)", "write [haku](https://www.example.fi)"),
        ("[haku]; (/haku/)", "write [haku](/haku/)"),
        ("[haku] → https://www.example.fi", "write [haku](https://www.example.fi)"),
        ("[haku].(/haku/)", "write [haku](/haku/)"),
        ("[haku](https://www.example.fi\u{200b}/a)", "write “https://www.example.fi/a”"),
        ("[haku](https://\u{2060}www.example.fi)", "write “https://www.example.fi”"),
        ("haku](/haku/)", "write a link as [words](/address/)"),
        ("[haku (/haku/) ja muuta", "write a link as [words](/address/)"),
        ("{haku}(/haku/)", "write [haku](/haku/)"),
        ("{{haku}}(https://www.example.fi)", "write [haku](https://www.example.fi)"),
        ("［haku］（/haku/）", "write [haku](/haku/)"),
        ("[haku]（/haku/）", "write [haku](/haku/)"),
        ("［haku］(/haku/)", "write [haku](/haku/)"),
        ("【haku】(/haku/)", "write [haku](/haku/)"),
        ("〔haku〕（lomake.pdf）", "write [haku](lomake.pdf)"),
        ("（haku）（/haku/）", "write [haku](/haku/)"),
        ("[https://www.example.fi hae tästä]", "write [hae tästä](https://www.example.fi)"),
        ("[/haku/ hakusivu]", "write [hakusivu](/haku/)"),
        ("[www.example.fi haku]", "write [haku](https://www.example.fi)"),
        ("[a@example.fi kirjoita]", "write [kirjoita](mailto:a@example.fi)"),
        ("[https://www.example.fi/a b.pdf]", "write [words](https://www.example.fi/a%20b.pdf)"),
        ("[tel:+358 14 123 4567]", "write [words](tel:"),
        ("[[/haku/|haku]]", "write [haku](/haku/)"),
        ("[url=https://www.example.fi]haku[/url]", "write [haku](https://www.example.fi)"),
        ("[URL=\"https://www.example.fi\"]haku[/URL]", "write [haku](https://www.example.fi)"),
        ("[url]https://www.example.fi[/url]", "write [words](https://www.example.fi)"),
        ("[email=a@example.fi]haku[/email]", "write [haku](mailto:a@example.fi)"),
        ("[kirjoita](mailto a@example.fi)", "write [kirjoita](mailto:a@example.fi)"),
        ("[kirjoita](sähköposti: a@example.fi)", "write [kirjoita](mailto:a@example.fi)"),
        ("[soita](puh:014 123 4567)", "write [soita](tel:014 123 4567)"),
        ("[soita](puh. 014 123 4567)", "write [soita](tel:014 123 4567)"),
        ("[soita](tel 014 123 4567)", "write [soita](tel:014 123 4567)"),
        ("[soita](+358 14 123 4567)", "write [soita](tel:+358 14 123 4567)"),
        ("[mene](www.example.fi)", "write the whole address, as “https://www.example.fi/”"),
        ("**[haku](/haku/** ja muuta", "write a link as [words](/address/)"),
    ] {
        let said = said_of(text);
        assert_eq!(said.len(), 1, "{text}: {said:?}");
        assert!(["link.misspelt", "link.malformed"].contains(&said[0].rule.as_str()), "{text}: {said:?}");
        assert_eq!(said[0].severity, "error", "{text}");
        assert!(said[0].help.starts_with(help), "{text}: {}", said[0].help);
    }
}

#[test]
fn unclosed_emphasis_and_code_are_reported() {
    for text in [
        "**auki",
        "***auki",
        "auki***",
        "auki **",
        "** auki **",
        "**auki* kiinni",
        "**vahva***",
        "*kursiivi**",
        "**[haku](/haku/)***",
        "_kursiivi__",
        "**a** ja **b",
        "__auki",
        "`koodi",
        "~~ei~~",
    ] {
        let said = said_of(text);
        assert!(!said.is_empty() && said.iter().all(|said| said.rule == "text.unclosed"), "{text}: {said:?}");
    }
}

#[test]
fn brackets_and_signs_of_a_text_stay_what_they_are() {
    let sound = [
        "Kaavio [1] ja [2, s. 3][4] osoittavat (liite 2) [sic] sen.",
        "Väli \\[0, 1\\[ on puoliavoin, \\[1, 2] ei, ja \\[Huom]: tärkeä.",
        "[1] https://www.example.fi/lahde ja [2]: https://www.example.fi/toinen",
        "Luonnos [versio 2] (12 sivua, 3.4.2027) ja [km] (014).",
        "Nopeus [km] (/h) on 5 * 3 * 2, hinta 5 €*.",
        "*) tiedosto_nimi__osa_2 ja **vahva** sana `[a](b c)`",
        "a < b ja 3 > 2, <3",
        "\\[haku\\](/haku/) &#91;haku&#93;(/haku/)",
        "{haku} (2027), {{vuosi}}(2027), { .luokka }(/haku/) ja 【huom】（liite）, （a）（b）",
        "hinta 5 €\\* ja **10 €**\\* tai **10 €\\***, *a***b**",
        "[/b] ja [b] ovat lähteitä, [a/b] ja [/c] myös",
        "\\{haku}(/haku/) `{haku}(/haku/)`",
        "*Kirjoitettu [haku](/haku/)* ja [`koodi`](/haku/)",
    ];
    for text in sound {
        assert_eq!(said_of(text), [], "{text}");
    }
}

#[test]
fn a_telephone_number_is_read_however_it_is_spaced() {
    for target in [
        "tel:+358 14 123 4567",
        "tel:+358\u{a0}14\u{a0}123\u{a0}4567",
        "tel: +358 14 123 4567 ",
        "TEL:+358 (14) 123–4567",
        "tel:+358 (0)14 123 4567",
        "tel:+358(0)141234567",
        "<tel:+358 14 123 4567>",
    ] {
        let site = Small::new([("fi/a.json", paragraph(&format!("Kysy ja [soita meille]({target})!")))]);
        let document = read(&site.publish(&[]), "a/index.html");
        assert!(document.contains("href=\"tel:+358141234567\""), "{target}: {document}");
        assert!(document.contains(">soita meille</a>!"), "{target}");
    }
    for target in ["mailto: a@b.fi", "a@b.fi", "mailto://a@b.fi", "MAIL:a@b.fi", "e-mail:a@b.fi"] {
        let mail = Small::new([("fi/a.json", paragraph(&format!("[Kirjoita]({target})")))]);
        assert!(read(&mail.publish(&[]), "a/index.html").contains("href=\"mailto:a@b.fi\""), "{target}");
    }
    for target in ["puh:+358141234567", "tel://+358141234567", "+358141234567", "gsm.+358-14-123-4567"] {
        let phone = Small::new([("fi/a.json", paragraph(&format!("[Soita]({target})")))]);
        assert!(read(&phone.publish(&[]), "a/index.html").contains("href=\"tel:+358141234567\""), "{target}");
    }
    // Pages may be named so.
    for (name, target) in
        [("fi/01012027.json", "/01012027/"), ("fi/01012027.json", "01012027"), ("fi/tel.json", "tel")]
    {
        let site = Small::new([
            ("fi/index.json", json!({ "content": [{ "paragraph": format!("[Katso]({target})") }] })),
            (name, json!({})),
        ]);
        assert_eq!(site.check(), [], "{target}");
    }
}

#[test]
fn tags_of_html_and_of_boards_are_reported_with_what_to_write() {
    for (text, help) in [
        ("tämä on <b>vahva</b>", "write Markdown: **strong**, *emphasis*"),
        ("rivi<br>toinen", "where a line has to end, write \\\\\\n"),
        ("rivi<BR/>toinen", "where a line has to end, write \\\\\\n"),
        ("<a href=\"https://www.example.fi\">haku</a>", "write [words](/address/)"),
        ("[b]vahva[/b] sana", "write Markdown: **strong**, *emphasis*"),
        ("[color=red]vahva[/color]", "write Markdown: **strong**, *emphasis*"),
    ] {
        let said = said_of(text);
        assert!(!said.is_empty(), "{text}");
        assert!(
            said.iter().all(|said| said.rule == "text.markdown" && said.help.starts_with(help)),
            "{text}: {said:?}"
        );
    }
}

#[test]
fn a_link_without_an_address_is_a_fault_in_every_spelling() {
    for text in [
        "[haku]()",
        "[haku](<>)",
        "[haku]( )",
        "[haku](< >)",
        "[haku](#)",
        "[haku](<abbr:>)",
        "[haku](<abbr: >)",
    ] {
        let rules: Vec<_> = said_of(text).into_iter().map(|said| said.rule).collect();
        assert_eq!(rules, ["link.malformed"], "{text}");
    }
    for text in [
        "[haku](mailto:)",
        "[haku](tel:)",
        "[haku](https:)",
        "[haku](https://)",
        "[haku](lang:)",
        "[haku](/haku/#)",
    ] {
        assert!(!said_of(text).is_empty(), "{text}");
    }
    for content in [json!({ "contact": { "name": "Seutu", "to": "" } }), json!({ "cards": [{ "to": " " }] })]
    {
        let site = Small::new([("fi/a.json", json!({ "content": [content] }))]);
        assert_eq!(site.rules(), ["link.malformed"], "{content}");
    }
    for kind in [
        json!({ "gone": { "why": "Ohi.", "when": "2027-01-15", "instead": "" } }),
        json!({ "event": { "start": "2027-01-15", "place": "Kirjasto", "organisers": ["Seutu"], "materials": "" } }),
    ] {
        let site = Small::new([("fi/a.json", json!({ "kind": kind }))]);
        assert_eq!(site.rules(), ["link.malformed"], "{kind}");
    }
}

#[test]
fn a_text_that_is_shown_as_it_stands_holds_no_markdown() {
    for fields in [
        json!({ "title": "[Haku](/haku/)" }),
        json!({ "title": "[Haku](haku/)" }),
        json!({ "title": "[Haku](lomake.pdf)" }),
        json!({ "title": "[Haku] (https://www.example.fi)" }),
        json!({ "title": "[Haku](https://www.example.fi" }),
        json!({ "title": "Haku](/haku/)" }),
        json!({ "title": "Haku <https://www.example.fi/>" }),
        json!({ "summary": "Katso **tämä** ensin." }),
        json!({ "tagline": "[Haku](/haku/)" }),
        json!({ "name": "**haku**" }),
        json!({ "content": [{ "heading": "[Haku](/haku/)" }] }),
        json!({ "content": [{ "heading": "{Haku}(/haku/)" }] }),
        json!({ "content": [{ "heading": "Ennen `hakua`" }] }),
        json!({ "content": [{ "heading": "Ennen __hakua__" }] }),
        json!({ "content": [{ "heading": "Ennen <b>hakua</b>" }] }),
        json!({ "title": "Rivi<br>toinen" }),
        json!({ "summary": "Katso <a href=\"/haku/\">haku</a>." }),
        json!({ "content": [{ "table": { "caption": "**Haut**", "header": ["a"], "rows": [] } }] }),
        json!({ "content": [{ "facts": [{ "term": "**Paikka**", "value": "Mikkeli" }] }] }),
        json!({ "content": [{ "details": { "summary": "**Ohje**", "content": [{ "paragraph": "a" }] } }] }),
    ] {
        assert_eq!(Small::new([("fi/a.json", fields.clone())]).rules(), ["text.plain"], "{fields}");
    }
    for title in [
        "tiedosto_nimi__osa__2",
        "5` ja 6`30",
        "a < b ja c > d",
        "<Nimi>, <b ja a>",
        "{a}(b)",
        "Sopimus [luonnos] (2027)",
        "Väli [0, 1[",
        "[1] https://a.fi",
        "5 ** 3",
        "a*b*c",
        "Ohje: **",
    ] {
        assert_eq!(
            Small::new([("fi/a.json", json!({ "title": title }))]).rules(),
            [] as [&str; 0],
            "{title}"
        );
    }
    let code = json!({ "content": [{ "code": { "text": "[a](b) **c**" } }] });
    assert_eq!(Small::new([("fi/a.json", code)]).rules(), [] as [&str; 0]);
}

#[test]
fn what_passes_shows_no_brackets_of_a_link() {
    // Every way to leave out, double or move one sign of a link.
    let link = "[haku](/haku/)";
    let mut tried = 0;
    for (at, _) in link.char_indices() {
        let without = format!("{}{}", &link[..at], &link[at + 1..]);
        let spaced = format!("{} {}", &link[..at], &link[at..]);
        let doubled = format!("{}{}", &link[..=at], &link[at..]);
        for text in [without, spaced, doubled] {
            let site = Small::new([
                ("fi/a.json", paragraph(&format!("Katso {text} pian."))),
                ("fi/haku.json", json!({})),
            ]);
            if site.check().is_empty() {
                let page: Value = serde_json::from_str(&read(&site.publish(&[]), "a/page.json")).unwrap();
                let spans = page["page"]["blocks"][0].to_string();
                assert!(
                    !spans.contains("[ha") && !spans.contains("](") && !spans.contains("aku]"),
                    "{text}: {spans}"
                );
                fs::remove_dir_all(site.out()).unwrap();
            }
            tried += 1;
        }
    }
    assert_eq!(tried, 3 * link.len());
}
