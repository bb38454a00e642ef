//! The rules of a stylesheet, and which of them a document needs before it is painted.
//!
//! A rule is left out only where it can't hold: an element that it asks for isn't in the document, it is for
//! paper, or it waits for a pointer, the focus or an opened panel. A rule that isn't understood is included.
//! The rest of the stylesheet comes after the paint, as a whole and in its own order, and so can't change
//! what was painted.

use crate::{
    names::{Name, Names},
    text::statements,
};

/// A stylesheet in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules(Vec<Item>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    /// A statement that every document needs, such as the order of the layers.
    Always(String),
    /// `selector{…}`, with what each of its selectors asks for.
    Rule { text: String, selectors: Vec<Needs> },
    /// `@media …{…}`
    Group { opening: String, items: Vec<Item> },
}

/// The names that a selector requires: all of these, and one of each list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Needs {
    all: Vec<Name>,
    one_of_each: Vec<Vec<Needs>>,
}

/// States that nothing is in before the first paint (Selectors Level 4 §§8.2, 9.1; HTML §6.12).
const LATER: [&str; 6] = ["hover", "active", "focus", "focus-visible", "focus-within", "popover-open"];

/// Functions that match when one of their arguments does.
const ONE_OF: [&str; 2] = ["is", "where"];

impl Rules {
    /// Reads a stylesheet without comments.
    pub fn read(stylesheet: &str) -> Rules {
        Rules(items(stylesheet))
    }

    /// The names that the selectors ask for, each once: documents that have the same of them need the same
    /// rules.
    pub fn names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        for needs in self.0.iter().flat_map(Item::selectors) {
            needs.each_name(&mut |name| {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            });
        }
        names
    }

    /// The text of the rules that a document needs.
    pub fn needed_by(&self, names: &Names<'_>) -> String {
        let mut text = String::new();
        write(&self.0, names, &mut text);
        text
    }
}

impl Item {
    /// The selectors of a rule, or of all rules of a group.
    fn selectors(&self) -> Vec<&Needs> {
        match self {
            Item::Always(_) => Vec::new(),
            Item::Rule { selectors, .. } => selectors.iter().collect(),
            Item::Group { items, .. } => items.iter().flat_map(Item::selectors).collect(),
        }
    }
}

fn items(stylesheet: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for statement in statements(stylesheet) {
        let statement = statement.trim();
        let Some((opening, body)) = statement.split_once('{') else {
            items.push(Item::Always(statement.to_owned()));
            continue;
        };
        let (opening, body) = (opening.trim(), body.trim_end_matches('}'));
        let name = opening.strip_prefix('@').and_then(|rest| rest.split([' ', '(']).next());
        match name {
            Some("media") if opening.contains("print") => {}
            // For a browser that lacks something, which gets that with the whole stylesheet: no document of
            // all others bears its bytes.
            Some("supports") if opening.contains("not ") => {}
            Some("layer" | "media" | "container" | "supports" | "scope") => {
                // The group's own brace is the last; those before it belong to its rules.
                let within = &statement[statement.find('{').unwrap_or_default() + 1..statement.len() - 1];
                items.push(Item::Group { opening: opening.to_owned(), items: self::items(within) });
            }
            Some(_) => items.push(Item::Always(statement.to_owned())),
            None if body.is_empty() => {}
            None => {
                let selectors = arguments(opening).filter_map(Needs::of).collect();
                items.push(Item::Rule { text: statement.to_owned(), selectors });
            }
        }
    }
    items
}

fn write(items: &[Item], names: &Names<'_>, text: &mut String) {
    for item in items {
        match item {
            Item::Always(always) => text.push_str(always),
            Item::Rule { text: rule, selectors } => {
                if selectors.iter().any(|selector| selector.may_hold(names)) {
                    text.push_str(rule);
                }
            }
            Item::Group { opening, items } => {
                let before = text.len();
                text.push_str(opening);
                text.push('{');
                let empty = text.len();
                write(items, names, text);
                if text.len() == empty {
                    text.truncate(before);
                } else {
                    text.push('}');
                }
            }
        }
    }
}

impl Needs {
    /// The names that a selector requires; none where it can't match before the first paint.
    fn of(selector: &str) -> Option<Needs> {
        let mut needs = Needs::default();
        let mut rest = selector.trim();
        let mut begins = true;
        while let Some(first) = rest.chars().next() {
            let behind = &rest[first.len_utf8()..];
            let (name, behind_name) = name_at(behind);
            match first {
                '.' => needs.all.push(Name::Class(name.to_owned())),
                '#' => needs.all.push(Name::Id(name.to_owned())),
                ':' => {
                    // `::before` belongs to its element.
                    let (name, mut behind) = name_at(behind.trim_start_matches(':'));
                    let inner = within(behind, '(', ')');
                    if let Some(inner) = inner {
                        behind = &behind[inner.len() + 2..];
                    }
                    match inner {
                        None if LATER.contains(&name) => return None,
                        Some(inner) if ONE_OF.contains(&name) => {
                            let lists: Vec<Needs> = arguments(inner).filter_map(Needs::of).collect();
                            if lists.is_empty() {
                                return None;
                            }
                            needs.one_of_each.push(lists);
                        }
                        _ => {}
                    }
                    (rest, begins) = (behind, false);
                    continue;
                }
                '[' => {
                    rest = &rest[within(rest, '[', ']')?.len() + 2..];
                    begins = false;
                    continue;
                }
                '>' | '+' | '~' | '*' => {
                    (rest, begins) = (behind, true);
                    continue;
                }
                _ if first.is_whitespace() => {
                    (rest, begins) = (behind, true);
                    continue;
                }
                _ if begins && first.is_ascii_alphabetic() => {
                    let (name, behind) = name_at(rest);
                    needs.all.push(Name::Element(name.to_owned()));
                    (rest, begins) = (behind, false);
                    continue;
                }
                // Not understood: it asks for no less than what was read before.
                _ => break,
            }
            (rest, begins) = (behind_name, false);
        }
        Some(needs)
    }

    fn each_name(&self, look: &mut impl FnMut(&Name)) {
        self.all.iter().for_each(&mut *look);
        self.one_of_each.iter().flatten().for_each(|needs| needs.each_name(look));
    }

    fn may_hold(&self, names: &Names<'_>) -> bool {
        self.all.iter().all(|name| names.has(name))
            && self.one_of_each.iter().all(|list| list.iter().any(|needs| needs.may_hold(names)))
    }
}

/// The name at the beginning of a text, and what stands behind it.
fn name_at(text: &str) -> (&str, &str) {
    let in_name = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    text.split_at(text.find(|sign| !in_name(sign)).unwrap_or(text.len()))
}

/// The text between the brackets with which a text begins.
fn within(text: &str, open: char, close: char) -> Option<&str> {
    let inner = text.strip_prefix(open)?;
    let mut depth = 1;
    let mut quoted = None;
    for (at, sign) in inner.char_indices() {
        match quoted {
            Some(quote) => quoted = Some(quote).filter(|quote| *quote != sign),
            None if matches!(sign, '"' | '\'') => quoted = Some(sign),
            None => depth += i32::from(sign == open) - i32::from(sign == close),
        }
        if depth == 0 {
            return Some(&inner[..at]);
        }
    }
    None
}

/// The selectors of a list: commas within brackets separate nothing.
fn arguments(list: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut start) = (0, 0);
    let mut found = Vec::new();
    for (at, sign) in list.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&list[start..]);
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_browsers_that_lack_something_comes_with_the_whole_stylesheet() {
        let css = "@supports (gap:1px){p{gap:1px}}@supports not (gap:1px){p{margin:1px}}";
        let mut names = Names::default();
        names.add("<p>");
        assert_eq!(Rules::read(css).needed_by(&names), "@supports (gap:1px){p{gap:1px}}");
    }

    fn needed(stylesheet: &str, markup: &str) -> String {
        Rules::read(stylesheet).needed_by(&Names::of_markup(markup))
    }

    const MARKUP: &str = "<main id=\"a\"><p class=\"b c\">d</p></main>";

    #[test]
    fn a_rule_stays_where_its_elements_are() {
        for selector in [
            "*",
            "main",
            "p.b",
            "#a > .b",
            ".x,.c",
            "html[data-theme=\"dark\"] p",
            ":root",
            "p::before",
            ".b:not(.x)",
            ":is(.x, main) > p",
            ":is(main, .x) > * + :where(.c, figure)",
            "p:first-child",
            ".b:visited",
            "main:has(.x) p",
            "[data-until]",
            "a:not(:hover),p",
        ] {
            let rule = format!("{selector}{{color:red}}");
            assert_eq!(needed(&rule, MARKUP), rule);
        }
    }

    #[test]
    fn a_rule_goes_where_it_cannot_hold() {
        for selector in [
            ".x",
            "p.x",
            "#x > .b",
            "a",
            "main figure",
            ":is(.x, figure) > p",
            ".b:where(.x)",
            "p:hover",
            ".b:focus-visible",
            ".b:popover-open",
            "p::before .x",
        ] {
            assert_eq!(needed(&format!("{selector}{{color:red}}"), MARKUP), "", "{selector}");
        }
    }

    #[test]
    fn groups_go_when_nothing_is_left_in_them_and_paper_comes_later() {
        let sheet = "@layer a,b;@layer a{p{x:y}.x{x:y}@media (width > 1px){.x{x:y}}}@layer b{@container portal (width > 2px){.b{x:y}}}@media print{p{x:y}}@keyframes z{from{x:y}}";
        assert_eq!(
            needed(sheet, MARKUP),
            "@layer a,b;@layer a{p{x:y}}@layer b{@container portal (width > 2px){.b{x:y}}}@keyframes z{from{x:y}}"
        );
    }

    #[test]
    fn each_name_that_is_asked_for_is_listed_once() {
        let rules = Rules::read(".b p{x:y}@media (x){#c>:is(.b,a){x:y}}");
        let names = [
            Name::Class("b".into()),
            Name::Element("p".into()),
            Name::Id("c".into()),
            Name::Element("a".into()),
        ];
        assert_eq!(rules.names(), names);
        assert_eq!(Names::of_markup("<p class=\"b z\">1</p>").among(&names), [true, true, false, false]);
    }
}
