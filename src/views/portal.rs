//! The whole of what stands in the document: header, breadcrumb, main content, footer.

use std::{borrow::Cow, sync::Arc};

use crate::{
    markup::{Element, el},
    page_time::PageTime,
    preferences::{
        choices::{Choices, Preference},
        text_size::TextSize,
    },
    read_aloud::Listening,
    views::{
        article::article,
        breadcrumb::breadcrumb,
        failure::{Failure, failure},
        footer::footer,
        header::header,
        site_notice::site_notice,
        skip_link::skip_link,
    },
};
use page::{Language, Page};

/// What is shown: plain data, from which the markup follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Portal {
    /// The page; a visitor who never got one (an empty shell whose `page.json` failed) sees the failure alone.
    pub page: Option<Arc<Page>>,
    /// How many pages were shown before it in this document.
    pub turn: u32,
    /// A page that didn't come, until the visitor closes the message or moves on.
    pub failure: Option<Failure>,
    /// The pages of the section that are about to be printed with the page.
    pub printed: Vec<Arc<Page>>,
    /// How long the page took; unknown when it was rendered natively.
    pub page_time: Option<PageTime>,
    /// The text size that the visitor chose.
    pub text_size: TextSize,
    /// Whether the visitor chose it just now, so that it is worth being spoken.
    pub text_size_chosen: bool,
    /// How the visitor wants to read.
    pub choices: Choices,
    /// Whether the page is read aloud; none where it can't be.
    pub listening: Option<Listening>,
    /// The time by the visitor's clock, UTC as in `2006-12-08T22:00:00Z`; unknown when rendered natively.
    pub now: Option<String>,
}

impl Portal {
    /// As every document is rendered first, natively and when hydrated: what depends on the visitor comes after.
    pub fn first(page: Option<Arc<Page>>) -> Portal {
        Portal {
            page,
            turn: 0,
            failure: None,
            printed: Vec::new(),
            page_time: None,
            text_size: TextSize::NORMAL,
            text_size_chosen: false,
            choices: Choices::default(),
            listening: None,
            now: None,
        }
    }

    /// The language of the interface.
    pub(super) fn language(&self) -> Language {
        self.page.as_ref().map_or(Language::Fi, |page| page.language)
    }
}

/// What a button or link asks of the application; without the application it does nothing.
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
    /// Read as fast as a place in [`RATES`](crate::read_aloud::RATES) says.
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

/// The class of the one element that stands in the document's view root.
pub const VIEW_CLASS: &str = "portal";

/// All that stands in the document's view root.
///
/// Header, breadcrumb and footer are patched in place, so that a button keeps the focus. The article is
/// built anew at every change of page: assistive technology then hears of a new `h1`, and nothing that was
/// opened on the old page stays open on the new one.
pub fn portal(shown: &Portal) -> Element {
    let page = shown.page.as_deref();
    let main = el("main")
        .attr("id", "sisalto")
        .attr("tabindex", "-1")
        .children(shown.failure.as_ref().map(|cause| failure(cause, shown)))
        .children(page.map(|page| article(page, shown).key(shown.turn)))
        .children(shown.printed.iter().map(|page| article(page, shown)));
    el("div")
        .class(VIEW_CLASS)
        .children(page.map(|page| skip_link(page.language)))
        .children(page.and_then(|page| site_notice(page, shown)))
        .children(page.map(|page| header(page, shown)))
        .children(page.and_then(breadcrumb))
        .child(main)
        .children(page.map(|page| footer(page, shown)))
}

/// A button that asks something of the application.
pub(super) fn button(action: Action, class: &'static str) -> Element {
    el("button").class(class).attr("type", "button").attr(Action::ATTRIBUTE, action.name())
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
