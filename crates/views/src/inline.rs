//! Text within a block.

use crate::{
    markup::{Markup, el},
    unbroken::UnbrokenLine,
};
use page::{Href, Inline};

pub(super) fn inlines(spans: &[Inline]) -> impl Iterator<Item = Markup> {
    let mut line = UnbrokenLine::of(&Inline::plain_text(spans));
    pieces(spans, Around { is_alone: true, from_right: false }, &mut line).into_iter()
}

/// The spans before and after a span.
#[derive(Clone, Copy)]
struct Around {
    /// No words stand beside it.
    is_alone: bool,
    /// The words are written from right to left.
    from_right: bool,
}

fn pieces(spans: &[Inline], around: Around, line: &mut UnbrokenLine) -> Vec<Markup> {
    let around = Around { is_alone: around.is_alone && spans.len() == 1, ..around };
    spans.iter().flat_map(|span| inline(span, around, line)).collect()
}

/// A link with no words beside it is a control of its own, and is shown as large as one (WCAG 2.5.5).
fn inline(span: &Inline, around: Around, line: &mut UnbrokenLine) -> Vec<Markup> {
    vec![Markup::Element(match span {
        Inline::Text(words) => return line.pieces(words),
        Inline::Strong(inner) => el("strong").pieces(pieces(inner, around, line)),
        Inline::Emphasis(inner) => el("em").pieces(pieces(inner, around, line)),
        Inline::Link { to, text } => el("a")
            .attr("href", to.as_str().to_owned())
            .attr_if("class", around.is_alone.then(|| "lone-link".to_owned()))
            .attr_if("data-on-paper", unsaid(to, &Inline::plain_text(text)))
            .pieces(pieces(text, around, line)),
        Inline::Code(words) => {
            line.skip(words.len());
            el("code").text(words.clone())
        }
        Inline::Abbreviation(short, long) => {
            line.skip(short.len());
            el("abbr").attr("title", long.clone()).text(short.clone())
        }
        Inline::Foreign(language, inner) => {
            let from_right = is_from_right(language);
            let turns = from_right != around.from_right;
            el("span")
                .attr("lang", language.clone())
                .attr_if("dir", turns.then_some(if from_right { "rtl" } else { "ltr" }))
                .pieces(pieces(inner, Around { from_right, ..around }, line))
        }
        Inline::Date(date) => el("time").attr("datetime", date.iso.clone()).pieces(line.pieces(&date.text)),
        Inline::Break => {
            line.skip(1);
            el("br")
        }
    })]
}

/// Whether a language is written from right to left: by its script where the tag says one, else by the script
/// that it is written in (CLDR, likely subtags). Without `dir` its full stop would stand at the wrong end
/// (HTML §3.2.6.4).
fn is_from_right(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let script = parts.next().filter(|script| script.len() == 4);
    let (list, part) = match script {
        Some(script) => ("adlm arab hebr mand nkoo rohg samr syrc thaa", script),
        None => (
            "aeb apc ar arc arz azb bal bqi ckb dv fa glk haz he iw ks lrc mzn nqo pnb prs ps rhg sd skr syr ug ur yi",
            language,
        ),
    };
    list.split(' ').any(|known| known.eq_ignore_ascii_case(part))
}

/// The address to write to or the number to call that a link leads to, unless its words are just that.
///
/// The style could only print it with its scheme, and a second time.
fn unsaid(to: &Href, words: &str) -> Option<String> {
    let (scheme, rest) = to.as_str().split_once(':')?;
    let known = ["mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let address = rest.split('?').next().filter(|_| known)?;
    // A number is written with spaces and dashes, and called without.
    let letters = |text: &str| text.replace([' ', '\u{a0}', '-'], "");
    let (said, wanted) = (letters(words), letters(address));
    (!holds(&said, &wanted)).then(|| address.to_owned())
}

/// Whether a short text stands in another one. The standard library's way is made for long ones: each visitor
/// would load 2 kB.
fn holds(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|piece| piece == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_right_to_left_say_so_and_those_within_them_say_when_they_do_not() {
        let foreign = |tag: &str, inner| Inline::Foreign(tag.to_owned(), vec![inner]);
        let html = |span: Inline| crate::markup::html::to_html(&el("p").pieces(inlines(&[span])));
        let text = || Inline::Text("a".to_owned());
        for tag in ["ar", "he", "FA", "ur-PK", "az-Arab", "ckb", "yi", "ps", "prs", "arz"] {
            assert_eq!(
                html(foreign(tag, text())),
                format!("<p><span lang=\"{tag}\" dir=\"rtl\">a</span></p>")
            );
        }
        for tag in ["sv", "se", "ru", "ku", "ur-Latn", "uz", "zh-Hant", "so"] {
            assert_eq!(html(foreign(tag, text())), format!("<p><span lang=\"{tag}\">a</span></p>"));
        }
        assert_eq!(
            html(foreign("ar", Inline::Strong(vec![foreign("sv", foreign("fi", text()))]))),
            "<p><span lang=\"ar\" dir=\"rtl\"><strong><span lang=\"sv\" dir=\"ltr\"><span lang=\"fi\">a</span></span></strong></span></p>"
        );
    }

    #[test]
    fn paper_gets_the_address_that_the_words_do_not_say() {
        for (to, words, on_paper) in [
            ("mailto:a@b.fi", "Kirjoita meille", Some("a@b.fi")),
            ("mailto:a@b.fi?subject=Hei", "Kirjoita meille", Some("a@b.fi")),
            ("tel:+358140000", "Soita", Some("+358140000")),
            ("mailto:a@b.fi", "a@b.fi", None),
            ("mailto:a-b@c.fi", "Sähköposti: a-b@c.fi", None),
            ("tel:+358140000", "+358 14-00\u{a0}00", None),
            ("https://a.fi", "Muualla", None),
            ("/hankkeet/", "Hankkeet", None),
        ] {
            assert_eq!(unsaid(&Href::parse(to).unwrap(), words).as_deref(), on_paper, "{to} {words}");
        }
    }
}
