//! Findings in files and their JSON, in Swedish.

use super::phrases::no_path;
use crate::words::phrases::{Words, say};
use content::fault::finding::{FileFinding, Syntax};

pub(super) fn words(finding: &FileFinding) -> Words {
    match finding {
        FileFinding::SiteMissing => say(
            "I innehållsmappen saknas site.json, filen med webbplatsens namn och meny",
            "borde finnas här",
            "kontrollera att det är rätt mapp: den har en egen mapp för varje språk",
        ),
        FileFinding::Unreadable { reason } => say(
            format!("Filen går inte att läsa: {reason}"),
            "inte läst",
            "kontrollera att du får öppna den, och att inget annat program håller den öppen",
        ),
        FileFinding::ByteOrderMark => say(
            "Filen börjar med ett osynligt byteordningsmärke (BOM), som JSON inte tillåter (RFC 8259 §8.1)",
            "före det här tecknet",
            "spara filen på nytt som UTF-8 utan BOM",
        ),
        FileFinding::Encoding => say(
            "Filen är inte UTF-8-text",
            "från det här tecknet",
            "spara filen på nytt med teckenkodningen UTF-8",
        ),
        FileFinding::SymbolicLink => say(
            "Det här är en symbolisk länk; innehållet måste ligga i sin egen mapp",
            "länken följs inte",
            "lägg själva filen här",
        ),
        FileFinding::IgnoredFile => say(
            "Den här filen läses inte: den är ingen sida på webbplatsen",
            "läses inte",
            "låt namnet sluta på .json och lägg filen i ett språks mapp, eller ta bort den",
        ),
        FileFinding::IgnoredFolder { name } => say(
            format!("Mappen {name}/ läses inte: den hör inte till något språk"),
            "läses inte",
            "flytta sidorna till mappen fi, sv eller en, eller ta bort dem",
        ),
        FileFinding::Name { name, reason, better } => say(
            format!("Namnet ”{name}” kan inte vara en del av en adress: {}", no_path(reason)),
            "den här filen",
            format!("byt namn på den, till exempel till ”{better}”"),
        ),
        FileFinding::Empty => say("Filen är tom", "här ska det stå {", "börja med { \"title\": \"…\" }"),
        FileFinding::Syntax(syntax) => {
            let (label, help) = syntax_words(*syntax);
            say("Det här är inte JSON", label, help)
        }
        FileFinding::Nesting => say(
            "Filen har för många parenteser inuti varandra",
            "för djupt",
            "en sida behöver aldrig så många nivåer av [ och {; listor kan stå högst tio inuti varandra",
        ),
        FileFinding::DuplicateKey { name, first_line } => say(
            format!("Fältet ”{name}” finns två gånger"),
            "för andra gången",
            format!("behåll ett av dem; det första är på rad {first_line}"),
        ),
    }
}

fn syntax_words(syntax: Syntax) -> (&'static str, &'static str) {
    match syntax {
        Syntax::CommaMissing => ("det saknas ett komma före det här", "skilj värdena åt med komma"),
        Syntax::CommaTooMany => ("det kommer inget efter kommat", "ta bort kommat efter det sista värdet"),
        Syntax::ColonMissing => ("det saknas ett kolon före det här", "skriv \"namn\": och sedan värdet"),
        Syntax::ValueMissing => ("värdet saknas här", "skriv värdet efter kolonet"),
        Syntax::NotQuoted => ("hör inte hit", "sätt namn och texter inom \"raka citattecken\""),
        Syntax::Comment => ("en kommentar", "JSON har inga kommentarer: ta bort den"),
        Syntax::SingleQuotes => ("enkla citattecken", "använd \"raka dubbla citattecken\""),
        Syntax::ObjectNotClosed => ("det här { stängs aldrig", "lägg till } i slutet"),
        Syntax::ListNotClosed => ("det här [ stängs aldrig", "lägg till ] i slutet"),
        Syntax::LineBreak => {
            ("texten tar inte slut på den här raden", "avsluta den med \"; en ny rad i texten skrivs \\n")
        }
        Syntax::Space => {
            ("ett mellanslag som JSON inte känner till", "skriv ett vanligt mellanslag i stället")
        }
        Syntax::Control => {
            ("en tabulator eller ett annat tecken som inte syns", "skriv ett mellanslag i stället")
        }
        Syntax::Text => (
            "texten tar inte slut, eller har ett tecken som JSON inte känner till",
            "avsluta den med \"; skriv \\\" för ett citattecken och \\n för en ny rad i texten",
        ),
        Syntax::GoesOn => ("filen borde ha tagit slut före det här", "en fil innehåller ett { … }"),
        Syntax::UnexpectedSign => {
            ("hör inte hit", "se efter om ett värde eller en parentes saknas före det här")
        }
        Syntax::Unexpected => ("hör inte hit", "tal skrivs som 2006 eller 1.5, texter inom \"citattecken\""),
    }
}
