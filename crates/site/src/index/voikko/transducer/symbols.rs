//! The table of symbols.

/// What a number in the transitions stands for.
#[derive(Debug)]
pub(in super::super) enum Symbol {
    /// Nothing at all.
    Empty,
    /// A condition on the path.
    Flag(Flag),
    /// A letter.
    Letter(char),
    /// What is said of the letters, in brackets: "[Ln]".
    Tag(Box<str>),
}

/// A flag diacritic.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Flag {
    pub(super) operation: u8,
    pub(super) feature: usize,
    /// 0 where the symbol names no value.
    pub(super) value: u16,
}

/// The names that were met in the table of symbols.
#[derive(Default)]
pub(super) struct Named {
    pub(super) features: Vec<String>,
    values: Vec<String>,
}

impl Named {
    pub(super) fn symbol(&mut self, text: &str) -> Option<Symbol> {
        let mut letters = text.chars();
        Some(match (letters.next(), letters.next()) {
            (None, _) => Symbol::Empty,
            (Some(letter), None) => Symbol::Letter(letter),
            (Some('@'), Some(operation)) => {
                let named = text.get(3..)?.strip_suffix('@')?;
                let (feature, value) = named.split_once('.').unwrap_or((named, ""));
                let feature = number(&mut self.features, feature);
                let value = if value.is_empty() { 0 } else { number(&mut self.values, value) + 1 };
                Symbol::Flag(Flag {
                    operation: u8::try_from(operation).ok()?,
                    feature,
                    value: u16::try_from(value).ok()?,
                })
            }
            _ => Symbol::Tag(text.into()),
        })
    }
}

fn number(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}
