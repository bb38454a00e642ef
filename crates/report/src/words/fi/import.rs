//! Findings of an import, in Finnish.

use super::phrases::no_path;
use crate::words::phrases::{Words, tell};
use import::finding::{
    Around, CommentOf, Done, ExpectedField, Held, ImportFinding, Inner, Instead, Kept, Lacks, NoImage, NoWay,
    Unread,
};

const UNKNOWN: &str = "ei tiedetä, estävätkö ne sivujen julkaisemisen: etsi nämä sivut";

pub(super) fn words(finding: &ImportFinding) -> Words {
    tell(match finding {
        ImportFinding::FrontMatterUnreadable(reason) => {
            format!("Tiedoston alun tietoja ei voi lukea ({}): ne jätettiin pois, teksti on luonnoksena", unread(reason))
        }
        ImportFinding::FrontMatterWrong { field, expected, done } => {
            format!("Alkutietojen kentässä ”{field}” ei ole {}: {}", what(*expected), done_with(*done))
        }
        ImportFinding::FrontMatterUntil { field, written } => {
            format!("Alkutiedolle ”{field}: {written}” ei ole sivulla paikkaa: poista sivu silloin")
        }
        ImportFinding::FrontMatterUnknown(field) => {
            format!("Alkutiedolle ”{field}” ei ole sivulla paikkaa: jätettiin pois")
        }
        ImportFinding::DateWrong(written) => format!("”{written}” ei ole päivä kuten 2024-05-01: jätettiin pois"),
        ImportFinding::NewsWithoutDay => "Uutisella ei ole päivää: kirjoitettiin ilman".to_owned(),
        ImportFinding::DateOfPage => "Sivulla on päivä, vaikka se ei ole uutinen: jätettiin pois".to_owned(),
        ImportFinding::OrderRounded(order) => {
            format!("Järjestysluku {order} ei ole kokonaisluku nollasta ylöspäin: pyöristettiin")
        }

        ImportFinding::SlugOfFront(slug) => format!("Etusivun osoitteen osa ”{slug}”: jätettiin pois"),
        ImportFinding::AddressReserved { wanted, written } => format!(
            "Osoite ”{wanted}” on varattu pitkien luetteloiden jatkosivuille: kirjoitettiin ”{written}”"
        ),
        ImportFinding::AddressOfDevice { wanted, written } => {
            format!("Osoite ”{wanted}” on Windowsin oma nimi: kirjoitettiin ”{written}”")
        }
        ImportFinding::AddressTaken { wanted, written } => {
            format!("Osoite ”{wanted}” on jo käytössä: kirjoitettiin ”{written}”")
        }
        ImportFinding::OldAddressReserved(path) => {
            format!("Vanha osoite {path} on varattu pitkien luetteloiden jatkosivuille: jätettiin pois")
        }
        ImportFinding::OldAddressOfDevice(path) => {
            format!("Vanhassa osoitteessa {path} on Windowsin oma nimi: jätettiin pois")
        }
        ImportFinding::OldAddressTaken(path) => {
            format!("Vanha osoite {path} kuuluu toiselle sivulle: jätettiin pois")
        }
        ImportFinding::OldAddressMalformed { written, reason } => {
            format!("Vanhaa osoitetta {written} ei voi säilyttää ({}): jätettiin pois", no_path(reason))
        }

        ImportFinding::Held { hold, of } => {
            let of = of.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
            format!("{of}{}: kirjoitettiin luonnoksena", held(hold))
        }
        ImportFinding::BelowDraft => {
            "Tämän sivun yläpuolella oleva sivu on luonnos: tämäkin kirjoitettiin luonnoksena".to_owned()
        }
        ImportFinding::DataUnreadable(reason) => {
            format!("Tietoja ei voi lukea ({}): sivut, joita ne koskevat, kirjoitettiin luonnoksina", unread(reason))
        }
        ImportFinding::DataComputed(field) => format!(
            "Kentän ”{field}” laskee ohjelma, joten sitä ei voi lukea: tarkista, estääkö se sivujen julkaisemisen"
        ),
        ImportFinding::SettingsUnreadable(reason) => format!("Asetuksia ei voi lukea ({}): {UNKNOWN}", unread(reason)),
        ImportFinding::SettingPattern { field, pattern } => {
            format!("Asetusta ”{field}: {pattern}” ei voi lukea hakulausekkeena: {UNKNOWN}")
        }
        ImportFinding::SettingComputed(field) => {
            format!("Asetuksen ”{field}” laskee ohjelma, joten sitä ei voi lukea kokonaan: {UNKNOWN}")
        }

        ImportFinding::HeadingEmpty => "Otsikossa ei ole sanoja: jätettiin pois".to_owned(),
        ImportFinding::HeadingWithin => {
            "Otsikko toisen osan sisällä: kirjoitettiin lihavoituna kappaleena".to_owned()
        }
        ImportFinding::HeadingSkips => {
            "Otsikko hyppää tason yli: se ja muut samanlaiset kirjoitettiin ilman aukkoa".to_owned()
        }
        ImportFinding::HeadingDeep => {
            "Otsikko on syvemmällä kuin tasolla 4: se ja muut samanlaiset kirjoitettiin alimman tason otsikoina"
                .to_owned()
        }
        ImportFinding::HeadingShared(words) => {
            format!("Otsikko ”{words}” on monella sivulla: jätettiin pois, sivun otsikko on sen alla oleva")
        }
        ImportFinding::LinkInHeading => "Linkki otsikossa: kirjoitettiin otsikon alle".to_owned(),
        ImportFinding::LinkInTitle => "Linkki sivun otsikossa: kirjoitettiin otsikon alle".to_owned(),
        ImportFinding::LineBetween => "Viiva osien välissä: jätettiin pois; otsikko erottaa ne paremmin".to_owned(),
        ImportFinding::ContentsMark(mark) => {
            format!("Merkintä {mark}, jonka kohdalla oli sisällysluettelo: jätettiin pois")
        }

        ImportFinding::MarksLost => {
            "Lihavointi tai korostus, jota ei voi kirjoittaa tähän: jätettiin pois, sanat säilyivät".to_owned()
        }
        ImportFinding::BlocksDeep => "Sisäkkäisiä osia on liikaa luettavaksi: otettiin yhtenä".to_owned(),
        ImportFinding::CodeUnclear => {
            "Koodia ei voi erottaa tekstistä: huomautukset, lisätiedot ja lyhytkoodit kirjoitettiin sellaisinaan".to_owned()
        }
        ImportFinding::Abbreviation { name, meaning } => format!("Lyhenne {name}, ”{meaning}”: jätettiin pois"),
        ImportFinding::Highlighted => "Korostettu teksti: kirjoitettiin lihavoituna".to_owned(),
        ImportFinding::Formula => "TeX-kaava: kirjoitettiin koodina".to_owned(),
        ImportFinding::Underlined => "Alleviivattu teksti: kirjoitettiin tavallisena tekstinä".to_owned(),
        ImportFinding::CrossedOut => "Yliviivattu teksti: kirjoitettiin tavallisena tekstinä".to_owned(),
        ImportFinding::Raised(letters) => format!("Yläindeksi ^{letters}^: kirjoitettiin tavallisena tekstinä"),
        ImportFinding::Lowered(letters) => format!("Alaindeksi ~{letters}~: kirjoitettiin tavallisena tekstinä"),
        ImportFinding::Remark(text) => format!("Toimittajan huomautus {text}: jätettiin pois"),
        ImportFinding::Change(text) => format!("Toimittajan muutoksen merkit {text}: jätettiin pois"),
        ImportFinding::Attributes(list) => format!("Määriteluettelo {list}: jätettiin pois"),
        ImportFinding::Icon(name) => format!("Kuvake :{name}:: jätettiin pois"),
        ImportFinding::Comment(of) => format!("Kommentti ({}): jätettiin pois", comment_of(*of)),

        ImportFinding::LinkWordless(to) => {
            format!("Linkissä osoitteeseen {to} ei ole sanoja: sanoiksi kirjoitettiin sen osoite")
        }
        ImportFinding::LinkWithoutHeading { to, address } => {
            format!("Linkki {to}: sivulla ei ole sellaista otsikkoa, joten linkki johtaa osoitteeseen {address}")
        }
        ImportFinding::LinkMeaningless { said, name } => {
            format!("”{said}” ei kerro, mihin linkki johtaa: sen perään kirjoitettiin ”{name}”")
        }
        ImportFinding::LinkLost { to, reason } => format!(
            "Linkki {to} ei johda mihinkään ({}): kirjoitettiin tavallisena tekstinä",
            no_way(reason)
        ),
        ImportFinding::LinkTitle(title) => format!("Linkin lisäotsikko ”{title}”: jätettiin pois"),

        ImportFinding::ImageElsewhere { src, instead } => {
            format!("Kuva {src} on toisella sivustolla: {}", instead_of(*instead))
        }
        ImportFinding::ImageNamed(alt) => format!(
            "Vaihtoehtoinen teksti ”{alt}” on tiedoston nimi: kuva kirjoitettiin koristeeksi; jos kuva kertoo jotakin, kirjoita \"alt\""
        ),
        ImportFinding::ImageWithoutAlt(src) => format!(
            "Kuvalla {src} ei ole vaihtoehtoista tekstiä: kirjoitettiin koristeeksi; jos kuva kertoo jotakin, kirjoita \"alt\""
        ),
        ImportFinding::ImageNotCopied { src, reason, instead } => {
            let reason = match reason {
                NoImage::NoFile => "kansiossa ei ole sellaista tiedostoa",
                NoImage::NotAnImage => "sellainen tiedosto ei ole kuva",
                NoImage::Damaged => "tiedoston loppu puuttuu",
                NoImage::NoSize => "piirros ei kerro kokoaan",
                NoImage::Active => {
                    "piirros voisi suorittaa ohjelman tai hakea jotain muualta; tallenna se tavallisena SVG-tiedostona tai PNG-kuvana"
                }
                NoImage::TooLarge => "tiedosto on julkaistavaksi liian suuri",
            };
            format!("Kuvaa {src} ei voi kopioida ({reason}): {}", instead_of(*instead))
        }
        ImportFinding::ImageUndefined(name) => format!(
            "Kuvaa [{name}] ei ole (missään ei sanota, missä se on): tilalle kirjoitettiin sen vaihtoehtoinen teksti"
        ),
        ImportFinding::FigureLink(to) => format!("Kuvan linkki attrlink=\"{to}\": jätettiin pois"),

        ImportFinding::ListStart(start) => {
            format!("Luettelo alkaa numerosta {start}: sen numerot alkavat ykkösestä")
        }
        ImportFinding::NumberedListMixed => {
            "Numeroidussa luettelossa on muutakin kuin tekstiä: sen kohdat kirjoitettiin kappaleina numeroineen".to_owned()
        }
        ImportFinding::ListMixed => {
            "Luettelossa on muutakin kuin tekstiä: se on kohtien välissä, joten luetteloita tuli useita".to_owned()
        }
        ImportFinding::ListDeep => {
            "Sisäkkäisiä luetteloita on liikaa löydettäviksi: sisimmät kirjoitettiin tasoa ylemmäs".to_owned()
        }
        ImportFinding::ListInEmptyItem => {
            "Luettelo on kohdassa, jossa ei ole sanoja: sen kohdat kirjoitettiin tasoa ylemmäs".to_owned()
        }
        ImportFinding::ParagraphAfterList => {
            "Kappale luettelon kohdassa olevan luettelon jälkeen: kirjoitettiin ennen luetteloa".to_owned()
        }
        ImportFinding::Tasks => "Tehtäväluettelo: sen ruudut kirjoitettiin merkkeinä ☐ ja ☑".to_owned(),
        ImportFinding::TermAlone => {
            "Termi, jolla ei ole sanoja tai selitystä: kirjoitettiin kappaleena".to_owned()
        }
        ImportFinding::TermsMixed => {
            "Termiluettelossa on muutakin kuin tekstiä: sen termit kirjoitettiin lihavoituina kappaleina".to_owned()
        }

        ImportFinding::TableCaption(caption) => {
            format!("Taulukolla ei ole otsikkoa: kirjoitettiin ”{caption}”; kerro, mitä taulukko kertoo")
        }
        ImportFinding::ColumnNameless => {
            "Taulukon sarakkeella ei ole nimeä: kirjoitettiin ”–”; kerro, mitä sarakkeessa on".to_owned()
        }
        ImportFinding::Alignment => "Taulukon sarakkeiden tasaus: jätettiin pois".to_owned(),
        ImportFinding::ExcessCells(cells) => {
            format!("Rivillä on enemmän soluja kuin otsikkorivillä: jätettiin pois: {cells}")
        }

        ImportFinding::DetailsDeep => {
            "Sisäkkäisiä lisätietoja on liikaa löydettäviksi: kirjoitettiin sellaisinaan".to_owned()
        }
        ImportFinding::DetailsEmpty(summary) => format!("Lisätiedoissa ”{summary}” ei ole mitään: jätettiin pois"),
        ImportFinding::NoticeEmpty => "Huomautuksessa ei ole sanoja: jätettiin pois".to_owned(),
        ImportFinding::ListIn(around) => {
            format!("Luettelo {}: sen kohdat kirjoitettiin kappaleina", within(*around))
        }
        ImportFinding::QuotationIn(around) => {
            format!("Lainaus {}: kirjoitettiin kappaleinaan", within(*around))
        }
        ImportFinding::BlockIn(inner, around) => {
            let inner = match inner {
                Inner::Notice => "Huomautus",
                Inner::Table => "Taulukko",
                Inner::Code => "Koodi",
                Inner::Terms => "Termiluettelo",
            };
            format!("{inner} {}: kirjoitettiin sen jälkeen", within(*around))
        }
        ImportFinding::MarkAlone { mark, lacks } => {
            let lacks = match lacks {
                Lacks::Beginning => "alkua",
                Lacks::End => "loppua",
            };
            format!("Merkillä {mark} ei ole {lacks}: jätettiin pois")
        }
        ImportFinding::Reference(name) => format!("Viite {name}, jonka ohjelma kirjoittaa: jätettiin pois"),

        ImportFinding::CodeEmpty => "Koodilohkossa ei ole koodia: jätettiin pois".to_owned(),
        ImportFinding::Include(include) => format!("Teksti, jonka {include} tuo koodiin: jätettiin pois"),

        ImportFinding::FootnoteUnmarked(label) => {
            format!("Alaviitteellä {label} ei ole merkkiä tekstissä: kirjoitettiin viimeiseksi")
        }
        ImportFinding::FootnoteBlocks => {
            "Alaviitteessä on muutakin kuin tekstiä: kirjoitettiin alaviitteiden jälkeen".to_owned()
        }
        ImportFinding::FootnoteEmpty(label) => {
            format!("Alaviitteessä {label} ei ole sanoja: kirjoitettiin ”–”")
        }

        ImportFinding::Html { html, kept } => format!("HTML {html}: jätettiin pois{}", and_kept(*kept)),
        ImportFinding::HtmlImage(html) => format!("HTML {html}: kuva ilman tiedostoa: jätettiin pois"),
        ImportFinding::CommentOpen => {
            "Kommentilla ei ole loppua: jätettiin pois, samoin kaikki sen jälkeen".to_owned()
        }

        ImportFinding::Component { tag, kept } => format!("Komponentti {tag}: jätettiin pois{}", and_kept(*kept)),
        ImportFinding::MdxLine(line) => format!("MDX-rivi ”{line}”: jätettiin pois"),
        ImportFinding::Shortcode(shortcode) => format!("Lyhytkoodi {shortcode}: jätettiin pois"),
        ImportFinding::Template(template) => {
            format!("Mallinne {template}: kirjoitettiin sellaisenaan; kirjoita tilalle sen arvo")
        }

        ImportFinding::SymbolicLink => "Symbolinen linkki: jätettiin pois, samoin se, mihin se johtaa".to_owned(),
        ImportFinding::SameName => {
            "Toisella tiedostolla on sama nimi toisin merkein kirjoitettuna: vain toinen niistä tuotiin".to_owned()
        }
        ImportFinding::CategoryUnreadable(reason) => format!("Tiedostoa ei voi lukea ({}): jätettiin pois", unread(reason)),
        ImportFinding::NotUtf8 => {
            "Tiedosto ei ole UTF-8-tekstiä: jätettiin pois; tallenna se uudelleen UTF-8:na".to_owned()
        }
        ImportFinding::NotMarkdown => "Tiedosto ei ole Markdownia: ei tuotu".to_owned(),
        ImportFinding::NotLinked => "Mikään sivu ei johda tiedostoon: ei kopioitu".to_owned(),
        ImportFinding::Snippet(file) => {
            format!("Tekstinpätkää {file} ei ole kansiossa eikä sen vieressä: jätettiin pois")
        }
    })
}

fn unread(reason: &Unread) -> String {
    match reason {
        Unread::Malformed(words) => words.clone(),
        Unread::Twice(field) => format!("kenttä ”{field}” on kahdesti: poista toinen"),
        Unread::Program => "se on ohjelma, jota ei ajeta: kirjoita sen kentät YAML-muodossa".to_owned(),
        Unread::NoFields => "siinä ei ole kenttiä".to_owned(),
    }
}

fn comment_of(of: CommentOf) -> &'static str {
    match of {
        CommentOf::Mdx => "MDX",
        CommentOf::Template => "mallinne",
        CommentOf::Kramdown => "kramdown",
        CommentOf::Obsidian => "Obsidian",
    }
}

fn what(expected: ExpectedField) -> &'static str {
    match expected {
        ExpectedField::Text => "tekstiä",
        ExpectedField::Number => "lukua",
        ExpectedField::Truth => "arvoa true tai false",
        ExpectedField::Texts => "tekstien luetteloa",
        ExpectedField::Day => "päivää kuten 2024-05-01",
    }
}

fn done_with(done: Done) -> &'static str {
    match done {
        Done::LeftOut => "jätettiin pois",
        Done::TextsKept => "muu kuin teksti jätettiin pois",
        Done::Draft => "sivu kirjoitettiin luonnoksena",
    }
}

/// Why a page isn't published.
fn held(hold: &Held) -> String {
    match hold {
        Held::Field(field) => format!("alkutieto ”{field}” estää sivun julkaisemisen"),
        Held::Date(date) => format!("päivä {date} on tulevaisuudessa"),
        Held::Future { field, written } => format!("alkutieto ”{field}: {written}” on tulevaisuudessa"),
        Held::Over { field, written } => format!("alkutieto ”{field}: {written}” on mennyt"),
        Held::Unreadable => "kenttää, joka voi estää sivun julkaisemisen, ei voi lukea".to_owned(),
        Held::Name(name) => format!("nimi ”{name}” estää sivun julkaisemisen"),
        Held::NotListed => "SUMMARY.md ei mainitse sivua, joten sitä ei julkaista".to_owned(),
        Held::Setting { setting, file } => {
            format!("tiedoston {file} asetus ”{setting}” estää sivun julkaisemisen")
        }
    }
}

fn no_way(reason: &NoWay) -> String {
    match reason {
        NoWay::Empty => "se on tyhjä".to_owned(),
        NoWay::NoFile => "kansiossa ei ole sellaista tiedostoa".to_owned(),
        NoWay::NoPage => "kansiossa ei ole sellaista sivua".to_owned(),
        NoWay::NoHeading => "sivulla ei ole sellaista otsikkoa".to_owned(),
        NoWay::Draft(address) => format!("{address} on luonnos"),
        NoWay::Address => "linkki ei voi johtaa sellaiseen osoitteeseen".to_owned(),
        NoWay::FileKind => "linkki voi johtaa sivulle tai asiakirjaan, ei sellaiseen tiedostoon".to_owned(),
        NoWay::OtherContents => "tiedosto on muuta lajia kuin sen nimi kertoo".to_owned(),
        NoWay::TooLarge => "tiedosto on julkaistavaksi liian suuri".to_owned(),
        NoWay::Undefined => "missään ei sanota, missä se on".to_owned(),
    }
}

fn instead_of(instead: Instead) -> &'static str {
    match instead {
        Instead::Nothing => "jätettiin pois",
        Instead::AlternativeText => "tilalle kirjoitettiin sen vaihtoehtoinen teksti",
        Instead::Link => "tilalle kirjoitettiin linkki siihen",
    }
}

fn within(around: Around) -> &'static str {
    match around {
        Around::Quotation => "lainauksessa",
        Around::Notice => "huomautuksessa",
    }
}

fn and_kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Nothing => "",
        Kept::Words => ", siinä olevat sanat säilyivät",
        Kept::WordsAndLinks => ", sen sanat ja linkit säilyivät",
    }
}
