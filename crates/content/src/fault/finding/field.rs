//! What is wrong with a field or its value.

use super::super::rule::{Rule, error};

use crate::source::text::Lines;

/// Something that is wrong with the shape of a file: its fields and their values.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldFinding {
    /// A field that doesn't exist here.
    Unknown {
        /// Its name.
        name: String,
        /// What was probably meant.
        known: Suggestion,
    },
    /// A field that has to be here.
    Missing {
        /// Its name.
        name: String,
        /// What belongs into it.
        expected: Expected,
    },
    /// A value of another type than belongs here.
    Type {
        /// What stands here.
        found: ValueKind,
        /// What belongs here.
        expected: Expected,
    },
    /// A number that is too small.
    TooSmall {
        /// The smallest that is allowed.
        least: i64,
    },
    /// A number that is too large.
    TooLarge {
        /// The largest that is allowed.
        most: u32,
    },
    /// A name on its own that needs something with it.
    Incomplete {
        /// The name.
        name: String,
        /// What it needs.
        expected: Expected,
    },
    /// A name that isn't one of those that can be chosen here.
    UnknownName {
        /// The name.
        name: String,
        /// What was probably meant.
        known: Suggestion,
    },
    /// A name in braces that stands on its own.
    NotInBraces {
        /// The name.
        name: String,
    },
    /// A text with a character that it can't hold: a control character, or a line break in a text of one
    /// line.
    Character {
        /// The character.
        character: char,
        /// What the text can hold.
        lines: Lines,
    },
    /// Braces with several names or none, where one says what follows.
    Variant {
        /// The names that can be chosen.
        known: Vec<String>,
    },
}

/// What may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The known name that looks most like the wrong one.
    Nearest(String),
    /// All known names; none of them looks like the wrong one.
    Known(Vec<String>),
}

/// What belongs in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number.
    WholeNumber,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// A list.
    List,
    /// An object.
    Fields,
    /// A text or an object.
    TextOrFields,
    /// One of several names.
    OneOf(Vec<String>),
    /// A value of which no more is known.
    Value,
}

/// What stands in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// `null`.
    Null,
    /// A list.
    List,
    /// An object.
    Fields,
}

impl FieldFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            FieldFinding::Unknown { .. } => error("field.unknown"),
            FieldFinding::Missing { .. } => error("field.missing"),
            FieldFinding::Type { .. } => error("value.type"),
            FieldFinding::TooSmall { .. } | FieldFinding::TooLarge { .. } => error("value.range"),
            FieldFinding::Incomplete { .. } => error("value.incomplete"),
            FieldFinding::UnknownName { .. } | FieldFinding::NotInBraces { .. } => error("value.unknown"),
            FieldFinding::Character { .. } => error("value.character"),
            FieldFinding::Variant { .. } => error("value.variant"),
        }
    }
}
