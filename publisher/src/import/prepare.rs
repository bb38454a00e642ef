//! Turns what sites write beside Markdown into Markdown, line by line, before it is parsed.
//!
//! Admonitions (`:::note`, `!!! note`, `{{% notice note %}}`) and `<details>` become block quotes that begin
//! with a mark; a link's `{{< ref "x" >}}` becomes an address; other shortcodes and JSX are left out. A line
//! of code stays as it is. Every line remembers which line of the file it was.

use super::report::Sort;

/// The text to parse.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The Markdown.
    pub text: String,
    /// For each line of the text the line of the file, counted from 1.
    pub lines: Vec<usize>,
    /// The containers, by the line of [`Prepared::text`] with their mark, counted from 0.
    pub containers: std::collections::BTreeMap<usize, Container>,
    /// What was left out: the line of the file, and what.
    pub dropped: Vec<(usize, Sort, String)>,
}

/// A block that Markdown has no marks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// What it is, as in `note` or `details`.
    pub kind: String,
    /// Its title, if one is written.
    pub title: Option<String>,
}

/// The scheme that stands for Hugo's `ref` until links are resolved.
pub const REF: &str = "hugo-ref:";

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

/// Containers within containers deeper than this are taken as text.
const DEEPEST: usize = 8;

/// Prepares a text whose first line is line `first_line` of its file.
pub fn prepare(body: &str, first_line: usize) -> Prepared {
    let mut out = Prepared::default();
    let mut fence = Fence::default();
    let mut comment = false;
    let lines: Vec<(usize, String)> = body
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let number = first_line + at;
            // Tabs indent as four spaces would (CommonMark 2.2).
            let line = if line.trim_start_matches([' ', '\t']).len() < line.len() {
                detab(line)
            } else {
                line.to_owned()
            };
            let code = fence.is_code(&line);
            let hidden = comment || line.contains("<!--");
            comment = hidden && !line.rfind("<!--").map_or(&*line, |at| &line[at..]).contains("-->");
            if code && let Some(include) = include(&line) {
                out.dropped.push((number, Sort::Code, format!("the text that {include} brings into code")));
            }
            (number, if code || hidden { line } else { shortcodes(&line, number, &mut out.dropped) })
        })
        .collect();
    let written = containers(&lines, 0);
    for (at, line) in written.into_iter().enumerate() {
        out.text.push_str(&line.text);
        out.text.push('\n');
        out.lines.push(line.number);
        if let Some(container) = line.container {
            out.containers.insert(at, container);
        }
        if let Some(dropped) = line.dropped {
            out.dropped.push((line.number, Sort::Notice, dropped));
        }
    }
    out
}

fn detab(line: &str) -> String {
    let text = line.trim_start_matches([' ', '\t']);
    let mut column = 0;
    for character in line[..line.len() - text.len()].chars() {
        column += if character == '\t' { 4 - column % 4 } else { 1 };
    }
    format!("{}{text}", " ".repeat(column))
}

/// mdBook's way to bring a file into a page.
fn include(line: &str) -> Option<&str> {
    let start =
        ["{{#include", "{{#rustdoc_include", "{{#playground"].iter().find_map(|mark| line.find(mark))?;
    let length = line[start..].find("}}")?;
    Some(&line[start..start + length + 2])
}

/// Whether lines stand in a fenced code block.
#[derive(Clone, Copy, Default)]
struct Fence {
    open: Option<(char, usize)>,
}

impl Fence {
    /// Takes the next line; the fences themselves count as code.
    fn is_code(&mut self, line: &str) -> bool {
        let text = line.trim_start_matches([' ', '>']);
        let mark = text.chars().next().unwrap_or(' ');
        let run = text.chars().take_while(|c| *c == mark).count();
        match self.open {
            Some((open, length)) => {
                if mark == open && run >= length && text[run..].trim().is_empty() {
                    self.open = None;
                }
                true
            }
            None => {
                let after_bullet = text.strip_prefix(['-', '*', '+']).map_or(text, str::trim_start);
                let mark = after_bullet.chars().next().unwrap_or(' ');
                let run = after_bullet.chars().take_while(|c| *c == mark).count();
                let opens = (mark == '`' && run >= 3 && !after_bullet[run..].contains('`'))
                    || (mark == '~' && run >= 3);
                if opens {
                    self.open = Some((mark, run));
                }
                opens
            }
        }
    }
}

/// Leaves the shortcodes of a line out, but for those that mean something in Markdown.
fn shortcodes(line: &str, number: usize, dropped: &mut Vec<(usize, Sort, String)>) -> String {
    match jsx(line) {
        Some(Jsx::Ends) => return String::new(),
        Some(Jsx::Begins(text)) => {
            dropped.push((number, Sort::Shortcode, text));
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
        if let Some((shortcode, end)) = shortcode(rest) {
            match shortcode {
                Shortcode::Means(text) => {
                    if let Some(to) = argument(&rest[..end], "attrlink") {
                        dropped.push((number, Sort::Image, format!("attrlink=\"{to}\" of a figure")));
                    }
                    out.push_str(&text);
                }
                Shortcode::MeansLine(text) if line.trim().len() == end => {
                    out.push_str(&text);
                }
                Shortcode::MeansLine(_) | Shortcode::Unknown => {
                    dropped.push((number, Sort::Shortcode, format!("the shortcode {}", rest[..end].trim())));
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
fn code_end(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
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

fn shortcode(text: &str) -> Option<(Shortcode, usize)> {
    let (inner, end) =
        ["{{<", "{{%", "{{", "{%"].iter().zip([">}}", "%}}", "}}", "%}"]).find_map(|(open, close)| {
            let inner = text.strip_prefix(open)?;
            let length = inner.find(close)?;
            Some((&inner[..length], open.len() + length + close.len()))
        })?;
    let hugo = text.starts_with("{{<") || text.starts_with("{{%");
    let inner = inner.trim();
    let name: String = inner.chars().take_while(|c| c.is_alphanumeric() || "_-/.".contains(*c)).collect();
    // "{{ x }}" alone may be meant as text; a shortcode has Hugo's brackets or Zola's parentheses.
    let zola = !name.is_empty() && inner[name.len()..].trim_start().starts_with('(');
    let mdbook = inner.starts_with('#');
    if !hugo && !zola && !mdbook && !text.starts_with("{%") {
        return None;
    }
    let arguments = &inner[name.len()..];
    let shortcode = match name.as_str() {
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
                let image = format!("![{}](<{src}>{caption})", super::inlines::escape(&alt));
                Shortcode::Means(match argument(arguments, "link") {
                    Some(to) => format!("[{image}](<{to}>)"),
                    None => image,
                })
            }
            None => Shortcode::Unknown,
        },
        name if ADMONITIONS.contains(&name) => {
            let kind = argument(arguments, "type")
                .or_else(|| argument(arguments, "color"))
                .or_else(|| first_word(arguments))
                .filter(|word| ADMONITIONS.contains(&word.as_str()) || *word == "primary")
                .unwrap_or_else(|| name.to_owned());
            let title = argument(arguments, "title").unwrap_or_default();
            Shortcode::MeansLine(format!(":::{kind} {title}").trim_end().to_owned())
        }
        closing if hugo && closing.strip_prefix('/').is_some_and(|name| ADMONITIONS.contains(&name)) => {
            Shortcode::MeansLine(":::".to_owned())
        }
        _ => Shortcode::Unknown,
    };
    Some((shortcode, end))
}

fn argument(arguments: &str, name: &str) -> Option<String> {
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

fn first_word(text: &str) -> Option<String> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|quote| "\"'`".contains(*quote));
    let word = match quote {
        Some(quote) => text[1..].split(quote).next()?,
        None => text.split(|c: char| c.is_whitespace() || c == ',' || c == ')').next()?,
    };
    (!word.is_empty()).then(|| word.to_owned())
}

/// What of MDX a line is.
enum Jsx {
    /// An import, or a component, in words.
    Begins(String),
    /// What only ends a component takes nothing away.
    Ends,
}

/// What of MDX a line is, if it is nothing else. The component of a notice is left for [`containers`].
fn jsx(line: &str) -> Option<Jsx> {
    let imports = line.starts_with("import ")
        && (line.contains(" from '")
            || line.contains(" from \"")
            || line.starts_with("import '")
            || line.starts_with("import \""));
    if imports {
        return Some(Jsx::Begins(format!("the line of MDX “{}”", line.trim())));
    }
    let text = line.trim();
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let component = name.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with('>')
        && text.matches('<').count() == 1
        && name.chars().take_while(|c| c.is_alphanumeric() || *c == '.').count() > 1;
    match component {
        true if notice_component(text).is_some() => None,
        true if text.starts_with("</") => Some(Jsx::Ends),
        true => Some(Jsx::Begins(format!("the component {text}"))),
        false => None,
    }
}

/// The components of MDX that show a notice.
const NOTICES: [&str; 9] =
    ["Note", "Tip", "Info", "Warning", "Danger", "Caution", "Callout", "Admonition", "Alert"];

/// The name of a notice's component, if a tag of it begins the text.
fn notice_component(text: &str) -> Option<&'static str> {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let ends = |rest: &str| rest.starts_with(|c: char| c == '>' || c.is_whitespace());
    NOTICES.into_iter().find(|notice| name.strip_prefix(notice).is_some_and(ends))
}

/// A line on its way into the text.
struct Line {
    number: usize,
    text: String,
    container: Option<Container>,
    dropped: Option<String>,
}

/// Writes containers as block quotes; `depth` says within how many the lines stand already.
fn containers(lines: &[(usize, String)], depth: usize) -> Vec<Line> {
    let mut out = Vec::new();
    let mut fence = Fence::default();
    let mut at = 0;
    while let Some((number, line)) = lines.get(at) {
        let plain = |text: String| Line { number: *number, text, container: None, dropped: None };
        if fence.is_code(line) || depth == DEEPEST {
            out.push(plain(line.clone()));
            at += 1;
            continue;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let found = colon_container(&lines[at..], indent)
            .or_else(|| indented_container(&lines[at..], indent))
            .or_else(|| details(&lines[at..]))
            .or_else(|| component(&lines[at..], indent));
        let Some(found) = found else {
            let stray = line.trim();
            if stray.len() >= 3 && stray.bytes().all(|byte| byte == b':') {
                out.push(Line {
                    dropped: Some(format!("the mark {stray} without a beginning")),
                    ..plain(String::new())
                });
            } else {
                out.push(plain(line.clone()));
            }
            at += 1;
            continue;
        };
        let margin = " ".repeat(indent);
        out.push(plain(String::new()));
        out.push(Line { container: Some(found.container), ..plain(format!("{margin}> <!--container-->")) });
        for line in containers(&found.content, depth + 1) {
            out.push(Line { text: format!("{margin}> {}", line.text).trim_end().to_owned(), ..line });
        }
        // Without an empty line the next paragraph would be taken into the quote.
        out.push(plain(String::new()));
        if let Some(after) = found.after {
            let number =
                lines.get(at + found.length.saturating_sub(1)).map_or(*number, |(number, _)| *number);
            out.push(Line { number, text: after, container: None, dropped: None });
        }
        at += found.length.max(1);
    }
    out
}

struct Found {
    container: Container,
    content: Vec<(usize, String)>,
    /// How many lines it takes.
    length: usize,
    /// What stands on its last line after it.
    after: Option<String>,
}

/// `:::note Title` … `:::`, as Docusaurus writes it.
fn colon_container(lines: &[(usize, String)], indent: usize) -> Option<Found> {
    let text = lines.first()?.1.trim();
    let colons = text.len() - text.trim_start_matches(':').len();
    let name: String =
        text[colons..].trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    if colons < 3 || name.is_empty() {
        return None;
    }
    let after = text[colons..].trim_start()[name.len()..].trim();
    let title = after.strip_prefix('[').and_then(|title| title.split(']').next()).unwrap_or(after);
    let title = title.split('{').next().unwrap_or_default().trim();
    let mut fence = Fence::default();
    let mut open = 1;
    let mut content = Vec::new();
    for (at, (number, line)) in lines.iter().enumerate().skip(1) {
        let text = line.trim();
        if !fence.is_code(line) && text.starts_with(":::") {
            let run = text.len() - text.trim_start_matches(':').len();
            if text.len() > run {
                open += usize::from(run <= colons);
            } else if run >= colons || open > 1 {
                open -= 1;
            }
            if open == 0 {
                let container = Container { kind: name.to_lowercase(), title: some(title) };
                return Some(Found { container, content, length: at + 1, after: None });
            }
        }
        content.push((*number, dedent(line, indent).to_owned()));
    }
    None
}

/// `!!! note "Title"` with indented lines, as MkDocs writes it; `???` can be closed.
fn indented_container(lines: &[(usize, String)], indent: usize) -> Option<Found> {
    let text = lines.first()?.1.trim();
    let after = text.strip_prefix("!!!").or_else(|| text.strip_prefix("???"))?;
    let name: String = after
        .trim_start_matches('+')
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .collect();
    if name.is_empty() {
        return None;
    }
    let title = after.split('"').nth(1).unwrap_or_default();
    let mut content: Vec<(usize, String)> = Vec::new();
    for (number, line) in &lines[1..] {
        if !line.trim().is_empty() && line.len() - line.trim_start_matches(' ').len() < indent + 4 {
            break;
        }
        content.push((*number, dedent(line, indent + 4).to_owned()));
    }
    while content.last().is_some_and(|(_, line)| line.trim().is_empty()) {
        content.pop();
    }
    let length = content.len() + 1;
    let kind = if text.starts_with("???") { "details".to_owned() } else { name.to_lowercase() };
    let title = if kind == "details" && title.is_empty() { name } else { title.to_owned() };
    Some(Found { container: Container { kind, title: some(&title) }, content, length, after: None })
}

/// `<details><summary>Title</summary>` … `</details>`, each tag at the beginning of its line.
fn details(lines: &[(usize, String)]) -> Option<Found> {
    let first = lines.first()?.1.trim();
    let after = first.strip_prefix("<details").and_then(|rest| rest.split_once('>'))?.1.trim();
    let mut content = vec![(lines[0].0, after.to_owned())];
    let mut open = 1;
    let mut fence = Fence::default();
    let (mut length, mut after_end) = (None, None);
    for (at, (number, line)) in lines.iter().enumerate().skip(1) {
        if !fence.is_code(line) {
            open += line.matches("<details").count();
            if let Some((before, rest)) = line.split_once("</details>") {
                open -= 1;
                if open == 0 {
                    content.push((*number, before.to_owned()));
                    length = Some(at + 1);
                    after_end = some(rest);
                    break;
                }
            }
        }
        content.push((*number, line.clone()));
    }
    let length = length?;
    let start = content.iter().position(|(_, line)| !line.trim().is_empty())?;
    let (_, line) = content.get(start)?;
    let (title, rest) = line.trim().strip_prefix("<summary>")?.split_once("</summary>")?;
    let (title, rest) = (title.to_owned(), rest.to_owned());
    content[start].1 = rest;
    let title = super::html::strip_tags(&title);
    let container = Container { kind: "details".to_owned(), title: some(&title) };
    Some(Found { container, content, length, after: after_end })
}

/// `<Note>` … `</Note>`, as MDX sites write a notice: each tag on a line of its own, or both on one line.
fn component(lines: &[(usize, String)], indent: usize) -> Option<Found> {
    let (number, first) = lines.first()?;
    let first = first.trim();
    let name = notice_component(first).filter(|_| !first.starts_with("</"))?;
    let (tag, after) = first.split_once('>').filter(|(tag, _)| !tag.ends_with('/'))?;
    let end = format!("</{name}>");
    let kind = argument(tag, "type").unwrap_or_else(|| name.to_owned());
    let container = Container { kind: kind.to_lowercase(), title: argument(tag, "title") };
    let mut content = Vec::new();
    let mut fence = Fence::default();
    let first = (*number, after.trim().to_owned());
    for (at, (number, line)) in std::iter::once(&first).chain(&lines[1..]).enumerate() {
        if !fence.is_code(line)
            && let Some((before, rest)) = line.split_once(&end)
        {
            content.push((*number, before.trim().to_owned()));
            return Some(Found { container, content, length: at + 1, after: some(rest) });
        }
        content.push((*number, dedent(line, indent + 2).to_owned()));
    }
    None
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The line without the spaces of its container.
fn dedent(line: &str, indent: usize) -> &str {
    let spaces = line.len() - line.trim_start_matches(' ').len();
    &line[spaces.min(indent)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_admonition_becomes_a_quote_with_a_mark() {
        let prepared = prepare("Ennen\n:::note[Otsikko]\nTeksti\n:::\nJälkeen\n", 5);
        assert_eq!(prepared.text, "Ennen\n\n> <!--container-->\n> Teksti\n\nJälkeen\n");
        assert_eq!(prepared.lines, [5, 6, 6, 7, 6, 9]);
        let container = Container { kind: "note".to_owned(), title: Some("Otsikko".to_owned()) };
        assert_eq!(prepared.containers.get(&2), Some(&container));
    }

    #[test]
    fn code_is_left_alone() {
        let text = "```\n:::note\n{{< x >}}\n```\n\nja `{{< x >}}`\n";
        assert_eq!(prepare(text, 1).text, text);
    }

    #[test]
    fn a_reference_becomes_an_address_and_other_shortcodes_are_told_of() {
        let prepared = prepare("[a]({{< ref \"/x y.md\" >}}) {{< map >}}\n", 1);
        assert_eq!(prepared.text, "[a](hugo-ref:/x%20y.md) \n");
        assert_eq!(prepared.dropped, [(1, Sort::Shortcode, "the shortcode {{< map >}}".to_owned())]);
    }

    #[test]
    fn an_indented_admonition_ends_with_its_indentation() {
        let prepared = prepare("!!! warning \"Varo\"\n    Yksi\n\n    Kaksi\nMuu\n", 1);
        assert_eq!(prepared.text, "\n> <!--container-->\n> Yksi\n>\n> Kaksi\n\nMuu\n");
    }
}
