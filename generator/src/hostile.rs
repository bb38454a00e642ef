//! The corpus of hostile content in `tests/hostile`, as sites.
//!
//! Each file of the corpus is a kind of attack: groups of texts, each with the place that the texts go to and
//! the expected outcome. [`read`] reads them. [`write_shown`] makes a site of those that are shown: every
//! text field of `tests/sites/everything` gets one of the texts for text fields, and each other case has a
//! page. [`write_refused`] makes a site of those that the publisher refuses, a page each.

use std::{fs, io, path::Path};

use serde_json::{Map, Value, json};

/// A hostile text.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its kind: the name of its file.
    pub kind: String,
    /// Where it goes.
    pub place: Place,
    /// The text itself.
    pub text: String,
    /// Whether the publisher refuses it; otherwise it is shown as text.
    pub is_refused: bool,
}

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A text field of any sort.
    Text,
    /// A paragraph, with what Markdown makes of it.
    Markdown,
    /// The address of a link in Markdown.
    Link,
    /// A field of a page, or of a block, that isn't free text: its pointer says which one.
    Field(&'static str),
    /// The whole file of a page.
    Source,
    /// The name of a page's file, without its ending.
    PageName,
    /// The name of a document beside its page.
    FileName,
    /// A drawing.
    Drawing,
    /// A comment within a picture (PNG, `iTXt`).
    PictureComment,
    /// The title and the language of a PDF.
    Pdf,
    /// A page of Markdown to import.
    Import,
}

/// The fields that aren't free text, by the names that the corpus has for them.
const FIELDS: [&str; 18] = [
    "card",
    "contact page",
    "email",
    "phone",
    "send to",
    "old address",
    "translation",
    "related page",
    "picture",
    "document",
    "code language",
    "title language",
    "day",
    "time",
    "event materials",
    "listing",
    "criterion",
    "withdrawn instead",
];

/// The fields of the source whose text is free, by the name in JSON that stands nearest above the text.
pub const FREE: [&str; 40] = [
    "title",
    "name",
    "tagline",
    "summary",
    "tags",
    "heading",
    "subheading",
    "minorHeading",
    "paragraph",
    "list",
    "numberedList",
    "items",
    "steps",
    "term",
    "value",
    "text",
    "source",
    "caption",
    "header",
    "rows",
    "alt",
    "place",
    "organisers",
    "time",
    "what",
    "why",
    "forWhom",
    "whatToSend",
    "sendToAddress",
    "address",
    "role",
    "organisation",
    "assessedBy",
    "methods",
    "slogan",
    "fi",
    "sv",
    "en",
    "inBrowser",
    "keptFor",
];

/// Of these, the ones in which Markdown stands, or may: the text stands there as code, for HTML is refused.
const MARKDOWN: [&str; 21] = [
    "paragraph",
    "list",
    "numberedList",
    "items",
    "steps",
    "value",
    "text",
    "source",
    "caption",
    "header",
    "rows",
    "what",
    "why",
    "forWhom",
    "whatToSend",
    "methods",
    "fi",
    "sv",
    "en",
    "inBrowser",
    "keptFor",
];

/// Behind the text in every field: what would end the element around it in HTML, in a script, in a comment
/// and in XML, and what begins or ends a part of a finished document or calendar, where a program could look
/// for it.
pub const ENDS: &str = "\"'></title></style></script><!--]]></head></body>BEGIN:VEVENT";

/// A text that attacks nothing, for comparison.
pub const HARMLESS: &str = "vaaraton";

/// The cases of a corpus, in the order of their files.
///
/// # Errors
/// A file that can't be read, or that isn't as this module reads it.
pub fn read(corpus: &Path) -> io::Result<Vec<Case>> {
    let mut files: Vec<_> = fs::read_dir(corpus)?.collect::<io::Result<Vec<_>>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut cases = Vec::new();
    for file in files {
        let groups: Value = serde_json::from_slice(&fs::read(file.path())?)?;
        let kind = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for group in groups.as_array().ok_or_else(|| strange(&kind, &groups))? {
            let text = |name: &str| group[name].as_str().unwrap_or_default();
            let place = place(text("where")).ok_or_else(|| strange(&kind, group))?;
            let is_refused = match text("expected") {
                "shown" => false,
                "refused" => true,
                _ => return Err(strange(&kind, group)),
            };
            for case in group["cases"].as_array().ok_or_else(|| strange(&kind, group))? {
                let text = text_of(case).ok_or_else(|| strange(&kind, case))?;
                cases.push(Case { kind: kind.clone(), place, text, is_refused });
            }
        }
    }
    Ok(cases)
}

/// A text is written out, or is a part of it many times: `{ "times": 1000, "of": "a" }`.
fn text_of(case: &Value) -> Option<String> {
    let repeated = || Some(case["of"].as_str()?.repeat(usize::try_from(case["times"].as_u64()?).ok()?));
    case.as_str().map(str::to_owned).or_else(repeated)
}

fn strange(kind: &str, part: &Value) -> io::Error {
    let part: String = part.to_string().chars().take(200).collect();
    io::Error::other(format!("tests/hostile/{kind}.json holds something that isn't a case: {part}"))
}

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "text" => Place::Text,
        "markdown" => Place::Markdown,
        "link" => Place::Link,
        "source" => Place::Source,
        "page name" => Place::PageName,
        "file name" => Place::FileName,
        "drawing" => Place::Drawing,
        "picture comment" => Place::PictureComment,
        "pdf" => Place::Pdf,
        "import" => Place::Import,
        name => Place::Field(FIELDS.into_iter().find(|field| *field == name)?),
    })
}

/// Writes the site with all cases that are shown, into an empty folder: `everything` is the content that gets
/// them in its text fields. With `harmless` each of its text fields gets [`HARMLESS`] instead, so that the
/// two differ in texts alone.
///
/// # Errors
/// A file that can't be read or written.
pub fn write_shown(cases: &[Case], everything: &Path, content: &Path, harmless: bool) -> io::Result<()> {
    let texts: Vec<&str> = cases
        .iter()
        .filter(|case| case.place == Place::Text && !case.is_refused)
        .map(|case| case.text.as_str())
        .collect();
    let mut next =
        (0..).map(|number: usize| texts.get(number % texts.len().max(1)).copied().unwrap_or_default());
    let mut text = |is_tag: bool| match (harmless, is_tag) {
        (true, _) => format!(" {HARMLESS}"),
        // The same one everywhere: pages with a word in common find each other.
        (false, true) => format!(" {ENDS}"),
        (false, false) => format!(" {} {ENDS}", next.next().unwrap_or_default()),
    };
    copy(everything, everything, content, &mut text)?;
    super::write(
        content,
        "fi/vaara/index.json",
        &page("Vaarat", json!({ "content": [{ "children": {} }] })).to_string(),
    )?;
    for (number, case) in cases.iter().enumerate().filter(|(_, case)| !case.is_refused) {
        write_case(content, number, case, harmless)?;
    }
    Ok(())
}

/// Writes a small site whose pages each hold a case that is refused, into an empty folder.
///
/// # Errors
/// A file that can't be written.
pub fn write_refused(cases: &[Case], content: &Path) -> io::Result<()> {
    let site = json!({
        "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example", "languages": ["fi"], "menu": [], "footer": []
    });
    super::write(content, "site.json", &site.to_string())?;
    let front =
        json!({ "title": "Etusivu", "summary": "Seutu.", "kind": "front", "content": [{ "siteMap": {} }] });
    super::write(content, "fi/index.json", &front.to_string())?;
    super::write(content, "fi/vaara/index.json", &page("Vaarat", json!({})).to_string())?;
    for (number, case) in cases.iter().enumerate().filter(|(_, case)| case.is_refused) {
        write_case(content, number, case, false)?;
    }
    Ok(())
}

/// The name of a case's page, from the content folder on and without its ending. A case about a page's name
/// has that name.
pub fn page_of(number: usize, case: &Case) -> String {
    match case.place {
        Place::PageName => format!("fi/vaara/{}", case.text),
        _ => format!("fi/vaara/tapaus-{number}"),
    }
}

/// Copies content, with a text behind every free text of its JSON.
fn copy(folder: &Path, from: &Path, to: &Path, text: &mut impl FnMut(bool) -> String) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let target = to.join(path.strip_prefix(from).map_err(io::Error::other)?);
        if path.is_dir() {
            copy(&path, from, to, text)?;
            continue;
        }
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        if path.extension().is_some_and(|ending| ending == "json") {
            let mut source: Value = serde_json::from_slice(&fs::read(&path)?)?;
            append(&mut source, "", text);
            fs::write(target, source.to_string())?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

/// Puts a text behind each text whose field is one of [`FREE`]; `field` is the name nearest above the value.
fn append(value: &mut Value, field: &str, text: &mut impl FnMut(bool) -> String) {
    match value {
        // An e-mail address or a telephone number stands beside an address of several lines, the address of a
        // site alone.
        Value::String(old) if FREE.contains(&field) && !old.is_empty() && !old.starts_with("https://") => {
            // A heading gets another anchor by its text.
            *old = old.replace("](#the-break)", "](/en/)");
            let text = text(field == "tags");
            let is_code = MARKDOWN.contains(&field);
            old.push_str(&if is_code { format!(" `{}`", text.trim().replace('`', "´")) } else { text });
        }
        Value::Array(items) => items.iter_mut().for_each(|item| append(item, field, text)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| append(value, name, text)),
        _ => {}
    }
}

fn write_case(content: &Path, number: usize, case: &Case, harmless: bool) -> io::Result<()> {
    let text = case.text.as_str();
    let name = page_of(number, case);
    let beside = |file: &str, contents: &[u8]| {
        let path = content.join("fi/vaara").join(file);
        fs::create_dir_all(content.join("fi/vaara"))?;
        fs::write(path, contents)
    };
    let of = |fields: Value| page(&format!("Tapaus {number}"), fields);
    let source = match case.place {
        Place::Text if case.is_refused => of(json!({ "tagline": text })),
        // Those that are shown stand in the fields of the whole site.
        Place::Text | Place::Import => return Ok(()),
        Place::Markdown if harmless => of(json!({ "content": [{ "paragraph": HARMLESS }] })),
        Place::Markdown => of(json!({ "content": [{ "paragraph": text }] })),
        Place::Link => of(json!({ "content": [{ "paragraph": format!("[Hakuohjeet seudulla]({text})") }] })),
        Place::Field(field) => of(with_field(field, text)),
        Place::Source => return super::write(content, &format!("{name}.json"), text),
        Place::PageName => of(json!({})),
        Place::FileName => {
            beside(text, b"Ohje\n")?;
            of(json!({ "content": [{ "documents": [{ "file": text, "title": "Ohje" }] }] }))
        }
        Place::Drawing => {
            beside(&format!("kuva-{number}.svg"), text.as_bytes())?;
            of(figure(&format!("kuva-{number}.svg")))
        }
        Place::PictureComment => {
            beside(&format!("kuva-{number}.png"), &png_with_comment(text))?;
            of(figure(&format!("kuva-{number}.png")))
        }
        Place::Pdf => {
            beside(&format!("ohje-{number}.pdf"), pdf(text).as_bytes())?;
            let file = format!("ohje-{number}.pdf");
            of(json!({ "content": [{ "documents": [{ "file": file, "title": "Ohje" }] }] }))
        }
    };
    super::write(content, &format!("{name}.json"), &source.to_string())
}

/// A page with a title and further fields, which take the place of those that every page has.
fn page(title: &str, fields: Value) -> Value {
    let mut page = json!({ "title": title, "summary": "Mistä sivu kertoo.", "kind": "page" });
    if let (Some(page), Value::Object(fields)) = (page.as_object_mut(), fields) {
        page.extend(Map::from_iter(fields));
    }
    page
}

fn figure(file: &str) -> Value {
    json!({ "content": [{ "figure": { "image": file, "alt": "Kuva" } }] })
}

/// The fields of a page in which a text stands where it isn't free.
fn with_field(field: &str, text: &str) -> Value {
    let block = |block: Value| json!({ "content": [block] });
    let contact = |name: &str| json!({ "content": [{ "contact": { "name": "Nimi", name: text } }] });
    let call = |to: &str, deadline: &str| json!({ "kind": { "call": { "deadline": deadline, "forWhom": "Kaikille", "whatToSend": "Hakemus", "sendTo": [to] } } });
    let event = |start: &str, materials: Option<&str>| json!({ "kind": { "event": { "start": start, "place": "Paikka", "organisers": ["Seutu"], "materials": materials } } });
    match field {
        "card" => block(json!({ "cards": [{ "to": text, "title": "Kortti" }] })),
        "contact page" => contact("to"),
        "email" => contact("email"),
        "phone" => contact("phone"),
        "send to" => call(text, "2026-12-08"),
        "day" => call("haku@seutu.example", text),
        "old address" => json!({ "oldAddresses": [text] }),
        "translation" => json!({ "translationOf": text }),
        "related page" => json!({ "related": [text] }),
        "picture" => figure(text),
        "document" => block(json!({ "documents": [{ "file": text, "title": "Ohje" }] })),
        "title language" => {
            block(json!({ "documents": [{ "file": "ei-ole.pdf", "title": "Ohje", "titleLanguage": text }] }))
        }
        "code language" => block(json!({ "code": { "text": "a", "language": text } })),
        "time" => event(text, None),
        "event materials" => event("2026-11-30", Some(text)),
        "listing" => block(json!({ "children": { "of": text } })),
        "criterion" => json!({ "kind": { "accessibilityStatement": {
            "assessed": "2026-03-01", "methods": ["Kokeilimme."], "conformance": "partial", "feedback": "a@seutu.example",
            "shortcomings": [{ "what": "Puute", "why": "Este", "criterion": text }],
            "authority": { "name": "Viranomainen", "web": "https://viranomainen.example/" } } } }),
        _ => json!({ "kind": { "gone": { "why": "Päättyi.", "when": "2026-01-01", "instead": text } } }),
    }
}

/// A PDF that says hostile things of itself: its title, its author and its language.
fn pdf(text: &str) -> String {
    let text = text.replace(['(', ')', '\\'], " ");
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang ({text}) >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n\
         endobj\n3 0 obj\n<< /Title ({text}) /Author ({text}) >>\nendobj\ntrailer\n<< /Size 4 /Root 1 0 R /Info 3 0 R >>\n\
         startxref\n0\n%%EOF\n"
    )
}

/// A picture of one pixel with a comment (PNG §11.3.3.4).
fn png_with_comment(text: &str) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let chunk = |png: &mut Vec<u8>, name: &[u8], contents: &[u8]| {
        let named = [name, contents].concat();
        png.extend(u32::try_from(contents.len()).unwrap_or_default().to_be_bytes());
        png.extend(&named);
        png.extend(crc(&named).to_be_bytes());
    };
    chunk(&mut png, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(&mut png, b"iTXt", &[b"Comment\0\0\0\0\0", text.as_bytes()].concat());
    chunk(&mut png, b"eXIf", &[b"MM\0*\0\0\0\x08\0\0\0\0\0\0", text.as_bytes()].concat());
    // A line of one black pixel, stored by zlib as it is (RFC 1950, RFC 1951 §3.2.4).
    chunk(&mut png, b"IDAT", &[0x78, 0x01, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]);
    chunk(&mut png, b"IEND", &[]);
    png
}

/// The check sum of a chunk (PNG §5.5).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

/// Writes a tree of Markdown to import, a file for each case of that place; the file's name is that of
/// [`page_of`].
///
/// # Errors
/// A file that can't be written.
pub fn write_import(cases: &[Case], tree: &Path) -> io::Result<()> {
    super::write(tree, "index.md", "---\ntitle: Vaarat\n---\n\nEtusivu.\n")?;
    for (number, case) in cases.iter().enumerate().filter(|(_, case)| case.place == Place::Import) {
        let page = format!("---\ntitle: Tapaus {number}\n---\n\n{}\n", case.text);
        super::write(tree, &format!("tapaus-{number}.md"), &page)?;
    }
    Ok(())
}
