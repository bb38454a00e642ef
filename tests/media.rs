//! Pictures and documents, as the real binary publishes them: under any name, in the right size, said with what is in them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use image::{ImageFormat, RgbImage};
use serde_json::{Value, json};

struct Site {
    scratch: tempfile::TempDir,
}

impl Site {
    /// A site of one page with the blocks.
    fn of(blocks: Value) -> Site {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        let about = json!({
            "name": "Testilä",
            "slogan": "koeteltu",
            "address": "https://testila.example",
            "languages": ["fi"],
            "menu": [],
            "footer": [],
        });
        site.put("site.json", about.to_string().as_bytes());
        let front = json!({ "title": "Testilä", "summary": "Etusivu.", "kind": "front", "content": blocks });
        site.put("fi/index.json", front.to_string().as_bytes());
        site
    }

    fn put(&self, file: &str, bytes: &[u8]) {
        let path = self.scratch.path().join("content").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    fn seutu(&self, arguments: &[&str], shell: Option<&Path>) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        command.args(arguments).args(["--content", "content", "--language", "en"]);
        if let Some(shell) = shell {
            command.args(["--out", "dist", "--shell"]).arg(shell);
        }
        command.current_dir(self.scratch.path()).env("NO_COLOR", "1").output().unwrap()
    }

    fn build(&self) -> Output {
        self.seutu(&["build"], Some(&shell()))
    }

    /// Publishes the site, with no fault.
    fn published(self) -> Site {
        let output = self.build();
        assert!(output.status.success(), "{}", words(&output));
        self
    }

    fn document(&self) -> String {
        fs::read_to_string(self.out().join("index.html")).unwrap()
    }

    fn page(&self) -> Value {
        let text = fs::read_to_string(self.out().join("page.json")).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()["page"].clone()
    }

    /// The file that a URL of the site leads to, as a host would find it.
    fn file_at(&self, url: &str) -> PathBuf {
        let url = url.strip_prefix("https://testila.example").unwrap_or(url);
        let path = url.split(['?', '#']).next().unwrap().strip_prefix('/').unwrap();
        let mut bytes = Vec::new();
        let mut rest = path.as_bytes();
        while let [first, after @ ..] = rest {
            let digits =
                after.get(..2).filter(|_| *first == b'%').map(|two| std::str::from_utf8(two).unwrap());
            bytes.push(digits.map_or(*first, |two| u8::from_str_radix(two, 16).unwrap()));
            rest = &after[if digits.is_some() { 2 } else { 0 }..];
        }
        self.out().join(String::from_utf8(bytes).unwrap())
    }
}

fn shell() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell")
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn picture(width: u32, shade: u8, kind: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_pixel(width, 40, image::Rgb([shade; 3]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, kind).unwrap();
    bytes.into_inner()
}

/// What stands in an attribute, for each time that it stands in a document.
fn attributes<'d>(document: &'d str, name: &str) -> Vec<&'d str> {
    let begin = format!(" {name}=\"");
    document.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Names that a URL can't hold as they are, and that people give their files all the same.
const NAMES: [&str; 8] = [
    "Ohjelma 2026",
    "Pöytäkirja (luonnos)",
    "a,b, c",
    "#1 mitä?",
    "100 %",
    "50%20",
    "\"lainaus\" & <b>",
    "ii\u{308}日本 'x' +~",
];

#[test]
fn a_document_can_have_any_name() {
    let documents: Vec<Value> =
        NAMES.iter().map(|name| json!({ "file": format!("{name}.pdf"), "title": "Ohjelma" })).collect();
    let site = Site::of(json!([{ "documents": documents }]));
    for name in NAMES {
        site.put(&format!("fi/{name}.pdf"), format!("%PDF-1.7 {name}").as_bytes());
    }
    let site = site.published();
    let document = site.document();
    let links: Vec<&str> =
        attributes(&document, "href").into_iter().filter(|href| href.ends_with(".pdf")).collect();
    assert_eq!(links.len(), NAMES.len(), "{document}");
    for (link, name) in links.iter().zip(NAMES) {
        assert_eq!(fs::read_to_string(site.file_at(link)).unwrap(), format!("%PDF-1.7 {name}"));
    }
    assert!(site.out().join("Ohjelma 2026.pdf").is_file());
}

#[test]
fn a_picture_can_have_any_name_in_both_sizes_and_where_its_page_is_shared() {
    for name in NAMES {
        let file = format!("{name}.jpg");
        let site = Site::of(json!([{ "figure": { "image": file, "alt": "Silta kesällä" } }]));
        let large = RgbImage::from_pixel(1000, 300, image::Rgb([9; 3]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        large.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        site.put(&format!("fi/{file}"), bytes.get_ref());
        let site = site.published();
        let document = site.document();
        let widths = |url: &str| image::image_dimensions(site.file_at(url)).unwrap().0;
        let source = *attributes(&document, "src").iter().find(|src| src.ends_with(".jpg")).unwrap();
        assert_eq!(widths(source), 1000, "{name}");
        let candidates: Vec<(&str, &str)> = attributes(&document, "srcset")[0]
            .split(", ")
            .map(|candidate| candidate.split_once(' ').unwrap())
            .collect();
        assert_eq!(candidates.iter().map(|(_, width)| *width).collect::<Vec<_>>(), ["720w", "1000w"]);
        assert_eq!(candidates.iter().map(|(url, _)| widths(url)).collect::<Vec<_>>(), [720, 1000], "{name}");
        let shared = document.split("og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(widths(shared), 1000, "{name}");
    }
}

#[test]
fn the_smaller_size_of_a_picture_steps_aside_for_a_file_of_the_editor() {
    let figure = |file: &str| json!({ "figure": { "image": file, "alt": "Silta kesällä" } });
    let site = Site::of(json!([figure("kuva.png"), figure("kuva-720.png")]));
    site.put("fi/kuva.png", &picture(2000, 0, ImageFormat::Png));
    let own = picture(700, 255, ImageFormat::Png);
    site.put("fi/kuva-720.png", &own);
    let site = site.published();
    assert_eq!(fs::read(site.out().join("kuva-720.png")).unwrap(), own);
    let set = site.page()["blocks"][0]["figure"]["smaller"].as_str().unwrap().to_owned();
    let smaller = set.split(' ').next().unwrap();
    assert_eq!(image::image_dimensions(site.file_at(smaller)).unwrap().0, 720, "{set}");
}

#[test]
fn a_picture_that_cannot_be_decoded_is_a_fault_at_its_place() {
    let site = Site::of(json!([{ "figure": { "image": "ranta.png", "alt": "Silta kesällä" } }]));
    let mut bytes = picture(2000, 9, ImageFormat::Png);
    for byte in &mut bytes[45..60] {
        *byte ^= 0xff;
    }
    site.put("fi/ranta.png", &bytes);
    let (built, checked) = (site.build(), site.seutu(&["check"], None));
    assert_eq!((built.status.code(), checked.status.code()), (Some(1), Some(1)), "{}", words(&built));
    assert!(words(&built).contains("asset.picture") && words(&built).contains("fi/index.json:1:"));
    assert_eq!(words(&built), words(&checked));
}

#[test]
fn a_picture_that_is_offered_as_a_document_gets_no_smaller_size() {
    let site = Site::of(json!([{ "documents": [{ "file": "kartta.png", "title": "Kartta" }] }]));
    site.put("fi/kartta.png", &picture(2000, 9, ImageFormat::Png));
    let site = site.published();
    assert!(site.out().join("kartta.png").is_file());
    assert!(!site.out().join("kartta-720.png").exists());
}

#[test]
fn a_pdf_says_its_language_and_what_the_editor_writes_counts_more() {
    let pdf = |language: &str| format!("%PDF-1.7\n1 0 obj << /Type /Catalog /Lang ({language}) >> endobj\n");
    let site = Site::of(json!([{ "documents": [
        { "file": "a.pdf", "title": "Dagordning" },
        { "file": "b.pdf", "title": "Esityslista" },
        { "file": "b.pdf", "title": "Agenda", "language": "en" },
        { "file": "a.pdf", "title": "Lista", "language": "fi" },
    ] }]));
    site.put("fi/a.pdf", pdf("sv-FI").as_bytes());
    site.put("fi/b.pdf", pdf("fi-FI").as_bytes());
    let document = site.published().document();
    for said in [
        "<span lang=\"sv\">Dagordning</span></a> (PDF, 1 kt, ruotsiksi)",
        "Esityslista</a> (PDF, 1 kt)",
        "<span lang=\"en\">Agenda</span></a> (PDF, 1 kt, englanniksi)",
        "Lista</a> (PDF, 1 kt)",
    ] {
        assert!(document.contains(said), "{said} is missing in {document}");
    }
}

#[test]
fn a_file_that_has_the_name_of_one_of_the_shell_is_named_and_the_old_site_stays() {
    let site = Site::of(json!([{ "figure": { "image": "icon.svg", "alt": "Silta kesällä" } }]));
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
    site.put("fi/icon.svg", drawing.as_bytes());
    let site = site.published();
    let before = site.document();
    let other = site.scratch.path().join("shell");
    fs::create_dir(&other).unwrap();
    fs::copy(shell().join("index.html"), other.join("index.html")).unwrap();
    fs::write(other.join("icon.svg"), drawing).unwrap();
    let output = site.seutu(&["build"], Some(&other));
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("icon.svg"), "{}", words(&output));
    assert_eq!(site.document(), before);
}
