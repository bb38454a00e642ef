//! Shortcodes of Hugo, Zola, Jekyll and mdBook within a line.

use super::{
    jsx::{Jsx, jsx},
    line::reach,
    liquid::template,
};
use crate::{finding::ImportFinding, inlines, reference::REF};

/// The words that name an admonition in one of the generators.
const ADMONITIONS: [&str; 30] = [
    "note",
    "tip",
    "info",
    "warning",
    "danger",
    "caution",
    "important",
    "success",
    "question",
    "hint",
    "abstract",
    "summary",
    "tldr",
    "todo",
    "check",
    "help",
    "faq",
    "attention",
    "failure",
    "error",
    "bug",
    "example",
    "quote",
    "seealso",
    "details",
    "notice",
    "alert",
    "callout",
    "admonition",
    "secondary",
];

/// What the lines of a text before say of templates.
#[derive(Debug, Default)]
pub(super) struct Templates {
    /// Whether none is one.
    raw: bool,
    /// The shortcodes of Zola with a text that haven't ended: whether each is an admonition.
    open: Vec<bool>,
}

/// Leaves the shortcodes of a line out, but for those that mean something in Markdown.
pub(super) fn shortcodes(
    line: &str,
    number: usize,
    templates: &mut Templates,
    dropped: &mut Vec<(usize, ImportFinding)>,
) -> String {
    match jsx(line) {
        Some(Jsx::Ends) => return String::new(),
        Some(Jsx::Begins(finding)) => {
            dropped.push((number, finding));
            return String::new();
        }
        None => {}
    }
    if !line.contains("{{") && !line.contains("{%") {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if character == '`' {
            let run = rest.len() - rest.trim_start_matches('`').len();
            let after = &rest[run..];
            let end = code_end(after, run).map_or(run, |end| run + end);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        if let Some(found) = template(reach(rest), templates.raw) {
            out.push_str(&found.means);
            dropped.extend(found.told.map(|told| (number, told)));
            templates.raw = found.raw.unwrap_or(templates.raw);
            rest = &rest[found.length..];
            continue;
        }
        if !templates.raw
            && let Some((shortcode, end)) = shortcode(reach(rest), &mut templates.open)
        {
            match shortcode {
                Shortcode::Means(text) => {
                    if let Some(to) = argument(&rest[..end], "attrlink") {
                        dropped.push((number, ImportFinding::FigureLink(to)));
                    }
                    out.push_str(&text);
                }
                Shortcode::MeansLine(text) if line.trim().len() == end => {
                    out.push_str(&text);
                }
                Shortcode::MeansLine(_) | Shortcode::Unknown => {
                    dropped.push((number, ImportFinding::Shortcode(rest[..end].trim().to_owned())));
                }
            }
            rest = &rest[end..];
            continue;
        }
        out.push(character);
        rest = &rest[character.len_utf8()..];
    }
    out
}

/// Where the code span ends that begins with `run` backticks; the text is what follows them.
pub(super) fn code_end(text: &str, run: usize) -> Option<usize> {
    let (text, mut at) = (reach(text), 0);
    while let Some(start) = text[at..].find('`') {
        let start = at + start;
        let length = text[start..].len() - text[start..].trim_start_matches('`').len();
        if length == run {
            return Some(start + length);
        }
        at = start + length;
    }
    None
}

enum Shortcode {
    /// Stands for this Markdown.
    Means(String),
    /// Stands for this line, if it is alone on its own.
    MeansLine(String),
    Unknown,
}

fn shortcode(text: &str, open: &mut Vec<bool>) -> Option<(Shortcode, usize)> {
    let (inner, end) =
        ["{{<", "{{%", "{{", "{%"].iter().zip([">}}", "%}}", "}}", "%}"]).find_map(|(open, close)| {
            let inner = text.strip_prefix(open)?;
            let length = inner.find(close)?;
            Some((&inner[..length], open.len() + length + close.len()))
        })?;
    let hugo = text.starts_with("{{<") || text.starts_with("{{%");
    let inner = inner.trim();
    // Hugo shows a shortcode that is commented out.
    if let Some(shown) = inner.strip_prefix("/*").and_then(|shown| shown.strip_suffix("*/")).filter(|_| hugo)
    {
        let (open, close) = if text.starts_with("{{<") { ("{{<", ">}}") } else { ("{{%", "%}}") };
        return Some((Shortcode::Means(inlines::escape(&format!("{open}{shown}{close}"))), end));
    }
    let name: String = inner.chars().take_while(|c| c.is_alphanumeric() || "_-/.".contains(*c)).collect();
    // "{{ x }}" alone may be meant as text; a shortcode has Hugo's brackets or Zola's parentheses.
    let zola = !name.is_empty() && inner[name.len()..].trim_start().starts_with('(');
    let mdbook = inner.starts_with('#');
    if !hugo && !zola && !mdbook && !text.starts_with("{%") {
        return None;
    }
    let arguments = &inner[name.len()..];
    let is_admonition = |name: &str| ADMONITIONS.contains(&name);
    let is_tag = text.starts_with("{%") && !hugo;
    if is_tag && zola {
        open.push(is_admonition(&name));
    }
    let shortcode = match name.as_str() {
        "end" if is_tag => match open.pop() {
            Some(true) => Shortcode::MeansLine(":::".to_owned()),
            _ => Shortcode::Unknown,
        },
        closing
            if is_tag
                && closing
                    .strip_prefix("end")
                    .is_some_and(|name| is_admonition(name.trim_start_matches('_'))) =>
        {
            Shortcode::MeansLine(":::".to_owned())
        }
        "ref" | "relref" if hugo => match argument(arguments, "path").or_else(|| first_word(arguments)) {
            Some(page) => Shortcode::Means(format!("{REF}{}", page.replace(' ', "%20"))),
            None => Shortcode::Unknown,
        },
        "figure" | "img" | "image" => match argument(arguments, "src") {
            Some(src) => {
                let alt = argument(arguments, "alt").unwrap_or_default();
                let caption: Vec<String> = ["title", "caption", "attr"]
                    .iter()
                    .filter_map(|name| argument(arguments, name))
                    .collect();
                let caption = match caption.is_empty() {
                    true => String::new(),
                    false => format!(" \"{}\"", caption.join(" – ").replace('"', "\\\"")),
                };
                let image = format!("![{}](<{src}>{caption})", inlines::escape(&alt));
                Shortcode::Means(match argument(arguments, "link") {
                    Some(to) => format!("[{image}](<{to}>)"),
                    None => image,
                })
            }
            None => Shortcode::Unknown,
        },
        name if is_admonition(name) => {
            let is_kind = |word: &String| is_admonition(word) || word == "primary";
            let mut words = positional(arguments);
            let first_kind = words.iter().position(is_kind).map(|at| words.remove(at));
            let kind = ["type", "color"].into_iter().find_map(|field| argument(arguments, field));
            let kind = kind.filter(is_kind).or(first_kind).unwrap_or_else(|| name.to_owned());
            let titles = ["title", "summary", "header", "label"];
            let title = titles.into_iter().find_map(|field| argument(arguments, field));
            let title = title.unwrap_or_else(|| words.join(" "));
            Shortcode::MeansLine(format!(":::{kind} {title}").trim_end().to_owned())
        }
        closing if closing.strip_prefix('/').is_some_and(is_admonition) => {
            Shortcode::MeansLine(":::".to_owned())
        }
        _ => Shortcode::Unknown,
    };
    Some((shortcode, end))
}

/// The value of an argument, as in `src="x"`.
pub(super) fn argument(arguments: &str, name: &str) -> Option<String> {
    let mut rest = arguments;
    while let Some(at) = rest.find(name) {
        let starts_word = !rest[..at].ends_with(|c: char| c.is_alphanumeric());
        let after = rest[at + name.len()..].trim_start();
        if let Some(value) = after.strip_prefix('=').filter(|_| starts_word) {
            return first_word(value);
        }
        rest = &rest[at + name.len()..];
    }
    None
}

/// The arguments that have no name, without their quotes: `tip "A title"`.
fn positional(arguments: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = arguments.trim();
    while let Some(first) = rest.chars().next() {
        let (word, after) = match first {
            '"' | '\'' | '`' => rest[1..].split_once(first).unwrap_or((&rest[1..], "")),
            _ => rest
                .split_at(rest.find(|c: char| c.is_whitespace() || "=,()".contains(c)).unwrap_or(rest.len())),
        };
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        rest = match value {
            // The value of a name is no argument of its own.
            Some(value) => {
                let quote = value.chars().next().filter(|quote| "\"'`".contains(*quote));
                match quote {
                    Some(quote) => value[1..].split_once(quote).map_or("", |(_, after)| after),
                    None => value
                        .split_once(|c: char| c.is_whitespace() || ",)".contains(c))
                        .map_or("", |(_, after)| after),
                }
            }
            None => {
                // A shortcode without a text ends with a slash.
                if !word.is_empty() && !["/", "true", "false"].contains(&word) {
                    found.push(word.to_owned());
                }
                after
            }
        };
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ",()".contains(c));
    }
    found
}

/// The first word of some arguments, without its quotes.
pub(super) fn first_word(text: &str) -> Option<String> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|quote| "\"'`".contains(*quote));
    let word = match quote {
        Some(quote) => text[1..].split(quote).next()?,
        None => text.split(|c: char| c.is_whitespace() || c == ',' || c == ')').next()?,
    };
    (!word.is_empty()).then(|| word.to_owned())
}
