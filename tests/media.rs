//! Pictures and documents, as the real binary publishes them: under any name, in the right size, said with what is in them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use image::{ImageFormat, RgbImage};
use serde_json::{Value, json};

use crate::support::pdf::{packed_pdf, pdf};

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
fn a_letter_of_two_signs_is_the_same_letter() {
    let site = Site::of(json!([
        { "paragraph": "Ka\u{308}vele [a\u{308}a\u{308}neen](#aani)." },
        { "heading": "A\u{308}a\u{308}ni" },
        { "documents": [{ "file": "po\u{308}yta\u{308}.pdf", "title": "Po\u{308}yta\u{308}" }] },
        { "documents": [{ "file": "p\u{f6}yt\u{e4} 2.pdf", "title": "Toinen" }] },
    ]));
    site.put("fi/p\u{f6}yt\u{e4}.pdf", b"%PDF-1.7 a");
    site.put("fi/po\u{308}yta\u{308} 2.pdf", b"%PDF-1.7 b");
    // An escape is a letter, too.
    let front = fs::read_to_string(site.scratch.path().join("content/fi/index.json")).unwrap();
    let escaped = front.replace("Ka\u{308}vele", "Ka\\u0308vele");
    assert_ne!(front, escaped);
    site.put("fi/index.json", escaped.as_bytes());
    let site = site.published();
    let (page, document) = (site.page().to_string(), site.document());
    for text in [&page, &document] {
        assert!(!text.contains('\u{308}'), "{text}");
        assert!(text.contains("Kävele") && text.contains("Ääni") && text.contains("Pöytä"), "{text}");
    }
    assert!(document.contains("id=\"aani\""), "{document}");
    assert!(site.out().join("p\u{f6}yt\u{e4} 2.pdf").is_file());
}

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
fn the_smaller_size_of_a_picture_steps_aside_for_a_name_that_some_systems_take_for_its_own() {
    let figure = |file: &str| json!({ "figure": { "image": file, "alt": "Silta kesällä" } });
    let site = Site::of(json!([figure("kuva.png"), figure("KUVA-720.png")]));
    site.put("fi/kuva.png", &picture(2000, 0, ImageFormat::Png));
    site.put("fi/KUVA-720.png", &picture(700, 255, ImageFormat::Png));
    let site = site.published();
    assert!(site.out().join("KUVA-720.png").is_file() && !site.out().join("kuva-720.png").exists());
    let set = site.page()["blocks"][0]["figure"]["smaller"].as_str().unwrap().to_owned();
    assert!(set.starts_with("/kuva-720_.png "), "{set}");
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

/// A part of a PNG (PNG 3rd edition §5.3).
fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut checksum = flate2::Crc::new();
    checksum.update(name);
    checksum.update(data);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length, &name[..], data, &checksum.sum().to_be_bytes()].concat()
}

/// A PNG of one colour: `depth` and `kind` as in its head, `line` bytes a line. It takes some kilobytes.
fn one_colour(width: u32, height: u32, depth: u8, kind: u8, line: usize) -> Vec<u8> {
    let mut pixels = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let line = vec![0; line + 1];
    (0..height).for_each(|_| std::io::Write::write_all(&mut pixels, &line).unwrap());
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, kind, 0, 0, 0]].concat();
    let palette = if kind == 3 { chunk(b"PLTE", &[9, 9, 9]) } else { Vec::new() };
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", &head),
        &palette,
        &chunk(b"IDAT", &pixels.finish().unwrap()),
        &chunk(b"IEND", &[]),
    ]
    .concat()
}

/// A grey JPEG of one colour. In the tables that every encoder has, a block of it takes six bits: no difference to the block
/// before, and its end (ITU-T T.81 §K.3).
fn one_grey(width: u16, height: u16) -> Vec<u8> {
    let mut small = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(8, 8, image::Luma([128])).write_to(&mut small, ImageFormat::Jpeg).unwrap();
    let mut jpeg = small.into_inner();
    let find = |jpeg: &[u8], marker: u8| jpeg.windows(2).position(|bytes| bytes == [0xff, marker]).unwrap();
    let size = find(&jpeg, 0xc0) + 5;
    jpeg[size..size + 2].copy_from_slice(&height.to_be_bytes());
    jpeg[size + 2..size + 4].copy_from_slice(&width.to_be_bytes());
    let scan = find(&jpeg, 0xda);
    jpeg.truncate(scan + 2 + usize::from(jpeg[scan + 3]));
    let blocks = usize::from(width).div_ceil(8) * usize::from(height).div_ceil(8);
    [&jpeg, &[0x28, 0xa2, 0x8a].repeat(blocks.div_ceil(4))[..], &[0xff, 0xd9]].concat()
}

/// The most memory that a command has taken while it ran, in megabytes, and what it left.
#[cfg(target_os = "linux")]
fn peak_of(mut command: Command) -> (u64, Output) {
    let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    // The system says the most so far, for as long as the process runs. Asked without a pause it would take a core.
    while child.try_wait().unwrap().is_none() {
        let said = fs::read_to_string(&status).unwrap_or_default();
        let most = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let most = most.and_then(|most| most.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(most.unwrap_or_default() / 1024);
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    (peak, child.wait_with_output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_small_file_with_more_pixels_than_memory_is_a_fault_and_takes_none_of_it() {
    let bombs = [
        ("yksi.png", one_colour(30_000, 30_000, 1, 0, 3750)),
        ("paletti.png", one_colour(30_000, 30_000, 1, 3, 3750)),
        // Sixteen times as many bytes come out of it as are decoded.
        ("korkea.png", one_colour(1000, 200_000, 1, 0, 125)),
        ("harmaa.jpg", one_grey(30_000, 30_000)),
        ("leveä.jpg", one_grey(65_000, 15_000)),
    ];
    let figure = |(name, _): &(&str, Vec<u8>)| json!({ "figure": { "image": name, "alt": "Silta kesällä" } });
    let site = Site::of(bombs.iter().map(figure).collect());
    for (name, bytes) in &bombs {
        assert!(bytes.len() < 12_000_000, "{name}");
        site.put(&format!("fi/{name}"), bytes);
    }
    for arguments in [vec!["check"], vec!["build", "--out", "dist", "--shell", shell().to_str().unwrap()]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        command.args(&arguments).args(["--content", "content", "--language", "en"]);
        command.current_dir(site.scratch.path()).env("NO_COLOR", "1");
        let (peak, output) = peak_of(command);
        assert_eq!(output.status.code(), Some(1), "{}", words(&output));
        for (name, _) in &bombs {
            let said = format!("“{name}” is damaged or far too large");
            assert!(words(&output).contains(&said), "{said}: {}", words(&output));
        }
        assert!((1..300).contains(&peak), "{peak} MB, {arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn pictures_that_are_made_smaller_at_once_share_the_memory() {
    let names: Vec<String> = (0..3).map(|number| format!("kuva-{number}.png")).collect();
    let figure = |name: &String| json!({ "figure": { "image": name, "alt": "Silta kesällä" } });
    let site = Site::of(names.iter().map(figure).collect());
    // Each takes some 500 megabytes: it is made lower first, and then narrower.
    let bytes = one_colour(1000, 40_000, 1, 0, 125);
    names.iter().for_each(|name| site.put(&format!("fi/{name}"), &bytes));
    let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
    command.args(["check", "--content", "content", "--language", "en"]).env("RAYON_NUM_THREADS", "3");
    command.current_dir(site.scratch.path()).env("NO_COLOR", "1");
    let (peak, output) = peak_of(command);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    assert!((400..1300).contains(&peak), "{peak} MB");
}

#[test]
fn a_picture_that_moves_keeps_moving_on_small_screens() {
    let still = one_colour(1000, 9, 8, 0, 1000);
    let (head, rest) = still.split_at(33);
    let moving = [head, &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), rest].concat();
    let figure = |name: &str| json!({ "figure": { "image": name, "alt": "Silta kesällä" } });
    let site = Site::of(json!([figure("still.png"), figure("moving.png")]));
    site.put("fi/still.png", &still);
    site.put("fi/moving.png", &moving);
    let site = site.published();
    assert!(site.out().join("still-720.png").is_file());
    assert!(!site.out().join("moving-720.png").exists());
    assert_eq!(site.page()["blocks"][1]["figure"]["smaller"], Value::Null);
}

#[test]
fn a_file_that_is_far_too_large_is_not_read() {
    let site = Site::of(json!([
        { "figure": { "image": "iso.png", "alt": "Silta kesällä" } },
        { "documents": [{ "file": "iso.pdf", "title": "Ohjelma" }] },
    ]));
    for name in ["iso.png", "iso.pdf"] {
        site.put(&format!("fi/{name}"), b"%PDF-1.7");
        // A hole takes no room on the disk, but all of the memory of who reads it.
        let file =
            fs::File::options().write(true).open(site.scratch.path().join("content/fi").join(name)).unwrap();
        file.set_len(1 << 40).unwrap();
    }
    let output = site.seutu(&["check"], None);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    assert_eq!(words(&output).matches("asset.too-large").count(), 2, "{}", words(&output));
}

#[test]
fn a_drawing_with_a_declaration_that_browsers_read_is_no_picture_and_no_document() {
    let drawing = "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>\n\
        <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
    for block in [
        json!({ "documents": [{ "file": "kartta.svg", "title": "Kartta" }] }),
        json!({ "figure": { "image": "kartta.svg", "alt": "Silta kesällä" } }),
    ] {
        let site = Site::of(json!([block]));
        site.put("fi/kartta.svg", drawing.as_bytes());
        let output = site.build();
        assert_eq!(output.status.code(), Some(1), "{}", words(&output));
        assert!(
            words(&output).contains("asset.script")
                && words(&output).contains("line 1 of it holds “<!ATTLIST svg")
        );
        assert!(!site.out().exists());
    }
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
    let pdf = |language: &str| pdf(&format!("/Lang ({language})"), "");
    let site = Site::of(json!([{ "documents": [
        { "file": "a.pdf", "title": "Dagordning", "titleLanguage": "sv" },
        { "file": "a.pdf", "title": "Lähtökohdat" },
        { "file": "c.pdf", "title": "Tausta" },
        { "file": "c.pdf", "title": "Background", "language": "en" },
        { "file": "b.pdf", "title": "دليل", "titleLanguage": "ar" },
        { "file": "b.pdf", "title": "Esityslista" },
        { "file": "b.pdf", "title": "Agenda", "language": "en" },
        { "file": "a.pdf", "title": "Lista", "language": "fi" },
        { "file": "a.pdf", "title": "Bagadus", "language": "se", "titleLanguage": "se" },
        { "file": "a.pdf", "title": "Путеводитель", "language": "ru-RU" },
        { "file": "a.pdf", "title": "Itọsọna", "language": "yo" },
        { "file": "d.pdf", "title": "Pöytäkirja" },
        { "file": "e.pdf", "title": "Selvitys" },
    ] }]));
    site.put("fi/a.pdf", pdf("sv-FI").as_bytes());
    site.put("fi/b.pdf", pdf("fi-FI").as_bytes());
    // What office programs write where nobody has chosen.
    site.put("fi/c.pdf", pdf("en-US").as_bytes());
    site.put("fi/d.pdf", &packed_pdf("(sv-FI)"));
    site.put("fi/e.pdf", &packed_pdf("(en-US)"));
    let document = site.published().document();
    for said in [
        "<span lang=\"sv\">Dagordning</span></a> (PDF, <span class=\"unbroken\">1 kt,</span> ruotsiksi)",
        ">Lähtökohdat</a> (PDF, <span class=\"unbroken\">1 kt,</span> ruotsiksi)",
        ">Tausta</a> (PDF, <span class=\"unbroken\">1 kt)</span>",
        ">Background</a> (PDF, <span class=\"unbroken\">1 kt,</span> englanniksi)",
        "<span lang=\"ar\" dir=\"rtl\">دليل</span></a> (PDF, <span class=\"unbroken\">1 kt)</span>",
        "Esityslista</a> (PDF, <span class=\"unbroken\">1 kt)</span>",
        ">Agenda</a> (PDF, <span class=\"unbroken\">1 kt,</span> englanniksi)",
        "Lista</a> (PDF, <span class=\"unbroken\">1 kt)</span>",
        "<span lang=\"se\">Bagadus</span></a> (PDF, <span class=\"unbroken\">1 kt,</span> pohjoissaameksi)",
        ">Путеводитель</a> (PDF, <span class=\"unbroken\">1 kt,</span> venäjäksi)",
        ">Itọsọna</a> (PDF, <span class=\"unbroken\">1 kt,</span> kieli: yo)",
        ">Pöytäkirja</a> (PDF, <span class=\"unbroken\">1 kt,</span> ruotsiksi)",
        ">Selvitys</a> (PDF, <span class=\"unbroken\">1 kt)</span>",
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
    // A folder in the place of such a file, and a name that leaves no room for that of a compressed copy.
    let long = format!("{}.js", "a".repeat(249));
    for (name, said) in [("ikoni.svg", "The shell has a file ikoni.svg"), (&long, "longer than 250 bytes")] {
        fs::rename(other.join("icon.svg"), other.join(name)).unwrap();
        let page =
            json!({ "title": "Sivu", "summary": "Sivu.", "kind": "page", "oldAddresses": ["/ikoni.svg/"] });
        site.put("fi/sivu.json", page.to_string().as_bytes());
        let output = site.seutu(&["build"], Some(&other));
        assert_eq!(output.status.code(), Some(2), "{}", words(&output));
        assert!(words(&output).contains(said), "{}", words(&output));
        assert_eq!(site.document(), before);
        fs::rename(other.join(name), other.join("icon.svg")).unwrap();
    }
}
