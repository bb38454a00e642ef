//! Findings in what stands on a page, in Swedish.

pub use page::Language;

use super::phrases::in_languages;
use crate::words::phrases::{Words, say};
use content::fault::finding::{NoDate, NotInText, PageFinding, Plain, Skipped};
use page::counted::count;

pub(super) fn words(finding: &PageFinding) -> Words {
    match finding {
        PageFinding::HeadingHidden => say(
            "En rubrik kan inte stå i något som först måste öppnas",
            "skulle döljas",
            "flytta den ovanför, eller skriv den som ett stycke med **fet** text",
        ),
        PageFinding::HeadingSkipped(Skipped::Heading) => say(
            "En underrubrik behöver en rubrik ovanför sig (WCAG 1.3.1)",
            "ingen rubrik ovanför",
            "skriv \"heading\" i stället för \"subheading\"",
        ),
        PageFinding::HeadingSkipped(Skipped::Subheading) => say(
            "Den minsta rubriken behöver en underrubrik ovanför sig (WCAG 1.3.1)",
            "ingen underrubrik ovanför",
            "skriv \"subheading\" i stället för \"minorHeading\"",
        ),
        PageFinding::TextEmpty => {
            say("Här finns ingen text", "tom", "skriv texten, eller ta bort hela blocket eller fältet")
        }
        PageFinding::TextMarkdown(what) => not_in_text(*what),
        PageFinding::Unclosed { sign } => say(
            format!("Tecknet {sign} saknar sin motpart: besökarna skulle se det"),
            "står ensamt",
            match sign.as_str() {
                "**" => {
                    "skriv **viktiga ord** utan mellanslag i kanterna; hör tecknet till texten, skriv \\\\*\\\\*"
                }
                "*" => {
                    "skriv lika många tecken efter orden som före; en stjärna som hör till texten är \\\\*"
                }
                "`" => "skriv `kod`; en apostrof är ’, och ett tecken som hör till texten \\\\`",
                "~~" => "ord kan inte strykas över: ta bort tecknen",
                _ => "skriv **viktiga ord**; hör tecknet till texten, skriv \\\\_\\\\_",
            },
        ),
        PageFinding::Plain(Plain::Html) => say(
            "Den här texten visas som den är: besökarna skulle se HTML-taggarna",
            "läses inte som HTML",
            "skriv bara orden",
        ),
        PageFinding::Plain(_) => say(
            "Den här texten visas som den är: besökarna skulle se Markdowns tecken",
            "läses inte som Markdown",
            "skriv bara orden; länkar och viktiga ord hör hemma i fält där Markdown kan användas",
        ),
        PageFinding::ListEmpty => {
            say("Listan är tom", "inga punkter", "skriv listans punkter, eller ta bort hela listan")
        }
        PageFinding::ListLong { pages, shown } => say(
            format!("Listan har {pages} sidor, och bara sidans första långa lista fortsätter på fler sidor"),
            format!("visar bara {shown}"),
            format!("skriv \"atMost\": {shown} eller mindre, eller ge listan en egen sida"),
        ),
        PageFinding::TableCaption => {
            say("Tabellen har ingen rubrik", "tom", "berätta i \"caption\" vad tabellen visar")
        }
        PageFinding::TableHeader => say(
            "Tabellens kolumner har inga namn (WCAG 1.3.1)",
            "den här tabellen",
            "namnge varje kolumn i \"header\"",
        ),
        PageFinding::TableHeaderCell => say(
            "Kolumnen har inget namn (WCAG 1.3.1)",
            "tomt",
            "namnge kolumnen; bara den första får vara utan namn",
        ),
        PageFinding::TableRow { cells, header } => say(
            format!("Raden har {}, rubrikraden har {header}", count(*cells, ("cell", "celler"))),
            "den här raden",
            "en tom cell skrivs \"\"",
        ),
        PageFinding::Date { text, reason } => {
            let (label, help) = no_date(*reason);
            say(format!("”{text}” är inget datum"), label, help)
        }
        PageFinding::CallDeadline { opens } => say(
            "Ansökningstiden går ut innan den börjar",
            "för tidigt",
            format!("skriv en senare dag än {opens}"),
        ),
        PageFinding::EventEnd { start } => say(
            "Evenemanget slutar innan det börjar",
            "för tidigt",
            format!("skriv en senare dag eller tid än {start}"),
        ),
        PageFinding::NoticeEnd { start } => say(
            "Meddelandet slutar innan det börjar",
            "för tidigt",
            format!("skriv en senare dag eller tid än {start}"),
        ),
        PageFinding::NoticeMissingIn { languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Meddelandet saknas på {}", in_languages(languages)),
                "visas inte där",
                format!("skriv det i \"text\": {{ \"{first}\": \"…\" }}"),
            )
        }
        PageFinding::NotInFull => say(
            "Utlåtandet säger att webbplatsen uppfyller alla krav, men nämner brister",
            "ändå finns det brister",
            "skriv \"partial\", eller ta bort bristerna när de är åtgärdade",
        ),
        PageFinding::NoShortcomings => say(
            "Utlåtandet säger att webbplatsen inte uppfyller alla krav, men inte var",
            "ingen brist nämns",
            "berätta i \"shortcomings\" vad som inte är tillgängligt och på vilket sätt det stör; skriv \"full\" bara om alla krav är uppfyllda",
        ),
        PageFinding::Criterion { text } => say(
            format!("WCAG har inget kriterium ”{text}”"),
            "finns inte",
            "skriv dess tre siffror, till exempel ”1.4.3”, eller utelämna fältet",
        ),
        PageFinding::Mail { text } => say(
            format!("”{text}” är ingen e-postadress"),
            "ingen adress",
            "skriv den som ”etunimi.sukunimi@example.fi”",
        ),
        PageFinding::SendTo { text } => say(
            format!("”{text}” är varken en e-postadress eller en webbadress"),
            "dit går det inte att skicka",
            "skriv till exempel ”haku@example.fi” eller ”https://www.example.fi/haku”; en postadress hör till \"sendToAddress\"",
        ),
        PageFinding::Phone { text } => say(
            format!("”{text}” är inget telefonnummer"),
            "inget nummer",
            "skriv det som ”+358 14 123 4567”",
        ),
        PageFinding::LanguageTag { tag } => say(
            format!("”{tag}” är ingen språkkod (BCP 47)"),
            "okänd",
            "skriv till exempel ”sv”, ”en” eller ”se”",
        ),
        PageFinding::DocumentLanguage { tag } => say(
            format!("”{tag}” är ingen språkkod (ISO 639)"),
            "okänd",
            "skriv till exempel ”sv”, ”en”, ”se” eller ”ru”",
        ),
    }
}

fn not_in_text(what: NotInText) -> Words {
    let numbered = match what {
        NotInText::NumberedList { first } => {
            format!(
                "gör listan till ett eget block \"numberedList\" eller \"steps\"; om en mening börjar med siffran, skriv {first}\\\\."
            )
        }
        _ => String::new(),
    };
    let (what, help) = match what {
        NotInText::Paragraph => ("ett andra stycke", "skriv en \"paragraph\" för vart och ett"),
        NotInText::Html => ("HTML", "skriv Markdown: **fet**, *kursiv*"),
        NotInText::HtmlBreak => {
            ("HTML", "där en rad ska sluta, skriv \\\\\\n; ett nytt stycke är en egen \"paragraph\"")
        }
        NotInText::HtmlLink => ("HTML", "skriv [ord](/adress/)"),
        NotInText::BulletinBoard => ("taggar inom hakparentes", "skriv Markdown: **fet**, *kursiv*"),
        NotInText::Heading => ("en rubrik", "gör rubriken till ett eget block \"heading\""),
        NotInText::List => ("en lista", "gör listan till ett eget block \"list\" eller \"steps\""),
        NotInText::NumberedList { .. } => ("en numrerad lista", numbered.as_str()),
        NotInText::Definition => (
            "en länks adress på en egen rad",
            "skriv länken som [ord](/adress/); om orden ska visas som de är, skriv \\\\ framför [",
        ),
        NotInText::Nesting => {
            ("så många tecken inuti varandra", "fet text, kursiv och länkar kan stå högst sex inuti varandra")
        }
        NotInText::Other => {
            ("sådan Markdown", "här går det att skriva fet och kursiv text, länkar och radbrytningar")
        }
    };
    say(format!("Ett textfält kan inte innehålla {what}"), "inte i en text", help)
}

fn no_date(reason: NoDate) -> (&'static str, &'static str) {
    match reason {
        NoDate::Form => ("inte i formen år-månad-dag", "skriv år, månad och dag som ”2006-12-08”"),
        NoDate::Day => {
            ("dagen finns inte i kalendern", "kontrollera dag och månad: ordningen är år-månad-dag")
        }
        NoDate::Time => ("klockslaget finns inte", "skriv timmar och minuter som ”09:00”"),
        NoDate::Skipped => (
            "dagen har inte det klockslaget: sommartiden börjar, och klockorna ställs från 3 till 4",
            "skriv den tid som klockorna visar, till exempel ”04:00”",
        ),
    }
}
