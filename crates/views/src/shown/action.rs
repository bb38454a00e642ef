//! The actions of buttons and links, and the names of the actions in the document.

use std::borrow::Cow;

use super::choices::{Choices, Preference};

/// An action of the application that a button or link starts. Without the application the button does
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Back to the text size of the visitor's own browser.
    TextSizeNormal,
    /// The next larger text size.
    TextSizeLarger,
    /// The next smaller text size.
    TextSizeSmaller,
    /// An option of a preference, by its place.
    Choose(Preference, usize),
    /// All preferences as usual again.
    ResetPreferences,
    /// Print the page with all pages below it.
    PrintSection,
    /// Read the page aloud, pause, or go on.
    Listen,
    /// Read no more.
    ListenStop,
    /// Read as fast as a place in [`RATES`](super::listening::RATES) says.
    ListenAt(usize),
    /// Open the page that didn't come once more.
    TryAgain,
    /// Let the browser itself follow this link.
    LeavePlainly,
    /// Close the message about the page that didn't come.
    CloseFailure,
}

impl Action {
    /// The attribute that names an element's action.
    pub const ATTRIBUTE: &'static str = "data-action";

    /// Those whose names are fixed.
    const NAMED: [(&'static str, Action); 13] = [
        ("text-size-normal", Action::TextSizeNormal),
        ("text-size-larger", Action::TextSizeLarger),
        ("text-size-smaller", Action::TextSizeSmaller),
        ("reset-preferences", Action::ResetPreferences),
        ("print-section", Action::PrintSection),
        ("listen", Action::Listen),
        ("listen-stop", Action::ListenStop),
        ("listen-slowly", Action::ListenAt(0)),
        ("listen-as-usual", Action::ListenAt(1)),
        ("listen-fast", Action::ListenAt(2)),
        ("try-again", Action::TryAgain),
        ("leave-plainly", Action::LeavePlainly),
        ("close-failure", Action::CloseFailure),
    ];

    /// Its name in the attribute: a fixed one, or `theme=dark`; the usual option is `theme=`.
    pub fn name(self) -> Cow<'static, str> {
        if let Action::Choose(preference, option) = self {
            let mut choices = Choices::default();
            choices.choose(preference, option);
            let chosen = choices.name_of(preference).unwrap_or_default();
            return [preference.name(), "=", chosen].concat().into();
        }
        let named = Action::NAMED.iter().find(|(_, action)| *action == self);
        named.map_or("", |(name, _)| name).into()
    }

    /// The action of a name.
    pub fn of_name(name: &str) -> Option<Action> {
        let Some((preference, option)) = name.split_once('=') else {
            return Action::NAMED.iter().find(|(known, _)| *known == name).map(|(_, action)| *action);
        };
        let preference = Preference::ALL.into_iter().find(|known| known.name() == preference)?;
        let mut choices = Choices::default();
        choices.choose_named(preference, Some(option));
        Some(Action::Choose(preference, choices.of(preference)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        let named = Action::NAMED.into_iter().map(|(_, action)| action);
        let chosen = Preference::ALL.into_iter().flat_map(|preference| {
            (0..=preference.options().len()).map(move |option| Action::Choose(preference, option))
        });
        for action in named.chain(chosen) {
            assert_eq!(Action::of_name(&action.name()), Some(action), "{action:?}");
        }
        assert_eq!(Action::of_name(""), None);
    }
}
