//! Invisible characters that an editor's program leaves in a file: spaces that aren't spaces, texts that show
//! nothing, dashes in tables, documents that don't open.

use std::fs;

use serde_json::{Value, json};

use crate::support::{
    pdf::pdf,
    small::{Small, read},
};

fn page(content: Value) -> Small {
    Small::new([("fi/a.json", json!({ "content": content }))])
}

#[test]
fn between_its_tokens_json_has_four_spaces_and_no_other() {
    for space in
        ['\u{a0}', '\u{2003}', '\u{202f}', '\u{3000}', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{feff}']
    {
        for text in [
            format!("{{\"title\":{space}\"Sivu\", \"summary\": \"a\", \"kind\": \"page\"}}"),
            format!("{{{space}\"title\": \"Sivu\", \"summary\": \"a\", \"kind\": \"page\"}}"),
            format!("{{\"title\": \"Sivu\", \"summary\": \"a\", \"kind\": \"page\"}}\n{space}"),
        ] {
            let site = Small::new([]);
            site.write("fi/a.json", &text);
            assert_eq!(site.rules(), ["json.syntax"], "{text:?}");
        }
    }
    let site = Small::new([]);
    site.write(
        "fi/a.json",
        "{\t\"title\":\r\n\"S\u{a0}ivu\", \"summary\": \"ä\u{2003}\", \"kind\": \"page\"}",
    );
    assert_eq!(site.rules(), [] as [&str; 0]);
    // A word without its marks is another mistake.
    site.write("fi/a.json", "{\"title\": Päivä}");
    let said = site.check();
    assert!(said.iter().all(|said| !said.help.contains("ordinary space")), "{said:?}");
}

#[test]
fn a_text_that_shows_nothing_is_empty() {
    for blank in ["\u{200b}", "\u{ad}", "\u{2060}\u{feff}", "\u{2800}", "\u{a0} \u{3164}"] {
        for (rule, fields) in [
            ("title.empty", json!({ "title": blank })),
            ("summary.empty", json!({ "summary": blank })),
            ("text.empty", json!({ "name": blank })),
            ("text.empty", json!({ "content": [{ "heading": blank }] })),
            ("text.empty", json!({ "content": [{ "paragraph": blank }] })),
            ("text.empty", json!({ "content": [{ "paragraph": format!("**{}**", blank.trim()) }] })),
            ("text.empty", json!({ "content": [{ "list": [blank] }] })),
            ("text.empty", json!({ "content": [{ "code": { "text": blank } }] })),
            (
                "table.caption",
                json!({ "content": [{ "table": { "caption": blank, "header": ["a"], "rows": [] } }] }),
            ),
            ("link.text-empty", json!({ "content": [{ "paragraph": format!("Katso [{blank}](/) pian") }] })),
        ] {
            let rules = Small::new([("fi/a.json", fields.clone())]).rules();
            assert!(rules.contains(&rule.to_owned()), "{fields}: {rules:?}");
        }
        assert!(Small::with_site(json!({ "name": blank }), []).rules().contains(&"text.empty".to_owned()));
    }
    for text in ["&nbsp;", "&#8203;", "<!---->"] {
        assert!(!page(json!([{ "paragraph": text }])).rules().is_empty(), "{text}");
    }
}

#[test]
fn a_cell_of_a_table_is_a_line() {
    let cells = [
        "-",
        "–",
        "+",
        "*",
        "#",
        ">",
        "- 5 °C",
        "+ 3",
        "1.",
        "2. vaihe",
        "10) b",
        "# 1",
        "> 100 €",
        "---",
        "*",
    ];
    let site = page(
        json!([{ "table": { "caption": "Luvut", "header": ["-", "1."], "rows": cells.map(|cell| [cell, "a"]) } }]),
    );
    assert_eq!(site.check(), []);
    let page: Value = serde_json::from_str(&read(&site.publish(&[]), "a/page.json")).unwrap();
    let rows = page["page"]["blocks"][0]["table"]["rows"].as_array().unwrap();
    for (row, cell) in rows.iter().zip(cells) {
        assert_eq!(row[0], json!([{ "text": cell }]));
    }
}

#[test]
fn a_sign_alone_is_no_list_and_a_list_is_none_in_a_text() {
    for sign in ["-", "*", "#", "1."] {
        let site = page(json!([{ "facts": [{ "term": "Hinta", "value": sign }] }, { "list": [sign] }]));
        assert_eq!(site.check(), [], "{sign}");
    }
    assert_eq!(page(json!([{ "paragraph": "- Ohjelma" }])).rules(), ["text.markdown"]);
    // What is wrong behind such a sign is underlined where it stands.
    let said =
        page(json!([{ "table": { "caption": "a", "header": ["a"], "rows": [["- [b](/ei/)"]] } }])).check();
    assert_eq!((said[0].rule.as_str(), said[0].end_column - said[0].column), ("link.nowhere", 9));
}

#[test]
fn a_document_that_does_not_open_is_told() {
    let whole = pdf("", "");
    let encrypted = compound_file(&["EncryptionInfo", "EncryptedPackage"]);
    let mut word = compound_file(&["WordDocument"]);
    // A sector in use behind the end.
    word[512 + 4 * 9] = 1;
    let odt = "PK\u{3}\u{4}\u{14}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{8}\0\0\0mimetypeapplication/vnd.oasis.opendocument.text";
    for (name, contents, rule) in [
        ("a.pdf", whole.clone().into_bytes(), None),
        ("a.pdf", whole[..whole.len() / 2].into(), Some("asset.cut")),
        ("a.pdf", "%PDF-1.7\n<p>Kirjaudu sisään</p>".into(), Some("asset.cut")),
        ("a.pdf", pdf("", "/Encrypt 3 0 R").into(), Some("asset.protected")),
        ("a.docx", "PK\u{3}\u{4}\u{14}\0\0\0".into(), Some("asset.cut")),
        ("a.docx", encrypted.clone(), Some("asset.protected")),
        ("a.xlsx", encrypted.clone(), Some("asset.protected")),
        ("a.doc", compound_file(&["WordDocument"]), None),
        ("a.doc", word, Some("asset.cut")),
        ("a.rtf", "{\\rtf1 {\\b a}".into(), Some("asset.cut")),
        ("a.mp4", "\0\0\0\u{c}ftypmp42\0\0\0\u{7f}mdat".into(), Some("asset.cut")),
        ("a.odt", odt.into(), Some("asset.cut")),
        ("a.txt", "Teksti".into(), None),
    ] {
        let site = page(json!([{ "documents": [{ "file": name, "title": "Ohjelma" }] }]));
        fs::write(site.content().join("fi").join(name), &contents).unwrap();
        let said = site.check();
        assert_eq!(
            said.iter().map(|said| said.rule.as_str()).collect::<Vec<_>>(),
            Vec::from_iter(rule),
            "{name}: {}",
            String::from_utf8_lossy(&contents)
        );
        assert!(said.iter().all(|said| said.severity == "warning"));
        // It is published all the same, and told again when nothing has changed.
        for _ in 0..2 {
            let output = crate::support::everything::build(&site.content(), &site.out()).output().unwrap();
            assert!(output.status.success());
            let report = String::from_utf8(output.stderr).unwrap();
            assert!(rule.is_none_or(|rule| report.contains(rule)), "{report}");
        }
        assert!(fs::exists(site.out().join(name)).unwrap());
    }
}

/// A compound file with streams: its head, a table of sectors and its directory.
fn compound_file(streams: &[&str]) -> Vec<u8> {
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(1024, 0xFF);
    file[30..32].copy_from_slice(&[9, 0]);
    file[76..80].fill(0);
    file[512..520].copy_from_slice(&[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]);
    for stream in streams {
        file.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(file.len().next_multiple_of(128), 0);
    }
    file.resize(1536, 0);
    file
}

#[test]
fn lines_are_kept_together_by_the_style_and_the_text_is_what_was_written() {
    let title = "Innovaatiot ja osaaminen -verkosto";
    let text = "Matkaa on 10 km, ja [tuki](/) on **5 000 €** 5. maaliskuuta klo 9.00.";
    let around =
        "Noin **10** km, [sivu](/) *12 kg* ja klo **noin 9** [– 15](/), 5\\\nkm ja 5 `km` sekä _5_ km/h.";
    let content = json!([
        { "heading": "Tuki 5 %" }, { "paragraph": text }, { "list": ["Katso s. 12"] }, { "paragraph": around }
    ]);
    let named = json!({ "slogan": "Matkaa 10 km", "menu": ["/a/", "/b/"], "footer": ["/b/"] });
    let site = Small::with_site(
        named,
        [
            ("fi/a.json", json!({ "title": title, "content": content })),
            ("fi/b.json", json!({ "title": "Kisa 10 km" })),
            ("fi/b/c.json", json!({ "title": "Kustaa II" })),
            ("fi/kartta.json", json!({ "kind": "siteMap" })),
        ],
    );
    let out = site.publish(&[]);
    let document = read(&out, "a/index.html");
    let kept = |words: &str| format!("<span class=\"unbroken\">{words}</span>");
    for shown in [
        format!("<h1 tabindex=\"-1\">Innovaatiot ja osaaminen {}</h1>", kept("-verkosto")),
        format!("Tuki {}</h2>", kept("5 %")),
        format!(
            "Matkaa on {} ja <a href=\"/\">tuki</a> on <strong>{}</strong>",
            kept("10 km,"),
            kept("5 000 €")
        ),
        format!("{} {}", kept("5. maaliskuuta"), kept("klo 9.00.")),
        format!("Katso {}", kept("s. 12")),
        // Of two elements the one that has the space keeps the line.
        format!("Noin <strong>10</strong>{} <a href=\"/\">sivu</a> <em>{}</em>", kept(" km,"), kept("12 kg")),
        format!("<strong>noin 9</strong>{}<a href=\"/\">{}</a>, 5<br>km ja", kept(" "), kept("– 15")),
        format!("ja {}<code>km</code> sekä <em>5</em>{}", kept("5 "), kept(" km/h.")),
    ] {
        assert!(document.contains(&shown), "{shown} is missing in {document}");
    }
    let below = read(&out, "b/c/index.html");
    let in_menu = format!("<a href=\"/b/\" aria-current=\"true\"><span>Kisa {}</span></a>", kept("10 km"));
    for (page, shown) in [
        (&document, format!("– Matkaa {}</span></a>", kept("10 km"))),
        (&document, format!("Seutu – Matkaa {}</p>", kept("10 km"))),
        (&below, format!("{in_menu}</li></ul></div></nav>")),
        (&below, format!("<li>{in_menu}</li></ul></nav>")),
        (&below, format!("<li><a href=\"/b/\">Kisa {}</a></li>", kept("10 km"))),
        (&below, format!(">{}</a></li></ol>", kept("Kustaa II"))),
        (&read(&out, "kartta/index.html"), format!("<a href=\"/b/c/\">{}</a>", kept("Kustaa II"))),
    ] {
        assert!(page.contains(&shown), "{shown} is missing in {page}");
    }
    // In the list of the page above as well, and in no attribute, title or datum.
    assert!(
        read(&out, "index.html").contains(&format!(">Innovaatiot ja osaaminen {}</a>", kept("-verkosto")))
    );
    assert!(document.contains(&format!("<title>{title} – Seutu</title>")));
    assert!(!document.contains(['\u{a0}', '\u{2011}', '\u{202f}', '\u{2060}']));
    assert!(!read(&out, "a/page.json").contains("unbroken"));
}
