//! Findings between the files, in Swedish.

use page::Language;

use super::phrases::{in_languages, no_path};
use crate::words::phrases::{Words, quoted, say, shortened};
use content::fault::finding::SiteFinding;

pub(super) fn words(finding: &SiteFinding) -> Words {
    match finding {
        SiteFinding::AddressTwice { path, first } => say(
            format!("Två filer står på adressen {path}"),
            "den andra",
            format!("ta bort den eller byt namn på den; den första är {}", first.display()),
        ),
        SiteFinding::AddressOfPart { name } => say(
            format!("Namnet ”{name}” är upptaget: långa listor fortsätter på sådana adresser"),
            "upptaget",
            "välj ett annat namn, som säger vad sidan handlar om",
        ),
        SiteFinding::AddressOfDevice { name } => say(
            format!("Namnet ”{name}” är reserverat i Windows, som inte kan spara en sådan fil eller mapp"),
            "reserverat",
            "välj ett annat namn; en sådan gammal adress utelämnas",
        ),
        SiteFinding::AddressTooLong { name, most } => say(
            format!("”{}” är för långt för en mapp på webbplatsen: den kan ha {most} byte", shortened(name)),
            format!("{} byte", name.len()),
            "välj ett kortare namn; en sådan gammal adress utelämnas",
        ),
        SiteFinding::AddressOfFile { file } => say(
            format!("På /{file} finns en fil på webbplatsen: där eller under den kan ingen sida finnas"),
            "en fil är i vägen",
            "välj en annan adress; en gammal adress tas bort, för filen svarar där",
        ),
        SiteFinding::AddressOfLanguage { other, main } => say(
            format!("En sida i mappen {}/ skulle hamna bland sidorna på ett annat språk", main.tag()),
            format!("på adressen /{}/ börjar ett annat språk", other.tag()),
            format!("flytta filen till mappen {}/, eller byt namn på dess mapp", other.tag()),
        ),
        SiteFinding::ParentIsDraft { parent } => say(
            format!("Sidan ovanför, {parent}, är ett utkast och publiceras inte"),
            "går inte att nå uppifrån",
            "ta bort \"draft\" från den sidan, eller skriv \"draft\": true också på den här",
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
            "Webbplatsens adress börjar med https:// eller http:// och slutar utan snedstreck",
            "inte så här",
            "skriv den som ”https://www.example.fi” eller ”https://www.example.fi/seutu”",
        ),
        SiteFinding::Feedback { target } => say(
            format!("”{target}” är varken en e-postadress eller en länk"),
            "dit går det inte att skriva",
            "skriv till exempel ”palaute@example.fi”, ”/palaute/” eller ”https://www.example.fi/palaute”",
        ),
        SiteFinding::NoLanguage => {
            say("Webbplatsen har inget språk", "”languages” är tom", "skriv \"languages\": [\"fi\"]")
        }
        SiteFinding::LanguageTwice { language } => say(
            format!("Språket ”{}” finns två gånger", language.tag()),
            "för andra gången",
            "behåll ett av dem",
        ),
        SiteFinding::LanguageUnnamed { language, named } => say(
            format!(
                "Det finns sidor i mappen {0}/, men ”{0}” är inte bland webbplatsens språk",
                language.tag()
            ),
            "här saknas ett språk",
            format!("skriv \"languages\": [{}], eller ta bort mappen", quoted(named, *language)),
        ),
        SiteFinding::FrontMissing { language, path } => say(
            format!("Språket ”{}” har ingen startsida", language.tag()),
            "ingen startsida",
            format!("skapa den med seutu new section {path}; dess \"kind\" är \"front\""),
        ),
        SiteFinding::FrontKind => say(
            "Det här är språkets första sida, men ingen startsida",
            "ingen startsida",
            "skriv \"kind\": \"front\"",
        ),
        SiteFinding::FrontElsewhere { path } => say(
            format!("En startsida kan bara finnas på {path}"),
            "en andra startsida",
            "skriv \"kind\": \"section\" eller \"page\"",
        ),
        SiteFinding::NotFoundElsewhere { main } => say(
            "Okända adresser har en gemensam sida på huvudspråket: servern visar samma sida för alla",
            "ingen skulle se den",
            format!("säg det på sidan i mappen {}/ på alla språk, och ta bort den här filen", main.tag()),
        ),
        SiteFinding::NotFoundTwice { first } => say(
            "Det finns en andra sida för okända adresser",
            "den andra",
            format!("ta bort den, eller ge den en annan \"kind\"; den första är {}", first.display()),
        ),
        SiteFinding::NotFoundOldAddress => say(
            "Sidan för okända adresser har ingen egen adress som en gammal kunde leda till",
            "leder ingenstans",
            "ta bort adressen: sidan visas där ändå",
        ),
        SiteFinding::SummaryEmpty => say(
            "Sidan har ingen sammanfattning",
            "tom",
            "berätta med en mening eller två vad sidan handlar om: det visas i listor och sökresultat",
        ),
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
        SiteFinding::TranslationOfTranslation { of, original } => say(
            format!("{of} är själv en översättning: sidans språkversioner skulle inte hitta varandra"),
            "inte originalet",
            match original {
                Some(original) => format!("skriv ”{original}”"),
                None => "ta bort \"translationOf\" från den sida som skrevs först".to_owned(),
            },
        ),
        SiteFinding::TranslationTwice { of, first } => say(
            format!("{of} har två översättningar till det här språket, men bara en kan erbjudas"),
            "för andra gången",
            format!("behåll den på en sida; den första är {first}"),
        ),
        SiteFinding::EasyOfOtherLanguage { of, language } => say(
            format!("{of} är på ett annat språk än den här sidan"),
            "på ett annat språk",
            format!(
                "skriv adressen till samma sida på {}; en sida på ett annat språk hör hemma i \"translationOf\"",
                in_languages(&[*language])
            ),
        ),
        SiteFinding::EasyOfEasy { of, standard } => say(
            format!("{of} är själv lättläst: ingen skulle komma hit från sidan på standardspråk"),
            "inte på standardspråk",
            match standard {
                Some(standard) => format!("skriv ”{standard}”"),
                None => "ta bort \"easyLanguageOf\" från sidan på standardspråk".to_owned(),
            },
        ),
        SiteFinding::EasyAbove { of } => say(
            format!(
                "{of} står under den här sidan, men till en lättläst sida kommer man från sidan på standardspråk"
            ),
            "står ovanför",
            "flytta den här filen under den sidan eller bredvid den",
        ),
        SiteFinding::EasyTwice { of, first } => say(
            format!("{of} har två lättlästa versioner, men den kan bara leda till en"),
            "för andra gången",
            format!("behåll den på en sida; den första är {first}"),
        ),
        SiteFinding::TranslationMissing { path, languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Sidan finns inte på {}", in_languages(languages)),
                "inte översatt",
                format!("skriv den i mappen {first}/ med \"translationOf\": \"{path}\""),
            )
        }
    }
}
