//! Findings of an import, in Swedish.

use super::phrases::no_path;
use crate::words::phrases::{Words, tell};
use import::finding::{
    Around, CommentOf, Done, ExpectedField, Held, ImportFinding, Inner, Instead, Kept, Lacks, NoImage, NoWay,
    Unread,
};

const UNKNOWN: &str = "det är okänt om de hindrar sidor från att publiceras: leta efter dessa sidor";

pub(super) fn words(finding: &ImportFinding) -> Words {
    tell(match finding {
        ImportFinding::FrontMatterUnreadable(reason) => {
            format!(
                "Uppgifterna i filens början kan inte läsas ({}): utelämnades, texten är ett utkast",
                unread(reason)
            )
        }
        ImportFinding::FrontMatterWrong { field, expected, done } => {
            format!("Fältet ”{field}” i filens början är inte {}: {}", what(*expected), done_with(*done))
        }
        ImportFinding::FrontMatterUntil { field, written } => {
            format!("Uppgiften ”{field}: {written}” har ingen plats på en sida: ta bort sidan då")
        }
        ImportFinding::FrontMatterUnknown(field) => {
            format!("Uppgiften ”{field}” har ingen plats på en sida: utelämnades")
        }
        ImportFinding::DateWrong(written) => format!("”{written}” är ingen dag som 2024-05-01: utelämnades"),
        ImportFinding::NewsWithoutDay => "En nyhet utan dag: skrevs utan".to_owned(),
        ImportFinding::DateOfPage => "Dagen för en sida som inte är en nyhet: utelämnades".to_owned(),
        ImportFinding::OrderRounded(order) => {
            format!("Ordningstalet {order} är inget heltal från 0 uppåt: avrundades")
        }

        ImportFinding::SlugOfFront(slug) => format!("Adressdelen ”{slug}” för startsidan: utelämnades"),
        ImportFinding::AddressReserved { wanted, written } => {
            format!("Adressen ”{wanted}” är reserverad för delar av långa listor: skrevs som ”{written}”")
        }
        ImportFinding::AddressOfDevice { wanted, written } => {
            format!("Adressen ”{wanted}” är ett namn som är reserverat i Windows: skrevs som ”{written}”")
        }
        ImportFinding::AddressTaken { wanted, written } => {
            format!("Adressen ”{wanted}” är upptagen: skrevs som ”{written}”")
        }
        ImportFinding::OldAddressReserved(path) => {
            format!("Den gamla adressen {path} är reserverad för delar av långa listor: utelämnades")
        }
        ImportFinding::OldAddressOfDevice(path) => {
            format!("Den gamla adressen {path} har ett namn som är reserverat i Windows: utelämnades")
        }
        ImportFinding::OldAddressTaken(path) => {
            format!("Den gamla adressen {path} hör till en annan sida: utelämnades")
        }
        ImportFinding::OldAddressMalformed { written, reason } => {
            format!("Den gamla adressen {written} kan inte behållas ({}): utelämnades", no_path(reason))
        }

        ImportFinding::Held { hold, of } => {
            let of = of.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
            format!("{of}{}: skrevs som utkast", held(hold))
        }
        ImportFinding::BelowDraft => {
            "Sidan ovanför den här är ett utkast: också den här skrevs som utkast".to_owned()
        }
        ImportFinding::DataUnreadable(reason) => {
            format!(
                "Uppgifterna kan inte läsas ({}): sidorna som de gäller skrevs som utkast",
                unread(reason)
            )
        }
        ImportFinding::DataComputed(field) => format!(
            "Fältet ”{field}” beräknas av ett program och kan inte läsas: kontrollera om det hindrar sidor från att publiceras"
        ),
        ImportFinding::SettingsUnreadable(reason) => {
            format!("Inställningarna kan inte läsas ({}): {UNKNOWN}", unread(reason))
        }
        ImportFinding::SettingPattern { field, pattern } => {
            format!("Inställningen ”{field}: {pattern}” kan inte läsas som ett mönster: {UNKNOWN}")
        }
        ImportFinding::SettingComputed(field) => {
            format!(
                "Inställningen ”{field}” beräknas av ett program och kan inte läsas i sin helhet: {UNKNOWN}"
            )
        }

        ImportFinding::HeadingEmpty => "En rubrik utan ord: utelämnades".to_owned(),
        ImportFinding::HeadingWithin => {
            "En rubrik inne i en annan del: skrevs som ett stycke i fetstil".to_owned()
        }
        ImportFinding::HeadingSkips => {
            "En rubrik hoppar över en nivå: den och andra likadana skrevs utan lucka".to_owned()
        }
        ImportFinding::HeadingDeep => {
            "En rubrik djupare än nivå 4: den och andra likadana skrevs som rubriker på lägsta nivån"
                .to_owned()
        }
        ImportFinding::HeadingShared(words) => {
            format!("Rubriken ”{words}” finns på många sidor: utelämnades, sidans rubrik är den under")
        }
        ImportFinding::LinkInHeading => "En länk i en rubrik: skrevs under den".to_owned(),
        ImportFinding::LinkInTitle => "En länk i sidans rubrik: skrevs under den".to_owned(),
        ImportFinding::LineBetween => {
            "En linje mellan delar: utelämnades; en rubrik skiljer dem bättre".to_owned()
        }
        ImportFinding::ContentsMark(mark) => {
            format!("Märket {mark}, där innehållsförteckningen stod: utelämnades")
        }

        ImportFinding::MarksLost => {
            "Fetstil eller betoning som inte kan skrivas här: utelämnades, orden finns kvar".to_owned()
        }
        ImportFinding::BlocksDeep => "Delar i delar, för djupt för att läsas: togs som en".to_owned(),
        ImportFinding::CodeUnclear => {
            "Koden kan inte skiljas från texten: notiser, detaljer och kortkoder skrevs som de står"
                .to_owned()
        }
        ImportFinding::Abbreviation { name, meaning } => {
            format!("Förkortningen {name}, ”{meaning}”: utelämnades")
        }
        ImportFinding::Highlighted => "Markerad text: skrevs i fetstil".to_owned(),
        ImportFinding::Formula => "En formel i TeX: skrevs som kod".to_owned(),
        ImportFinding::Underlined => "Understruken text: skrevs som vanlig text".to_owned(),
        ImportFinding::CrossedOut => "Överstruken text: skrevs som vanlig text".to_owned(),
        ImportFinding::Raised(letters) => format!("De upphöjda tecknen ^{letters}^: skrevs som vanlig text"),
        ImportFinding::Lowered(letters) => {
            format!("De nedsänkta tecknen ~{letters}~: skrevs som vanlig text")
        }
        ImportFinding::Remark(text) => format!("En redaktörs anmärkning {text}: utelämnades"),
        ImportFinding::Change(text) => format!("Märkena för en redaktörs ändring {text}: utelämnades"),
        ImportFinding::Attributes(list) => format!("Attributlistan {list}: utelämnades"),
        ImportFinding::Icon(name) => format!("Ikonen :{name}:: utelämnades"),
        ImportFinding::Comment(of) => format!("En kommentar ({}): utelämnades", comment_of(*of)),

        ImportFinding::LinkWordless(to) => {
            format!("Länken till {to} har inga ord: dess adress skrevs som ord")
        }
        ImportFinding::LinkWithoutHeading { to, address } => {
            format!("Länken till {to}: sidan har ingen sådan rubrik, så länken leder till {address}")
        }
        ImportFinding::LinkMeaningless { said, name } => {
            format!("”{said}” säger inte vart länken leder: ”{name}” skrevs efter")
        }
        ImportFinding::LinkLost { to, reason } => {
            format!("Länken till {to} leder ingenstans ({}): skrevs som vanlig text", no_way(reason))
        }
        ImportFinding::LinkTitle(title) => format!("En länks titel ”{title}”: utelämnades"),

        ImportFinding::ImageElsewhere { src, instead } => {
            format!("Bilden {src} finns på en annan webbplats: {}", instead_of(*instead))
        }
        ImportFinding::ImageNamed(alt) => format!(
            "Alternativtexten ”{alt}” är namnet på en fil: bilden skrevs som dekoration; skriv \"alt\" om bilden berättar något"
        ),
        ImportFinding::ImageWithoutAlt(src) => format!(
            "Bilden {src} har ingen alternativtext: skrevs som dekoration; skriv \"alt\" om bilden berättar något"
        ),
        ImportFinding::ImageNotCopied { src, reason, instead } => {
            let reason = match reason {
                NoImage::NoFile => "en sådan fil finns inte i mappen",
                NoImage::NotAnImage => "en sådan fil är ingen bild",
                NoImage::Damaged => "slutet på filen saknas",
                NoImage::NoSize => "teckningen säger inte hur stor den är",
                NoImage::Active => {
                    "teckningen kunde köra ett program eller hämta något utifrån; spara den som vanlig SVG eller som PNG"
                }
                NoImage::TooLarge => "filen är för stor för att publiceras",
            };
            format!("Bilden {src} kan inte kopieras ({reason}): {}", instead_of(*instead))
        }
        ImportFinding::ImageUndefined(name) => format!(
            "Bilden [{name}] finns inte (ingenstans sägs var den är): dess alternativtext skrevs i stället"
        ),
        ImportFinding::FigureLink(to) => format!("Bildens länk attrlink=\"{to}\": utelämnades"),

        ImportFinding::ListStart(start) => {
            format!("En lista som börjar med nummer {start}: dess nummer börjar med 1")
        }
        ImportFinding::NumberedListMixed => {
            "En numrerad lista med annat än text: dess punkter skrevs som stycken med sina nummer".to_owned()
        }
        ImportFinding::ListMixed => {
            "En lista med annat än text: det står mellan punkterna, så det blev flera listor".to_owned()
        }
        ImportFinding::ListDeep => {
            "Listor i listor, för djupt för att hittas: de innersta skrevs en nivå högre".to_owned()
        }
        ImportFinding::ListInEmptyItem => {
            "En lista i en punkt utan ord: dess punkter skrevs en nivå högre".to_owned()
        }
        ImportFinding::ParagraphAfterList => {
            "Ett stycke efter en lista i en punkt: skrevs före den listan".to_owned()
        }
        ImportFinding::Tasks => "En lista med uppgifter: dess rutor skrevs som ☐ och ☑".to_owned(),
        ImportFinding::TermAlone => {
            "En term utan ord eller utan förklaring: skrevs som ett stycke".to_owned()
        }
        ImportFinding::TermsMixed => {
            "En lista med termer och annat än text: termerna skrevs som stycken i fetstil".to_owned()
        }

        ImportFinding::TableCaption(caption) => {
            format!("En tabell har ingen rubrik: ”{caption}” skrevs; säg vad tabellen berättar")
        }
        ImportFinding::ColumnNameless => {
            "En tabellkolumn har inget namn: ”–” skrevs; säg vad som står i kolumnen".to_owned()
        }
        ImportFinding::Alignment => "Justeringen av en tabells kolumner: utelämnades".to_owned(),
        ImportFinding::ExcessCells(cells) => {
            format!("Raden har fler celler än rubrikraden: utelämnades: {cells}")
        }

        ImportFinding::DetailsDeep => {
            "Detaljer i detaljer, för djupt för att hittas: skrevs som de står".to_owned()
        }
        ImportFinding::DetailsEmpty(summary) => {
            format!("Detaljerna ”{summary}” innehåller inget: utelämnades")
        }
        ImportFinding::NoticeEmpty => "En notis utan ord: utelämnades".to_owned(),
        ImportFinding::ListIn(around) => {
            format!("En lista i {}: dess punkter skrevs som stycken", within(*around))
        }
        ImportFinding::QuotationIn(around) => {
            format!("Ett citat i {}: skrevs som sina stycken", within(*around))
        }
        ImportFinding::BlockIn(inner, around) => {
            let inner = match inner {
                Inner::Notice => "En notis",
                Inner::Table => "En tabell",
                Inner::Code => "Kod",
                Inner::Terms => "En lista med termer",
            };
            format!("{inner} i {}: skrevs efter", within(*around))
        }
        ImportFinding::MarkAlone { mark, lacks } => {
            let lacks = match lacks {
                Lacks::Beginning => "början",
                Lacks::End => "slut",
            };
            format!("Märket {mark} utan {lacks}: utelämnades")
        }
        ImportFinding::Reference(name) => format!("Referensen {name}, som ett program skriver: utelämnades"),

        ImportFinding::CodeEmpty => "Ett kodblock utan kod: utelämnades".to_owned(),
        ImportFinding::Include(include) => format!("Texten som {include} hämtar till kod: utelämnades"),

        ImportFinding::FootnoteUnmarked(label) => {
            format!("Fotnoten {label} har inget märke i texten: skrevs sist")
        }
        ImportFinding::FootnoteBlocks => "Annat än text i en fotnot: skrevs efter fotnoterna".to_owned(),
        ImportFinding::FootnoteEmpty(label) => format!("Fotnoten {label} har inga ord: skrevs som ”–”"),

        ImportFinding::Html { html, kept } => format!("HTML {html}: utelämnades{}", and_kept(*kept)),
        ImportFinding::HtmlImage(html) => format!("HTML {html}: en bild utan fil: utelämnades"),
        ImportFinding::CommentOpen => {
            "En kommentar utan slut: utelämnades, med allt som står efter den".to_owned()
        }

        ImportFinding::Component { tag, kept } => {
            format!("Komponenten {tag}: utelämnades{}", and_kept(*kept))
        }
        ImportFinding::MdxLine(line) => format!("MDX-raden ”{line}”: utelämnades"),
        ImportFinding::Shortcode(shortcode) => format!("Kortkoden {shortcode}: utelämnades"),
        ImportFinding::Template(template) => {
            format!("Mallen {template}: skrevs som den står; skriv dess värde i stället")
        }

        ImportFinding::SymbolicLink => {
            "En symbolisk länk: utelämnades, med det som den leder till".to_owned()
        }
        ImportFinding::SameName => {
            "En annan fil har samma namn med annorlunda skrivna tecken: bara en av dem importerades"
                .to_owned()
        }
        ImportFinding::CategoryUnreadable(reason) => {
            format!("Filen kan inte läsas ({}): utelämnades", unread(reason))
        }
        ImportFinding::NotUtf8 => {
            "Filen är inte UTF-8-text: utelämnades; spara den på nytt som UTF-8".to_owned()
        }
        ImportFinding::NotMarkdown => "Filen är inte Markdown: importerades inte".to_owned(),
        ImportFinding::NotLinked => "Ingen sida leder till filen: kopierades inte".to_owned(),
        ImportFinding::Snippet(file) => {
            format!("Textstycket {file}, som inte finns i mappen eller bredvid den: utelämnades")
        }
    })
}

fn unread(reason: &Unread) -> String {
    match reason {
        Unread::Malformed(words) => words.clone(),
        Unread::Twice(field) => format!("fältet ”{field}” finns två gånger: behåll ett"),
        Unread::Program => "det är ett program, som inte körs: skriv dess fält som YAML".to_owned(),
        Unread::NoFields => "det innehåller inga fält".to_owned(),
    }
}

fn comment_of(of: CommentOf) -> &'static str {
    match of {
        CommentOf::Mdx => "MDX",
        CommentOf::Template => "en mall",
        CommentOf::Kramdown => "kramdown",
        CommentOf::Obsidian => "Obsidian",
    }
}

fn what(expected: ExpectedField) -> &'static str {
    match expected {
        ExpectedField::Text => "en text",
        ExpectedField::Number => "ett tal",
        ExpectedField::Truth => "true eller false",
        ExpectedField::Texts => "en lista med texter",
        ExpectedField::Day => "en dag som 2024-05-01",
    }
}

fn done_with(done: Done) -> &'static str {
    match done {
        Done::LeftOut => "utelämnades",
        Done::TextsKept => "annat än text utelämnades",
        Done::Draft => "sidan skrevs som utkast",
    }
}

/// Why a page isn't published.
fn held(hold: &Held) -> String {
    match hold {
        Held::Field(field) => format!("uppgiften ”{field}” hindrar sidan från att publiceras"),
        Held::Date(date) => format!("dagen {date} ligger i framtiden"),
        Held::Future { field, written } => format!("uppgiften ”{field}: {written}” ligger i framtiden"),
        Held::Over { field, written } => format!("uppgiften ”{field}: {written}” är förbi"),
        Held::Unreadable => "ett fält som kan hindra sidan från att publiceras kan inte läsas".to_owned(),
        Held::Name(name) => format!("namnet ”{name}” hindrar sidan från att publiceras"),
        Held::NotListed => "SUMMARY.md nämner inte sidan, så den publiceras inte".to_owned(),
        Held::Setting { setting, file } => {
            format!("inställningen ”{setting}” i {file} hindrar sidan från att publiceras")
        }
    }
}

fn no_way(reason: &NoWay) -> String {
    match reason {
        NoWay::Empty => "den är tom".to_owned(),
        NoWay::NoFile => "en sådan fil finns inte i mappen".to_owned(),
        NoWay::NoPage => "en sådan sida finns inte i mappen".to_owned(),
        NoWay::NoHeading => "sidan har ingen sådan rubrik".to_owned(),
        NoWay::Draft(address) => format!("{address} är ett utkast"),
        NoWay::Address => "en länk kan inte leda till en sådan adress".to_owned(),
        NoWay::OtherContents => "filen är av en annan typ än namnet säger".to_owned(),
        NoWay::TooLarge => "filen är för stor för att publiceras".to_owned(),
        NoWay::FileKind => {
            "en länk kan leda till en sida eller ett dokument, inte till en sådan fil".to_owned()
        }
        NoWay::Undefined => "ingenstans sägs var det är".to_owned(),
    }
}

fn instead_of(instead: Instead) -> &'static str {
    match instead {
        Instead::Nothing => "utelämnades",
        Instead::AlternativeText => "dess alternativtext skrevs i stället",
        Instead::Link => "en länk till den skrevs i stället",
    }
}

fn within(around: Around) -> &'static str {
    match around {
        Around::Quotation => "ett citat",
        Around::Notice => "en notis",
    }
}

fn and_kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Nothing => "",
        Kept::Words => ", orden i den finns kvar",
        Kept::WordsAndLinks => ", dess ord och länkar finns kvar",
    }
}
