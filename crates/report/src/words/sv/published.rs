//! Findings in a published site, in Swedish.

use crate::words::phrases::{Words, end_of_section, quoted_line, say_of_file};
use inspect::crawl::finding::{CrawlFinding, Form, Part, Refusal, Silence};
use site::hosting::{headers::OPEN_DATA, rules::Cacheability};

const PUBLISH_AGAIN: &str = "publicera webbplatsen på nytt och kopiera hela";

pub(super) fn words(finding: &CrawlFinding) -> Words {
    match finding {
        CrawlFinding::LinkNowhere { target } => say_of_file(
            format!("Länken ”{target}” leder ingenstans: en sådan sida eller fil finns inte"),
            "rätta länken, eller publicera det som den leder till",
        ),
        CrawlFinding::AnchorNowhere { target, anchor } => say_of_file(
            format!("Länken ”{target}” leder ingenstans: sidan har inget ställe ”#{anchor}”"),
            "skriv ett ankare som sidan har, eller utelämna det",
        ),
        CrawlFinding::PictureMissing { target } => say_of_file(
            format!("Bilden ”{target}” finns inte"),
            "publicera bilden, eller ta bort den från sidan",
        ),
        CrawlFinding::FileMissing { target } => {
            say_of_file(format!("Filen ”{target}”, som behövs här, finns inte"), PUBLISH_AGAIN)
        }
        CrawlFinding::PastBase { target, base } => say_of_file(
            format!("Adressen ”{target}” leder förbi webbplatsen, som finns på {base}"),
            format!("låt adressen börja med {base}, eller skriv den med https:// om det är så den är menad"),
        ),
        CrawlFinding::AddressMalformed { target } => say_of_file(
            format!("”{target}” är ingen fullständig adress"),
            "skriv hela adressen, som ”https://www.example.fi/”",
        ),
        CrawlFinding::RedirectNowhere { target } => say_of_file(
            format!("Den gamla adressen leder till ”{target}”, som inte finns"),
            "låt den leda till en sida som finns, eller gör en sida som berättar vad som hände",
        ),
        CrawlFinding::RedirectAgain { target, end } => say_of_file(
            format!(
                "Den gamla adressen leder till ”{target}”, som själv är en gammal adress och leder vidare till ”{end}”"
            ),
            "låt den leda direkt till den sista",
        ),
        CrawlFinding::RedirectCircle { way } => say_of_file(
            format!("Gamla adresser leder i en cirkel: {}", way.join(" → ")),
            "låt var och en av dem leda till en sida",
        ),
        CrawlFinding::EntryNowhere { address } => say_of_file(
            format!("Här finns ”{address}” med, men en sådan sida finns inte"),
            "publicera sidan, eller ta bort den ur listan",
        ),
        CrawlFinding::EntryElsewhere { address, site } => say_of_file(
            format!("Här finns ”{address}” med, men det är ingen adress på webbplatsen {site}"),
            "låt ”address” i site.json vara den adress där webbplatsen läses, och publicera på nytt",
        ),
        CrawlFinding::EntryRedirected { address } => say_of_file(
            format!("Här finns ”{address}” med, men sidan har flyttat"),
            "ange sidans egen adress",
        ),
        CrawlFinding::Lacks(part) => lacks(*part),
        CrawlFinding::CanonicalDiffers { canonical, expected } => say_of_file(
            format!("Sidan säger att dess adress är ”{canonical}”, men den finns på ”{expected}”"),
            "publicera webbplatsen på nytt; ”address” i site.json är adressen där den läses",
        ),
        CrawlFinding::IdTwice { id } => say_of_file(
            format!("Två element har samma id ”{id}”, så att inget kan leda till det andra"),
            "ge det ena ett annat id",
        ),
        CrawlFinding::Malformed { form } => {
            say_of_file(format!("Filen är inte {}", form_name(*form)), PUBLISH_AGAIN)
        }
        CrawlFinding::PageDataDiffers => {
            say_of_file("Dokumentet och page.json bredvid det är från olika publiceringar", PUBLISH_AGAIN)
        }
        CrawlFinding::Orphan => {
            say_of_file("Inget leder till filen", "länka till den från en sida, eller ta bort den ur mappen")
        }
        CrawlFinding::SymbolicLink { target } => say_of_file(
            format!(
                "Här står en symbolisk länk till ”{target}”; servrar följer sådana länkar på olika sätt, eller inte alls"
            ),
            "lägg själva filen i mappen eller ta bort länken",
        ),
        CrawlFinding::HeaderLine { said } => say_of_file(
            format!("”{}” är varken en sökväg eller ett HTTP-huvud", quoted_line(said)),
            "börja en sökväg med / och en kommentar med #; dra in ett HTTP-huvud och skriv det som ”Namn: värde”",
        ),
        CrawlFinding::HeaderWithoutPath => say_of_file(
            "Ett HTTP-huvud står före alla sökvägar",
            "skriv sökvägen som det gäller på en rad ovanför",
        ),
        CrawlFinding::HeaderPath { path } => say_of_file(
            format!("Regeln för ”{path}” gäller ingen fil på webbplatsen"),
            "skriv sökvägen som i webbplatsens adresser, med * för vilken text som helst, eller ta bort regeln",
        ),
        CrawlFinding::HeaderOfDocument { document } => say_of_file(
            format!("Webbläsaren får behålla ”{document}” för alltid och skulle inte se den ändras"),
            "lämna ”immutable” åt filer vars namn ändras med innehållet",
        ),
        CrawlFinding::HeaderOfAsset { rules } => say_of_file(
            format!(
                "Ingen regel i {rules} låter webbläsaren behålla filen, fast namnet säger vad den innehåller"
            ),
            format!("ge den ”Cache-Control: {}”", Cacheability::Immutable.header()),
        ),
        CrawlFinding::HeaderOfData { rules } => say_of_file(
            format!("Ingen regel i {rules} låter program på andra webbplatser läsa uppgifterna"),
            format!("ge dem ”{}: {}”", OPEN_DATA.0, OPEN_DATA.1),
        ),
        CrawlFinding::DirectiveRefused { said, why } => refused(said, *why),
        CrawlFinding::ExternalGone { address, status } => say_of_file(
            format!("Sidan ”{address}” på en annan webbplats finns inte längre (status {status})"),
            "ta reda på var den finns nu och led dit, eller ta bort länken",
        ),
        CrawlFinding::ExternalSilent { address, silence } => say_of_file(
            format!("”{address}” svarar inte: {}", happened(*silence)),
            "öppna den själv, och rätta länken om den inte öppnas för dig heller",
        ),
    }
}

fn lacks(part: Part) -> Words {
    match part {
        Part::Title => say_of_file(
            "Sidan har inget namn",
            "ge dokumentet en <title>: den syns på fliken och i sökresultaten",
        ),
        Part::Heading => say_of_file("Sidan har ingen huvudrubrik", "ge sidan en <h1>"),
        Part::Language => say_of_file(
            "Sidan säger inte sitt språk",
            "skriv lang på elementet <html>, så att sidan läses upp rätt",
        ),
        Part::Canonical => say_of_file(
            "Sidan säger inte sin egen adress",
            "skriv <link rel=\"canonical\">, så att sökmotorerna ser sidan som en enda",
        ),
        Part::Policy => say_of_file(
            "Sidan säger inte vad den får ladda",
            "skriv Content-Security-Policy som <meta> i dokumentet",
        ),
    }
}

/// Why Apache refuses a line.
fn refused(said: &str, why: Refusal) -> Words {
    let line = quoted_line(said);
    match why {
        Refusal::Unclosed => say_of_file(
            format!("Inget avslutar avsnittet ”{line}”"),
            format!("skriv avsnittets slut, ”{}”, under dess sista rad", end_of_section(said)),
        ),
        Refusal::Unopened => say_of_file(
            format!("”{line}” avslutar ett avsnitt som inget inleder"),
            "ta bort raden, eller skriv avsnittets början ovanför den",
        ),
        Refusal::Bracket => say_of_file(
            format!("”{line}” saknar sitt ”>”"),
            "skriv ”>” direkt efter namnet, eller efter det som avsnittet gäller",
        ),
        Refusal::Header => say_of_file(
            format!("Apache förstår inte vad ”{line}” ska göra med ett HTTP-huvud"),
            "skriv det som ”Header always set Namn \"värde\"”, med ett värde av flera ord inom citattecken och en kommentar på \
             en egen rad",
        ),
        Refusal::Expression => say_of_file(
            format!("Det reguljära uttrycket i ”{line}” är felaktigt"),
            "stäng varje ”(” och ”[”, och skriv inget ”)” för mycket; skriv ”\\” före ett tecken som ska betyda sig självt",
        ),
        Refusal::ByteOrderMark => {
            say_of_file("Filen börjar med ett osynligt tecken (BOM)", "spara den som UTF-8 utan det tecknet")
        }
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Xml => "välformad XML",
        Form::Json => "JSON",
        Form::PageData => "data för en sida i den här versionen av Seutu",
        Form::Calendar => "en kalender",
    }
}

fn happened(silence: Silence) -> String {
    match silence {
        Silence::NoHost => "en sådan server finns inte".to_owned(),
        Silence::TooSlow => "det tog för lång tid".to_owned(),
        Silence::NoConnection => "ingen förbindelse uppstod".to_owned(),
        Silence::Broken(status) => format!("servern har ett fel (status {status})"),
        Silence::NotPublic => "den leder vidare till en adress som inte finns på det öppna nätet".to_owned(),
        Silence::Circle => "den leder vidare gång på gång".to_owned(),
    }
}
