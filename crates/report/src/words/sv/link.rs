//! Findings in links, in Swedish.

use page::href::ALLOWED_SCHEMES;

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, anchors, say};
use content::fault::finding::LinkFinding;

pub(super) fn words(finding: &LinkFinding) -> Words {
    match finding {
        LinkFinding::Nowhere { address, nearest } => say(
            format!("Länken leder ingenstans: sidan ”{address}” finns inte"),
            "sidan finns inte",
            match nearest {
                Some(nearest) => did_you_mean(nearest),
                None => "skriv adressen till en sida, som ”/hankkeet/”".to_owned(),
            },
        ),
        LinkFinding::Draft { path } => say(
            format!("Länken leder till {path}, som är ett utkast och inte publiceras"),
            "ett utkast",
            "ta bort \"draft\" från den sidan, eller länken från den här",
        ),
        LinkFinding::Anchor { path, anchor, nearest, known } => say(
            format!("Länken leder ingenstans: {path} har ingen rubrik ”#{anchor}”"),
            "rubriken finns inte",
            match nearest {
                Some(nearest) => did_you_mean(&format!("#{nearest}")),
                None if known.is_empty() => "den sidan har inga rubriker".to_owned(),
                None => format!("rubrikerna där: {}", anchors(known)),
            },
        ),
        LinkFinding::Malformed { target } => say(
            format!("”{target}” är ingen fullständig adress"),
            "ofullständig",
            "skriv hela adressen, som ”https://www.example.fi/”",
        ),
        LinkFinding::Disguised { host } => say(
            format!("Länken leder till ”{host}” fast den ser ut att leda någon annanstans"),
            "leder någon annanstans",
            "öppna sidan och kopiera dess adress: framför serverns namn står inget @, och namnet blandar inte latinska bokstäver med andra",
        ),
        LinkFinding::Empty => say(
            "Länken har ingen adress",
            "leder ingenstans",
            "skriv en sidas adress, till exempel ”/hankkeet/”, eller ta bort länken",
        ),
        LinkFinding::Space { target, instead } => say(
            format!("Adressen ”{target}” har ett mellanslag"),
            "ett mellanslag i adressen",
            format!("skriv ”{instead}”"),
        ),
        LinkFinding::Misspelt { words, address } => say(
            "Det här är inte skrivet som en länk: besökarna skulle se parenteserna",
            "ingen länk",
            as_link(if words.is_empty() { "ord" } else { words }, address),
        ),
        LinkFinding::NoAddress { words } => say(
            "Länkens adress saknas: besökarna skulle se parenteserna",
            "ingen adress",
            as_link(words, "/hankkeet/"),
        ),
        LinkFinding::Unclosed { sign } => say(
            format!("Parentesen {sign} saknar sin motpart: besökarna skulle se den"),
            "står ensam",
            format!("skriv en länk som [ord](/adress/); hör parentesen till texten, skriv \\\\{sign}"),
        ),
        LinkFinding::Scheme { target, scheme } => say(
            format!("En länk kan inte leda till ”{target}”"),
            format!("”{scheme}:” är inte tillåtet"),
            format!("tillåtna är {}", ALLOWED_SCHEMES.join(", ")),
        ),
        LinkFinding::TextEmpty { target } => say("Länken har ingen text", "tom", what_is_there(target)),
        LinkFinding::TextMeaningless { text, target } => say(
            format!("”{text}” säger inte vart länken leder (WCAG 2.4.9)"),
            "säger ingenting",
            what_is_there(target),
        ),
        LinkFinding::NoWholePage { address } => say(
            "Kort och relaterade sidor leder till en sida, inte till ett ställe på den",
            "leder längre än till sidan",
            format!("skriv ”{address}”, eller gör den till en länk i en text"),
        ),
        LinkFinding::ToItself => {
            say("Sidan nämner sig själv", "den här sidan", "skriv en annan sidas adress, eller ta bort den")
        }
        LinkFinding::Orphan { path } => say(
            format!("Ingen sida leder till {path}"),
            "ingen hittar den",
            "länka till den, eller låt sidan ovanför lista sina sidor med ”children”",
        ),
    }
}

fn as_link(words: &str, address: &str) -> String {
    format!("skriv [{words}]({address})")
}

fn what_is_there(target: &str) -> String {
    format!("skriv vad som finns på {target}: dess rubrik eller några ord om det")
}
