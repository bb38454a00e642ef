//! The report on what changes: for people by what becomes of pages and files, for programs as JSON.

use std::collections::BTreeMap;

use page::Language;
use serde_json::{Value, json};

use super::{
    change::{Difference, Edit, Fate, FileChange, Named, PageChange},
    words::{ChangeLine, Sort, line},
};
use content::terminal::one_line;

/// How many of a sort are listed; nobody reads more of what is the same everywhere.
const LISTED: usize = 100;

/// The report in a language; every sort of change has a heading, and what visitors would miss is marked.
pub fn report(difference: &Difference, language: Language) -> String {
    let mut sections: BTreeMap<Sort, Vec<String>> = BTreeMap::new();
    for change in &difference.pages {
        sections.entry(sort(change)).or_default().push(told(change, language));
    }
    for FileChange { name, fate } in &difference.files {
        sections.entry(sort_of_file(*fate)).or_default().push(name.clone());
    }
    let mut text = String::new();
    for (sort, items) in sections {
        section(sort, &items, language, &mut text);
    }
    let once = [
        (difference.frames, ChangeLine::Frames(difference.frames)),
        (difference.documents, ChangeLine::Documents(difference.documents)),
    ];
    for (_, said) in once.into_iter().filter(|(number, _)| *number > 0) {
        text.push_str(&format!("{}\n", line(said, language)));
    }
    if text.is_empty() { format!("{}\n", line(ChangeLine::Nothing, language)) } else { text }
}

fn section(sort: Sort, items: &[String], language: Language, text: &mut String) {
    text.push_str(&format!("{}\n", line(ChangeLine::Heading(sort, items.len()), language)));
    items.iter().take(LISTED).for_each(|item| text.push_str(&format!("  {}\n", one_line(item.clone()))));
    if items.len() > LISTED {
        text.push_str(&format!("  {}\n", line(ChangeLine::More(items.len() - LISTED), language)));
    }
    text.push('\n');
}

fn sort(change: &PageChange) -> Sort {
    match change {
        PageChange::Appears(_) => Sort::Appears,
        PageChange::Changes { edit, .. } if edit.is_only_rest() => Sort::OnlyRest,
        PageChange::Changes { .. } => Sort::Changes,
        PageChange::Moves { .. } => Sort::Moves,
        PageChange::Goes(_) => Sort::Goes,
        PageChange::LeadsOn { .. } => Sort::LeadsOn,
        PageChange::LeadsNoMore { .. } => Sort::LeadsNoMore,
    }
}

fn sort_of_file(fate: Fate) -> Sort {
    match fate {
        Fate::Appears => Sort::FilesAppear,
        Fate::Changes => Sort::FilesChange,
        Fate::Goes => Sort::FilesGo,
    }
}

fn told(change: &PageChange, language: Language) -> String {
    match change {
        PageChange::Appears(page) | PageChange::Goes(page) => shown(page),
        PageChange::Changes { page, edit } => format!("{}{}", shown(page), said(edit, language)),
        PageChange::Moves { from, page, edit } => {
            format!("{from} → {}{}", shown(page), said(edit, language))
        }
        PageChange::LeadsOn { from, to } => format!("{from} → {to}"),
        PageChange::LeadsNoMore { from } => from.clone(),
    }
}

fn shown(page: &Named) -> String {
    format!("{} – {}", page.path, page.title)
}

/// ": the title was “Haku”, the text has 3 new words": what a page says else.
fn said(edit: &Edit, language: Language) -> String {
    let title = edit.title_before.as_deref().map(ChangeLine::TitleBefore);
    let summary = edit.summary.then_some(ChangeLine::Summary);
    let has_words = edit.words_in + edit.words_out > 0;
    let words = has_words.then_some(ChangeLine::Words { came: edit.words_in, went: edit.words_out });
    let parts: Vec<String> =
        [title, summary, words].into_iter().flatten().map(|part| line(part, language)).collect();
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
}

/// The same as one JSON document: `{ "version": 1, "pages": [ { "change", "path", … } ], "files": [ {
/// "change", "name" } ], "frames", "documents" }`. `change` is `appears`, `changes`, `moves`, `goes`,
/// `leadsOn` or `leadsNoMore`; what visitors would miss has `"warning": true`.
pub fn json(difference: &Difference) -> String {
    let document = json!({
        "version": 1,
        "pages": difference.pages.iter().map(page_json).collect::<Vec<_>>(),
        "files": difference.files.iter().map(file_json).collect::<Vec<_>>(),
        "frames": difference.frames,
        "documents": difference.documents,
    });
    format!("{document:#}\n")
}

fn page_json(change: &PageChange) -> Value {
    match change {
        PageChange::Appears(page) => json!({ "change": "appears", "path": page.path, "title": page.title }),
        PageChange::Changes { page, edit } => {
            json!({ "change": "changes", "path": page.path, "title": page.title, "edit": edit_json(edit) })
        }
        PageChange::Moves { from, page, edit } => json!({
            "change": "moves",
            "path": from,
            "to": page.path,
            "title": page.title,
            "edit": edit_json(edit),
        }),
        PageChange::Goes(page) => {
            json!({ "change": "goes", "path": page.path, "title": page.title, "warning": true })
        }
        PageChange::LeadsOn { from, to } => json!({ "change": "leadsOn", "path": from, "to": to }),
        PageChange::LeadsNoMore { from } => {
            json!({ "change": "leadsNoMore", "path": from, "warning": true })
        }
    }
}

fn edit_json(edit: &Edit) -> Value {
    json!({
        "titleBefore": edit.title_before,
        "summary": edit.summary,
        "wordsIn": edit.words_in,
        "wordsOut": edit.words_out,
        "rest": edit.rest,
    })
}

fn file_json(file: &FileChange) -> Value {
    let change = match file.fate {
        Fate::Appears => "appears",
        Fate::Changes => "changes",
        Fate::Goes => "goes",
    };
    json!({ "change": change, "name": file.name })
}
