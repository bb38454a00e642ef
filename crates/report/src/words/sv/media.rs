//! Findings in pictures and documents, in Swedish.

use page::Language;

use super::phrases::{did_you_mean, in_languages};
use crate::words::phrases::{Words, say, shortened};
use content::fault::finding::MediaFinding;

const SHARED: &str = "använd en JPEG- eller PNG-fil, helst på 1200 × 630 bildpunkter";

pub(super) fn words(finding: &MediaFinding) -> Words {
    match finding {
        MediaFinding::Missing { address, nearest } => say(
            format!("Filen ”{address}” finns inte i innehållsmappen"),
            "filen finns inte",
            match nearest {
                Some(nearest) => did_you_mean(&format!("/{nearest}")),
                None => "kopiera filen bredvid den här sidan och skriv dess namn".to_owned(),
            },
        ),
        MediaFinding::Outside { named } => say(
            format!("”{named}” leder ut ur innehållsmappen"),
            "inte i innehållsmappen",
            "kopiera filen bredvid den här sidan och skriv bara dess namn",
        ),
        MediaFinding::NoPicture { named } => say(
            format!("”{named}” är ingen bild som en webbläsare kan visa"),
            "ingen bild",
            "använd en fil av typen JPEG, PNG, WebP, GIF, AVIF eller SVG",
        ),
        MediaFinding::Misnamed { named, better } => say(
            format!("”{named}” är en bild av en annan typ än namnet säger"),
            "en annan typ",
            format!("byt namn på filen och skriv ”{better}”"),
        ),
        MediaFinding::NoSize { named } => say(
            format!("Teckningen ”{named}” säger inte hur stor den är"),
            "varken storlek eller proportioner",
            "skriv viewBox=\"0 0 bredd höjd\" i dess <svg>-element, eller spara den på nytt i programmet som gjorde den",
        ),
        MediaFinding::Broken { named } => say(
            format!("Bilden ”{named}” är skadad eller alldeles för stor"),
            "kan inte läsas till slutet",
            "öppna den i ett bildprogram och spara den på nytt, högst 4000 bildpunkter bred",
        ),
        MediaFinding::Active { named, part, line } => say(
            format!(
                "”{named}” är en teckning som kunde köra ett program på besökarens dator eller hämta något utifrån"
            ),
            format!("på rad {line} i den står ”{part}”"),
            "spara den som vanlig SVG i UTF-8 utan skript, händelser, HTML och länkade filer, eller som PNG",
        ),
        MediaFinding::Twice { address, files: [first, second] } => say(
            format!("Två filer har adressen /{address}"),
            "vilken av dem?",
            format!("byt namn på eller ta bort {} eller {}", first.display(), second.display()),
        ),
        MediaFinding::OfPublication { file } => say(
            format!("På adressen /{file} har webbplatsen något eget"),
            "platsen är upptagen",
            "ge filen eller dess mapp ett annat namn",
        ),
        MediaFinding::OfDevice { name } => say(
            format!("Namnet ”{name}” är reserverat i Windows, som inte kan spara en sådan fil eller mapp"),
            "reserverat",
            "ge filen eller dess mapp ett annat namn",
        ),
        MediaFinding::NotOnWindows { name, character } => say(
            format!("”{name}” kan inte vara namnet på en fil eller mapp i Windows"),
            match character {
                ' ' | '.' => "slutar med mellanslag eller punkt".to_owned(),
                sign if sign.is_control() => "innehåller ett styrtecken".to_owned(),
                sign => format!("innehåller tecknet {sign}"),
            },
            "ge filen eller dess mapp ett annat namn; tills dess kan ingen kopiera den till en Windowsdator",
        ),
        MediaFinding::TooLong { name, most } => say(
            format!("Namnet ”{}” är för långt: systemen rymmer {most} byte", shortened(name)),
            format!("{} byte", name.len()),
            "ge filen eller dess mapp ett kortare namn; å, ä och ö är två byte",
        ),
        MediaFinding::Alike { files: [first, second] } => say(
            "Två namn skiljer sig bara i stora bokstäver eller i hur bokstäverna lagras: i Windows och macOS är de samma namn",
            "ser ut som ett annat",
            format!("byt namn på {} eller {}", first.display(), second.display()),
        ),
        MediaFinding::NoDocument { named, ending } => say(
            format!(
                "”{named}” kan inte erbjudas: webbplatsen publicerar inga filer som slutar på ”.{ending}”"
            ),
            "inte en sådan fil",
            "spara den som PDF; även kontors-, text-, ljud-, video-, bild- och ZIP-filer publiceras",
        ),
        MediaFinding::OtherContents { named, kind } => say(
            format!("”{named}” är ingen fil av typen {kind}, fastän namnet säger det"),
            "innehåller något annat",
            format!(
                "öppna den i programmet som gjorde den och spara den som {kind}, eller ge den ett namn som passar"
            ),
        ),
        MediaFinding::TooFewPixels { width, height } => say(
            format!("Bilden har {width} × {height} bildpunkter, för få för att visas när sidor delas"),
            "visas inte",
            SHARED,
        ),
        MediaFinding::NotShared { named } => {
            say(format!("”{named}” är ingen bild som visas när sidor delas"), "visas inte", SHARED)
        }
        MediaFinding::AltMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Bilden har ingen alternativ text på {} (WCAG 1.1.1)", in_languages(languages)),
                "vad föreställer den?",
                format!("skriv den i \"alt\": {{ \"{first}\": \"…\" }}"),
            )
        }
        MediaFinding::Cut { named } => say(
            format!("”{named}” är avklippt eller ofullständig: besökarna kan kanske inte öppna den"),
            "slutet saknas",
            "öppna filen, se om den är hel och spara eller kopiera den hit igen",
        ),
        MediaFinding::Protected { named } => say(
            format!("”{named}” är skyddad: den frågar efter lösenord eller stänger ute skärmläsare"),
            "krypterad",
            "spara den utan skydd och lösenord",
        ),
        MediaFinding::TooLarge { megabytes, most } => say(
            format!("Filen är för stor för en besökares förbindelse: {megabytes} MB"),
            "för stor",
            format!("gör den mindre än {most} MB"),
        ),
        MediaFinding::AltMissing => say(
            "Bilden har ingen alternativ text (WCAG 1.1.1)",
            "vad föreställer den?",
            "berätta i \"alt\" vad bilden föreställer; om den bara är dekoration, skriv \"decorative\": true",
        ),
        MediaFinding::AltEmpty => say(
            "Den alternativa texten är tom",
            "tom",
            "berätta vad bilden föreställer, eller skriv \"decorative\": true i stället",
        ),
        MediaFinding::AltFileName => say(
            "Den alternativa texten är ett filnamn",
            "ett filnamn",
            "berätta vad bilden föreställer, så som du skulle göra i telefon",
        ),
        MediaFinding::AltDecorative => say(
            "En bild som bara är dekoration har ingen alternativ text",
            "det ena eller det andra",
            "ta bort \"decorative\" eller \"alt\"",
        ),
    }
}
