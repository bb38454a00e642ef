//! Findings between the files, in Finnish.

use page::Language;

use super::phrases::{in_languages, no_path};
use crate::words::phrases::{Words, quoted, say, shortened};
use content::fault::finding::SiteFinding;

pub(super) fn words(finding: &SiteFinding) -> Words {
    match finding {
        SiteFinding::AddressTwice { path, first } => say(
            format!("Osoitteessa {path} on kaksi tiedostoa"),
            "toinen niistä",
            format!("poista tai nimeä uudelleen; ensimmäinen on {}", first.display()),
        ),
        SiteFinding::AddressOfPart { name } => say(
            format!("Nimi ”{name}” on varattu: pitkät luettelot jatkuvat tällaisissa osoitteissa"),
            "varattu",
            "valitse toinen nimi, joka kertoo sivun aiheen",
        ),
        SiteFinding::AddressOfDevice { name } => say(
            format!(
                "Nimi ”{name}” on Windowsin oma: Windows ei voi tallentaa sen nimistä tiedostoa eikä kansiota"
            ),
            "varattu",
            "valitse toinen nimi; vanha osoite jätetään pois",
        ),
        SiteFinding::AddressTooLong { name, most } => say(
            format!("”{}” on liian pitkä sivuston kansioksi: siinä voi olla {most} tavua", shortened(name)),
            format!("{} tavua", name.len()),
            "valitse lyhyempi nimi; tällainen vanha osoite jätetään pois",
        ),
        SiteFinding::AddressOfFile { file } => say(
            format!("Osoitteessa /{file} on sivuston tiedosto: siinä tai sen alla ei voi olla sivua"),
            "tiedosto on tiellä",
            "valitse toinen osoite; vanha osoite jätetään pois, koska tiedosto vastaa siinä",
        ),
        SiteFinding::AddressOfLanguage { other, main } => say(
            format!("Kansion {}/ sivu joutuisi toisen kielen sivujen joukkoon", main.tag()),
            format!("osoitteesta /{}/ alkaa toinen kieli", other.tag()),
            format!("siirrä tiedosto kansioon {}/ tai nimeä sen kansio uudelleen", other.tag()),
        ),
        SiteFinding::ParentIsDraft { parent } => say(
            format!("Tämän sivun yläpuolella oleva {parent} on luonnos: sitä ei julkaista"),
            "ylhäältä ei pääse tänne",
            "poista siltä sivulta \"draft\" tai kirjoita tällekin \"draft\": true",
        ),
        SiteFinding::NoParent { parent } => say(
            format!("Tämän sivun yläpuolella ei ole sivua {parent}"),
            "ylhäältä ei pääse tänne",
            "lisää yläpuolella olevaan kansioon index.json",
        ),
        SiteFinding::OldAddress { reason } => say(
            "Tämä ei kelpaa osoitteeksi",
            no_path(reason),
            "kirjoita osoite ensimmäisestä vinoviivasta alkaen, esimerkiksi ”/sivu.php/vanha_sivu”",
        ),
        SiteFinding::OldAddressTaken { path } => say(
            format!("Osoitteessa {path} on nykyinen sivu"),
            "ei voi johtaa muualle",
            "poista tämä osoite tai siirrä siinä oleva sivu",
        ),
        SiteFinding::OldAddressTwice { path, first } => say(
            format!("Vanha osoite {path} on merkitty kahdesti"),
            "toisen kerran",
            match first {
                Some(first) => format!("jätä se yhdelle sivulle; ensimmäinen on {first}"),
                None => "jätä niistä yksi".to_owned(),
            },
        ),
        SiteFinding::RedirectChain { from, to, end } => say(
            format!("{from} johtaa osoitteeseen {to} ja siitä vielä eteenpäin: kävijä joutuu odottamaan"),
            "johtaa eteenpäin",
            format!("kirjoita ”{end}”"),
        ),
        SiteFinding::RedirectLoop { from } => {
            say(format!("{from} kiertää kehää"), "ei johda perille", "kirjoita jonkin sivun osoite")
        }
        SiteFinding::Address => say(
            "Sivuston osoitteen alussa on https:// tai http:// eikä lopussa ole vinoviivaa",
            "ei näin",
            "kirjoita esimerkiksi ”https://www.example.fi” tai ”https://www.example.fi/seutu”",
        ),
        SiteFinding::Feedback { target } => say(
            format!("”{target}” ei ole sähköpostiosoite eikä linkki"),
            "tänne ei voisi kirjoittaa",
            "kirjoita esimerkiksi ”palaute@example.fi”, ”/palaute/” tai ”https://www.example.fi/palaute”",
        ),
        SiteFinding::NoLanguage => {
            say("Sivustolla ei ole kieltä", "”languages” on tyhjä", "kirjoita \"languages\": [\"fi\"]")
        }
        SiteFinding::LanguageTwice { language } => {
            say(format!("Kieli ”{}” on kahteen kertaan", language.tag()), "toisen kerran", "jätä toinen pois")
        }
        SiteFinding::LanguageUnnamed { language, named } => say(
            format!("Kansiossa {0}/ on sivuja, mutta ”{0}” ei ole sivuston kielten joukossa", language.tag()),
            "tästä puuttuu kieli",
            format!("kirjoita \"languages\": [{}] tai poista kansio", quoted(named, *language)),
        ),
        SiteFinding::FrontMissing { language, path } => say(
            format!("Kielellä ”{}” ei ole etusivua", language.tag()),
            "etusivua ei ole",
            format!("tee se komennolla seutu new section {path}; sen \"kind\" on \"front\""),
        ),
        SiteFinding::FrontKind => say(
            "Tämä on kielen ensimmäinen sivu, mutta ei etusivu",
            "ei etusivu",
            "kirjoita \"kind\": \"front\"",
        ),
        SiteFinding::FrontElsewhere { path } => say(
            format!("Etusivu voi olla vain osoitteessa {path}"),
            "toinen etusivu",
            "kirjoita \"kind\": \"section\" tai \"page\"",
        ),
        SiteFinding::NotFoundElsewhere { main } => say(
            "Tuntemattomilla osoitteilla on yksi yhteinen sivu pääkielellä: palvelin näyttää kaikille saman",
            "kukaan ei näkisi sitä",
            format!("kerro asia kansion {}/ sivulla jokaisella kielellä ja poista tämä tiedosto", main.tag()),
        ),
        SiteFinding::NotFoundTwice { first } => say(
            "Tuntemattomille osoitteille on toinenkin sivu",
            "toinen niistä",
            format!("poista se tai vaihda sen \"kind\"; ensimmäinen on {}", first.display()),
        ),
        SiteFinding::NotFoundOldAddress => say(
            "Tuntemattomien osoitteiden sivulla ei ole omaa osoitetta, johon vanha voisi johtaa",
            "ei johda mihinkään",
            "jätä osoite pois: sivu näkyy siinä muutenkin",
        ),
        SiteFinding::SummaryEmpty => say(
            "Sivulla ei ole tiivistelmää",
            "tyhjä",
            "kerro virkkeellä tai kahdella, mistä sivu kertoo: se näkyy luetteloissa ja hakutuloksissa",
        ),
        SiteFinding::TitleEmpty => say(
            "Sivulla ei ole otsikkoa (WCAG 2.4.2)",
            "tyhjä",
            "kerro muutamalla sanalla, mistä sivu kertoo",
        ),
        SiteFinding::TitleLong { length, most } => say(
            format!("Otsikossa on {length} merkkiä; hakutulos näyttää niistä noin {most}"),
            "pitkä",
            "aloita sanoilla, jotka erottavat sivun muista, ja lyhennä loppua",
        ),
        SiteFinding::TitleTwice { first } => say(
            format!("Saman osion toisella sivulla on sama otsikko: {first}"),
            "toisen kerran",
            "kerro otsikossa, mikä tällä sivulla on toisin",
        ),
        SiteFinding::TranslationOfItsLanguage { of } => say(
            format!("{of} on samalla kielellä kuin tämä sivu"),
            "ei käännös",
            "kirjoita sivuston pääkielisen sivun osoite",
        ),
        SiteFinding::TranslationOfTranslation { of, original } => say(
            format!("{of} on itse käännös: sivun erikieliset versiot eivät löytäisi toisiaan"),
            "ei alkuperäinen",
            match original {
                Some(original) => format!("kirjoita ”{original}”"),
                None => "poista \"translationOf\" sivulta, joka kirjoitettiin ensin".to_owned(),
            },
        ),
        SiteFinding::TranslationTwice { of, first } => say(
            format!("Sivulla {of} on tällä kielellä kaksi käännöstä, mutta vain yhtä voidaan tarjota"),
            "toisen kerran",
            format!("jätä se yhdelle sivulle; ensimmäinen on {first}"),
        ),
        SiteFinding::EasyOfOtherLanguage { of, language } => say(
            format!("{of} on eri kielellä kuin tämä sivu"),
            "toisella kielellä",
            format!(
                "kirjoita tähän yleiskielinen sivu, joka on {}; erikielinen sivu kuuluu kenttään \"translationOf\"",
                in_languages(&[*language])
            ),
        ),
        SiteFinding::EasyOfEasy { of, standard } => say(
            format!("{of} on itse selkokielinen: yleiskieliseltä sivulta ei pääsisi tänne"),
            "ei yleiskielinen",
            match standard {
                Some(standard) => format!("kirjoita ”{standard}”"),
                None => "poista \"easyLanguageOf\" yleiskieliseltä sivulta".to_owned(),
            },
        ),
        SiteFinding::EasyAbove { of } => say(
            format!(
                "{of} on tämän sivun alla, mutta selkokieliselle sivulle tullaan sen yleiskieliseltä sivulta"
            ),
            "on yläpuolella",
            "siirrä tämä tiedosto sen sivun alle tai viereen",
        ),
        SiteFinding::EasyTwice { of, first } => say(
            format!("Sivulla {of} on kaksi selkokielistä versiota, mutta se voi johtaa vain yhteen"),
            "toisen kerran",
            format!("jätä se yhdelle sivulle; ensimmäinen on {first}"),
        ),
        SiteFinding::TranslationMissing { path, languages } => {
            let first = languages.first().copied().map_or("", Language::tag);
            say(
                format!("Sivua ei ole {}", in_languages(languages)),
                "kääntämättä",
                format!("kirjoita käännös kansioon {first}/ ja siihen \"translationOf\": \"{path}\""),
            )
        }
    }
}
