use std::sync::LazyLock;

use image::{Rgb, RgbImage};

use super::{
    layout::{Line, MARGIN, Role, lay_out},
    view::{HORIZON, colour},
    *,
};

static PAINTER: LazyLock<Painter> = LazyLock::new(|| Painter::new().unwrap());

/// What nobody calls a page, and somebody will.
const HARD: [&str; 16] = [
    "",
    " \t\u{a0}\u{ad} ",
    "😀",
    "<svg onload=\"alert(1)\">",
    "</text><path d=\"M0 0h1200v630H0z\"/><text>",
    "&amp; &#0; &lt; ]]> <!-- <?xml",
    "\u{0}\u{1}\u{b}\u{7f}\u{fffe}\u{ffff}",
    "\u{202e}nurin\u{2066} päin",
    "שלום ja مرحبا",
    "Z\u{351}\u{36f}a\u{308}\u{308}\u{308}lgo",
    "Koulutusyhteistyöverkostohanke",
    "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilasepäjärjestelmällisyys",
    "Čáhcesuolu ja Ŋáŋŋáš",
    "Поддержка предпринимателям",
    "10\u{a0}000\u{202f}000 – a/b",
    "https://www.example.fi/hyvin/pitka/osoite?joka=ei&mahdu=riville#millaan",
];

fn pixels(title: &str) -> RgbImage {
    image::load_from_memory(
        &PAINTER.paint(title, "Jyväskylän seutu", "ihmistä varten", Language::Fi).unwrap(),
    )
    .unwrap()
    .to_rgb8()
}

fn title_lines(title: &str) -> Vec<Line> {
    let lines = lay_out(&PAINTER.letters, title, "Seutu", "kaikille", Language::Fi);
    lines.into_iter().filter(|line| line.role == Role::Title).collect()
}

#[test]
fn whatever_a_title_is_there_is_a_picture_with_its_text_within_the_margins() {
    let ground =
        image::load_from_memory(&PAINTER.paint("", "", "", Language::Fi).unwrap()).unwrap().to_rgb8();
    assert_eq!(ground.dimensions(), (1200, 630));
    let long = ["a".repeat(10_000), "Sana ".repeat(2_000), "i".repeat(300), "W".repeat(90), "-".repeat(500)];
    for title in HARD.into_iter().chain(long.iter().map(String::as_str)) {
        let picture = pixels(title);
        assert_eq!(picture.dimensions(), ground.dimensions());
        let changed = picture.enumerate_pixels().filter(|(x, y, pixel)| *pixel != ground.get_pixel(*x, *y));
        for (x, y, _) in changed {
            // The hook of a large J hangs over the edge.
            assert!((MARGIN - 10..WIDTH - MARGIN + 4).contains(&x), "{title} at {x}, {y}");
            assert!((MARGIN - 16..HORIZON).contains(&y), "{title} at {x}, {y}");
        }
    }
}

#[test]
fn the_same_page_has_the_same_picture() {
    let other = Painter::new().unwrap();
    let paint = |painter: &Painter| painter.paint("Uutiset", "Seutu", "kaikille", Language::Fi).unwrap();
    assert!(paint(&PAINTER) == paint(&other));
    let fingerprint =
        |title: &str, name: &str, slogan: &str| PAINTER.fingerprint(title, name, slogan, Language::Fi);
    let number = fingerprint("Uutiset", "Seutu", "kaikille");
    assert_eq!(number, other.fingerprint("Uutiset", "Seutu", "kaikille", Language::Fi));
    assert_ne!(number, fingerprint("Uutinen", "Seutu", "kaikille"));
    assert_ne!(number, fingerprint("Uutiset", "Setu", "kaikille"));
    assert_ne!(number, fingerprint("Uutiset", "Seutu", "kaikki"));
}

#[test]
fn a_title_is_as_large_as_its_length_allows() {
    let lines = |title: &str| title_lines(title).len();
    let size = |title: &str| title_lines(title)[0].size;
    assert_eq!((lines("Uutiset"), size("Uutiset")), (1, 104));
    let sentence = "Seudun joukkoliikenne uudistuu ensi syksynä";
    assert_eq!(lines(sentence), 2);
    let long = "Keski-Suomen maakunnan yhteistyöryhmä hakee hankkeita, jotka vahvistavat alueen elinvoimaa";
    assert!(size(long) < size(sentence) && lines(long) <= 4);
    assert_eq!(lines(&format!("{long} {long} {long}")), 4);
}

#[test]
fn what_is_too_long_ends_with_an_ellipsis_and_nothing_else_does() {
    let last = |title: &str| title_lines(title).pop().unwrap().text;
    assert!(last(&"Asiantuntijaverkosto kokoontuu ".repeat(9)).ends_with('…'));
    assert!(last(&"a".repeat(10_000)).ends_with('…'));
    assert_eq!(last("Koulutusyhteistyöverkostohanke"), "Koulutusyhteistyöverkostohanke");
}

#[test]
fn a_word_stays_whole_as_long_as_it_fits_and_is_broken_between_syllables() {
    let text =
        |title: &str| -> Vec<String> { title_lines(title).into_iter().map(|line| line.text).collect() };
    assert_eq!(text("Koulutusyhteistyöverkostohanke").len(), 1);
    assert_eq!(
        text("Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"),
        ["Lentokonesuihkuturbiinimootto-", "riapumekaanikkoaliupseerioppi-", "las"]
    );
}

#[test]
fn what_the_font_cannot_write_is_left_out() {
    let legible = |text: &str| PAINTER.letters.legible(text);
    assert_eq!(legible("Tervetuloa 😀 kaikki!"), "Tervetuloa kaikki!");
    assert_eq!(legible(" \u{202e}nurin\t\n päin\u{200b} "), "nurin päin");
    assert_eq!(legible("\u{ad}\u{a0}"), "");
    for text in ["Ääkköset, öljy", "Åland", "Čáŋđŧžš Ǩǯâ", "Поддержка", "“Quoted” – it’s €5 …"]
    {
        assert_eq!(legible(text), text);
    }
}

#[test]
fn the_front_page_says_its_name_once() {
    let lines = lay_out(&PAINTER.letters, "Seutu", "Seutu", "kaikille", Language::Fi);
    let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(text, ["Seutu", "kaikille"]);
    // So does a page whose title can't be written.
    assert_eq!(lay_out(&PAINTER.letters, "😀", "Seutu", "kaikille", Language::Fi), lines);
}

#[test]
fn every_line_stays_above_the_horizon() {
    let long = ["Sana ".repeat(12), "Pitkähkö sana ".repeat(30)];
    for title in HARD.into_iter().chain(long.iter().map(String::as_str)) {
        for (name, slogan) in [("Seutu", "kaikille"), (title, title), (title, "kaikille"), ("", "")] {
            for line in lay_out(&PAINTER.letters, title, name, slogan, Language::Fi) {
                assert!(line.baseline + line.size / 4 <= HORIZON, "{line:?}");
            }
        }
    }
}

#[test]
fn a_slogan_without_room_stays_away() {
    let lines = lay_out(&PAINTER.letters, "Uutiset", "Seutu", &"pitkä ".repeat(30), Language::Fi);
    assert!(lines.iter().all(|line| line.role != Role::Slogan), "{lines:?}");
}

#[test]
fn the_view_has_the_colours_of_the_style() {
    let tokens = include_str!("../../../../../style/tokens.css");
    let by_day = |name: &str| {
        let value = tokens.split(&format!("--{name}: light-dark(")).nth(1).unwrap();
        value.split(',').next().unwrap()
    };
    assert_eq!(by_day("view-sky"), "var(--colour-mist)");
    let names = [
        (colour::SKY, "colour-mist"),
        (colour::FAR_RIDGE, "view-far-ridge"),
        (colour::RIDGE, "view-ridge"),
        (colour::NEAR_RIDGE, "view-near-ridge"),
        (colour::LAKE, "view-lake"),
        (colour::GLINT, "view-glint"),
        (colour::HEADING, "colour-heading"),
        (colour::TEXT, "colour-text"),
    ];
    for (value, name) in names {
        assert_eq!(value, by_day(name), "{name}");
    }
}

#[test]
fn text_has_a_contrast_of_seven_to_one() {
    let picture = pixels("Uutiset");
    let sky = luminance(picture.get_pixel(4, 4));
    let darkest = |rows: std::ops::Range<u32>| {
        let text = (180..WIDTH - MARGIN).flat_map(|x| rows.clone().map(move |y| (x, y)));
        text.map(|(x, y)| luminance(picture.get_pixel(x, y))).fold(1.0, f64::min)
    };
    for (what, rows) in [("name", 70..104), ("slogan", 108..140), ("title", 180..HORIZON)] {
        let contrast = (sky + 0.05) / (darkest(rows) + 0.05);
        assert!(contrast >= 7.0, "{what}: {contrast}");
    }
}

/// WCAG 2.2, "relative luminance".
fn luminance(Rgb(pixel): &Rgb<u8>) -> f64 {
    let [red, green, blue] = pixel.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
