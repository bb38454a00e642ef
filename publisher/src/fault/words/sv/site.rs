//! Findings between the files, in Swedish.

use application::page::Language;

use super::no_path;
use crate::fault::{
    finding::SiteFinding,
    words::{Words, say},
};

pub(super) fn words(finding: &SiteFinding) -> Words {
    match finding {
        SiteFinding::AddressTwice { path, first } => say(
            format!("Två filer står på adressen {path}"),
            "den andra",
            format!("ta bort den eller byt namn på den; den första är {}", first.display()),
        ),
        SiteFinding::NoParent { parent } => say(
            format!("Det finns ingen sida {parent} ovanför den här"),
            "går inte att nå uppifrån",
            "lägg till en index.json i mappen ovanför",
        ),
        SiteFinding::OldAddress { reason } => say(
            "Det här kan inte vara en adress",
            no_path(reason),
            "skriv den från och med det första snedstrecket, som ”/sivu.php/vanha_sivu”",
        ),
        SiteFinding::OldAddressTaken { path } => say(
            format!("På {path} finns en sida i dag"),
            "kan inte leda någon annanstans",
            "ta bort den här adressen, eller flytta sidan som står där",
        ),
        SiteFinding::OldAddressTwice { path, first } => say(
            format!("Den gamla adressen {path} används två gånger"),
            "för andra gången",
            match first {
                Some(first) => format!("behåll den på en sida; den första är {first}"),
                None => "behåll en av dem".to_owned(),
            },
        ),
        SiteFinding::RedirectChain { from, to, end } => say(
            format!("{from} leder till {to}, som leder vidare: besökaren får vänta"),
            "leder vidare",
            format!("skriv ”{end}”"),
        ),
        SiteFinding::RedirectLoop { from } => {
            say(format!("{from} leder i en cirkel"), "kommer aldrig fram", "skriv adressen till en sida")
        }
        SiteFinding::Address => say(
            "Webbplatsens adress börjar med https:// och slutar utan snedstreck",
            "inte så här",
            "skriv den som ”https://www.example.fi”",
        ),
        SiteFinding::NoLanguage => {
            say("Webbplatsen har inget språk", "”languages” är tom", "skriv \"languages\": [\"fi\"]")
        }
        SiteFinding::TitleEmpty => {
            say("Sidan har ingen rubrik (WCAG 2.4.2)", "tom", "berätta med några ord vad sidan handlar om")
        }
        SiteFinding::TitleLong { length, most } => say(
            format!("Rubriken har {length} tecken; ett sökresultat visar ungefär {most}"),
            "lång",
            "börja med de ord som skiljer sidan från andra, och korta av resten",
        ),
        SiteFinding::TitleTwice { first } => say(
            format!("En annan sida i samma avsnitt har samma rubrik: {first}"),
            "för andra gången",
            "säg i rubriken vad som är annorlunda här",
        ),
        SiteFinding::TranslationOfItsLanguage { of } => say(
            format!("{of} är på samma språk som den här sidan"),
            "ingen översättning",
            "skriv adressen till sidan på webbplatsens huvudspråk",
        ),
        SiteFinding::TranslationMissing { path, languages } => {
            let said: Vec<&str> = languages.iter().copied().map(in_language).collect();
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Sidan finns inte {}", said.join(" eller ")),
                "inte översatt",
                format!("skriv den i mappen {first}/ med \"translationOf\": \"{path}\""),
            )
        }
    }
}

fn in_language(language: Language) -> &'static str {
    match language {
        Language::Fi => "på finska",
        Language::Sv => "på svenska",
        Language::En => "på engelska",
    }
}
