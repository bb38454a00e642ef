//! What is written: a page of the source format, its fields in the order in which a person reads them.

use serde::{Serialize, Serializer};

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenPage {
    /// Where the schema is that helps with the file, from the file on.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its title.
    #[serde(serialize_with = "plain")]
    pub title: String,
    /// A shorter name.
    #[serde(serialize_with = "plain_if_any", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is about.
    #[serde(serialize_with = "plain")]
    pub summary: String,
    /// What sort of page it is.
    pub kind: WrittenKind,
    /// Its place among its neighbours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether it isn't to be published yet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The addresses at which it was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old_addresses: Vec<String>,
    /// What stands on it.
    pub content: Vec<WrittenBlock>,
}

/// What sort of page it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum WrittenKind {
    /// The first page.
    Front,
    /// A page with pages under it.
    Section,
    /// A page.
    Page,
    /// A news item.
    News {
        /// Its day, if it is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        published: Option<String>,
    },
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum WrittenBlock {
    /// A heading (`h2`).
    Heading(#[serde(serialize_with = "plain")] String),
    /// A heading under it (`h3`).
    Subheading(#[serde(serialize_with = "plain")] String),
    /// A heading under that (`h4`).
    MinorHeading(#[serde(serialize_with = "plain")] String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<WrittenItem>),
    /// A numbered list.
    NumberedList(Vec<WrittenItem>),
    /// Terms and their values.
    Facts(Vec<WrittenFact>),
    /// A quotation, a paragraph a text.
    Quote {
        /// Its paragraphs.
        text: Vec<String>,
    },
    /// A table.
    #[serde(rename_all = "camelCase")]
    Table {
        /// Its caption.
        #[serde(serialize_with = "plain")]
        caption: String,
        /// The cells of its header.
        header: Vec<String>,
        /// The cells of its rows.
        rows: Vec<Vec<String>>,
        /// Whether the first cell of a row is its header.
        header_column: bool,
    },
    /// An image.
    Figure(WrittenFigure),
    /// Code.
    Code {
        /// Its language.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A notice.
    Notice {
        /// `info` or `warning`.
        kind: WrittenNoticeKind,
        /// Its title.
        #[serde(serialize_with = "plain_if_any", skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Its paragraphs.
        text: Vec<String>,
    },
    /// What can be opened and closed.
    Details {
        /// What stands there while it is closed.
        #[serde(serialize_with = "plain")]
        summary: String,
        /// What stands in it.
        content: Vec<WrittenBlock>,
    },
    /// Files to download.
    Documents(Vec<WrittenDocument>),
    /// The pages under this page.
    Children {},
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum WrittenItem {
    /// A text.
    Text(String),
    /// A text with a list under it.
    Nested {
        /// The text.
        text: String,
        /// The items under it.
        items: Vec<WrittenItem>,
        /// Whether they are numbered.
        numbered: bool,
    },
}

/// A term and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WrittenFact {
    /// What it is.
    #[serde(serialize_with = "plain")]
    pub term: String,
    /// Its value.
    pub value: String,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WrittenFigure {
    /// Its file, beside the page.
    pub image: String,
    /// What it shows.
    #[serde(serialize_with = "plain_if_any", skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Whether it only decorates.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub decorative: bool,
    /// Its caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// How pressing a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum WrittenNoticeKind {
    /// Good to know.
    Info,
    /// Must be known.
    Warning,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WrittenDocument {
    /// The file, beside the page.
    pub file: String,
    /// What it is called.
    #[serde(serialize_with = "plain")]
    pub title: String,
}

/// Writes a text that is shown as it stands, where the publisher refuses links, strong words and code of
/// Markdown: without their signs.
fn plain<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut text = text.to_owned();
    while let Some(range) = compile::markdown_in_plain(&text) {
        let piece = &text[range.clone()];
        let within = ["__", "`"].iter().find_map(|sign| piece.strip_prefix(sign)?.strip_suffix(sign));
        let words = match within {
            Some(words) => words.to_owned(),
            None => piece.replace("**", "").replace(|sign| "[]<>{}［］【】〔〕（）".contains(sign), ""),
        };
        if words.len() == range.len() {
            break;
        }
        text.replace_range(range, &words);
    }
    serializer.serialize_str(&text)
}

fn plain_if_any<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => plain(text, serializer),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_shown_as_it_stands_loses_its_marks_and_no_words() {
        for (written, shown) in [
            ("Ennen **hakua**", "Ennen hakua"),
            ("Ennen __hakua__ ja `haku`", "Ennen hakua ja haku"),
            ("Tiedosto osa__2__a", "Tiedosto osa__2__a"),
            ("Ennen <b>hakua</b>", "Ennen <b>hakua</b>"),
            ("5` ja {a}(b)", "5` ja {a}(b)"),
            ("Katso {haku}(/haku/)", "Katso haku(/haku/)"),
        ] {
            let document = WrittenDocument { file: "a.pdf".to_owned(), title: written.to_owned() };
            assert_eq!(serde_json::to_value(document).unwrap()["title"], shown, "{written}");
        }
    }
}
