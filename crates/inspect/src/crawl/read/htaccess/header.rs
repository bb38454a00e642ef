//! A line of an `.htaccess` that says what to send with a file (`Header` of Apache's mod_headers).

use super::condition::{Condition, of_expression};

/// What a `Header` does to a header of an answer, and when.
#[derive(Clone, Debug)]
pub struct HeaderLine {
    /// The line and column, counted from 1.
    pub at: (usize, usize),
    /// Where it does so.
    pub table: HeaderTable,
    /// What it does.
    pub action: HeaderAction,
    /// None where there is none, and where Apache makes it anew for each answer (`%{…}e`, `expr=…`).
    pub value: Option<String>,
    /// When Apache goes through it.
    pub phase: Phase,
    name: String,
    conditions: Vec<Condition>,
}

/// A table of headers: an answer that succeeds gets those of both, also two of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderTable {
    /// For answers that succeed.
    OnSuccess,
    /// For all (`always`).
    Always,
}

/// What is done to a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderAction {
    /// It gets the value, in the place of others.
    Set,
    /// It gets the value, if it has none.
    SetIfEmpty,
    /// It gets the value, beside others or joined to them.
    Add,
    /// It goes.
    Unset,
    /// Its value changes.
    Edit,
    /// It is sent as it came with the request.
    Echo,
    /// It is noted for others.
    Note,
}

/// When Apache goes through a line: what holds for the whole folder comes first, wherever it stands in the
/// file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// In no section that chooses files or requests.
    Whole,
    /// In one that chooses files.
    Files,
    /// In one that chooses requests.
    Requests,
}

impl HeaderLine {
    /// Reads what stands behind `Header`; None where Apache refuses it.
    pub fn read(at: (usize, usize), arguments: &[String]) -> Option<HeaderLine> {
        let (table, arguments) = match arguments.split_first() {
            Some((first, rest)) if first.eq_ignore_ascii_case("always") => (HeaderTable::Always, rest),
            Some((first, rest)) if first.eq_ignore_ascii_case("onsuccess") => (HeaderTable::OnSuccess, rest),
            _ => (HeaderTable::OnSuccess, arguments),
        };
        let (action, rest) = arguments.split_first()?;
        let action = HeaderAction::of(action)?;
        let (name, value, clause) = match (action, rest) {
            // Without a name they do nothing.
            (HeaderAction::Unset | HeaderAction::Echo, []) => ("", None, rest),
            (HeaderAction::Unset | HeaderAction::Echo, [name, clause @ ..]) => (name.as_str(), None, clause),
            (HeaderAction::Edit, [name, _, _, clause @ ..]) => (name.as_str(), None, clause),
            (HeaderAction::Edit, _) => return None,
            (_, [name, value, clause @ ..]) => (name.as_str(), Some(value.as_str()), clause),
            _ => return None,
        };
        let conditions = match clause {
            [] => Vec::new(),
            [clause] => when(clause)?,
            _ => return None,
        };
        let is_known =
            |value: &&str| !value.contains('%') && !value.to_ascii_lowercase().starts_with("expr=");
        Some(HeaderLine {
            at,
            table,
            action,
            value: value.filter(is_known).map(str::to_owned),
            phase: Phase::Whole,
            name: name.split(':').next().unwrap_or_default().to_owned(),
            conditions,
        })
    }

    /// Puts it into a section.
    pub fn put_into(&mut self, phase: Phase, condition: Condition) {
        self.phase = self.phase.max(phase);
        self.conditions.push(condition);
    }

    /// Whether it is about a header.
    pub fn is_of(&self, header: &str) -> bool {
        self.name.eq_ignore_ascii_case(header)
    }

    /// Whether it holds for the file at an address of the host; None where that can't be told.
    pub fn holds(&self, address: &str) -> Option<bool> {
        let mut holds = Some(true);
        for condition in &self.conditions {
            match condition.holds(address) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => holds = None,
            }
        }
        holds
    }

    /// Whether Apache is sure to refuse what it says of when it holds.
    pub fn is_broken(&self) -> bool {
        self.conditions.iter().any(Condition::is_broken)
    }
}

impl HeaderAction {
    fn of(word: &str) -> Option<HeaderAction> {
        Some(match word.to_ascii_lowercase().as_str() {
            "set" => HeaderAction::Set,
            "setifempty" => HeaderAction::SetIfEmpty,
            "add" | "append" | "merge" => HeaderAction::Add,
            "unset" => HeaderAction::Unset,
            "edit" | "edit*" => HeaderAction::Edit,
            "echo" => HeaderAction::Echo,
            "note" => HeaderAction::Note,
            _ => return None,
        })
    }
}

/// What the last word says of when a line holds; None where Apache refuses it.
fn when(clause: &str) -> Option<Vec<Condition>> {
    let (sort, said) = clause.split_once('=').unwrap_or((clause, ""));
    match sort.to_ascii_lowercase().as_str() {
        "expr" => Some(of_expression(said)),
        "env" | "early" => Some(vec![Condition::Unclear]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crawl::read::htaccess::lines::words;

    fn read(line: &str) -> Option<HeaderLine> {
        HeaderLine::read((1, 1), &words(line))
    }

    #[test]
    fn a_line_says_what_to_do_with_which_header() {
        let line = read("always SET Cache-Control: \"no-cache\"").unwrap();
        assert_eq!(
            (line.table, line.action, line.value.as_deref()),
            (HeaderTable::Always, HeaderAction::Set, Some("no-cache"))
        );
        assert!(line.is_of("cache-control"));
        assert_eq!(line.holds("/a"), Some(true));
        let line = read("unset Cache-Control env=!a").unwrap();
        assert_eq!(
            (line.table, line.action, line.value.as_deref()),
            (HeaderTable::OnSuccess, HeaderAction::Unset, None)
        );
        assert_eq!(line.holds("/a"), None);
        // Apache makes these values anew.
        for value in ["%{A}e", "expr=%{REQUEST_URI}"] {
            assert_eq!(read(&format!("set A {value}")).unwrap().value, None, "{value}");
        }
    }

    #[test]
    fn what_apache_refuses_is_none() {
        for line in [
            "",
            "always",
            "Cache-Control no-cache",
            "set",
            "set A",
            "edit A b",
            "unset A b",
            "set Cache-Control public, max-age=1",
            "set A b # c",
            "set A b expr=true env=c",
        ] {
            assert!(read(line).is_none(), "{line}");
        }
        for line in ["unset", "echo ^A", "set A \"\"", "edit* A b c", "note A b", "set A b early"] {
            assert!(read(line).is_some(), "{line}");
        }
    }
}
