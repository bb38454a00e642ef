//! Every text of the interface.

use page::counted::Counted;

use crate::shown::{choices::Preference, listening::RATES};

/// Every text of the interface in one language.
pub struct Messages {
    /// The skip link (WCAG 2.4.1).
    pub skip_to_content: &'static str,
    /// The link to the front page.
    pub to_front_page: &'static str,
    /// The main menu's name for assistive technology.
    pub main_menu: &'static str,
    /// The breadcrumb's name for assistive technology.
    pub breadcrumb: &'static str,
    /// The footer menu's name for assistive technology.
    pub footer_menu: &'static str,
    /// The text size control's name.
    pub text_size: &'static str,
    /// What the `p` button does; follows the letter when spoken.
    pub text_size_normal: &'static str,
    /// What the `+` button does.
    pub text_size_larger: &'static str,
    /// What the `-` button does.
    pub text_size_smaller: &'static str,
    /// Around the new text size when it is announced, as in "Tekstin koko 115 %".
    pub text_size_now: [&'static str; 2],
    /// The button that opens the main menu on a small screen.
    pub menu_button: &'static str,
    /// How the visitor wants to read: the button and the panel that it opens.
    pub preferences: &'static str,
    /// The name of each preference and of its options, the usual one first, in the order of
    /// `Preference::ALL`.
    pub preference_options: [(&'static str, &'static [&'static str]); Preference::ALL.len()],
    /// The button that makes all preferences as usual.
    pub preferences_reset: &'static str,
    /// Where the choices are kept.
    pub preferences_kept: &'static str,
    /// The button that closes a menu or panel.
    pub close_panel: &'static str,
    /// The button that prints a section with all its pages.
    pub print_section: &'static str,
    /// The button that reads the page aloud.
    pub listen: &'static str,
    /// The button that pauses the reading.
    pub listen_pause: &'static str,
    /// The button with which the reading goes on.
    pub listen_go_on: &'static str,
    /// The button that ends the reading.
    pub listen_stop: &'static str,
    /// How fast it is read.
    pub listen_rate: &'static str,
    /// The names of the speeds, in the order of `read_aloud::RATES`.
    pub listen_rates: [&'static str; RATES.len()],
    /// Before the measured page time.
    pub page_time_before: &'static str,
    /// After the measured page time.
    pub page_time_after: &'static str,
    /// What is measured when the page was the first one of the visit.
    pub page_time_of_first_view: &'static str,
    /// What is measured when the visitor came from another page of the portal.
    pub page_time_of_change: &'static str,
    /// The part of the time that went into loading.
    pub page_time_loading: &'static str,
    /// The part of the time that went into rendering.
    pub page_time_rendering: &'static str,
    /// The part of the time until the frame that showed the page.
    pub page_time_frame: &'static str,
    /// The unit of the page time's parts.
    pub milliseconds: &'static str,
    /// What stands between the whole part of a number and its fraction.
    pub decimal_separator: char,
    /// The headline when a page didn't come.
    pub failure_title: &'static str,
    /// The server doesn't have the page's data.
    pub failure_missing: &'static str,
    /// The server answered with an error.
    pub failure_server: &'static str,
    /// What came isn't a page, or only a part of one.
    pub failure_unreadable: &'static str,
    /// No answer in time.
    pub failure_slow: &'static str,
    /// No connection.
    pub failure_offline: &'static str,
    /// The visitor is still where they were.
    pub failure_still_here: &'static str,
    /// The button that tries again.
    pub try_again: &'static str,
    /// The link that lets the browser itself open the page.
    pub open_plainly: &'static str,
    /// The button that closes a message.
    pub close: &'static str,
    /// A call that hasn't opened yet.
    pub call_coming: &'static str,
    /// A call that is open.
    pub call_open: &'static str,
    /// A call in its last week.
    pub call_last_week: &'static str,
    /// A call on its last day.
    pub call_last_day: &'static str,
    /// How long a call is still open: days behind their number.
    pub call_days_left: Counted<'static>,
    /// A call whose deadline has passed.
    pub call_closed: &'static str,
    /// The name of the list of a page's headings.
    pub contents: &'static str,
    /// The heading over related pages.
    pub related: &'static str,
    /// Before the date of the last change.
    pub changed: &'static str,
    /// The name of the links to the pages before and after.
    pub neighbours: &'static str,
    /// The page or part before.
    pub previous: &'static str,
    /// The page or part after.
    pub next: &'static str,
    /// The name of the links to the parts of a long list.
    pub pager: &'static str,
    /// A part of a long list, before its number.
    pub part: &'static str,
    /// The name of the notice on every page.
    pub site_notice: &'static str,
    /// The name of the links to other languages.
    pub languages: &'static str,
    /// The language in its own words, for whoever looks for it.
    pub in_this_language: &'static str,
    /// Behind the name of a language in which the page doesn't exist, so that the link leads to the front
    /// page.
    pub front_page: &'static str,
    /// The link to where visitors give feedback.
    pub feedback: &'static str,
    /// Search can't answer, for its module didn't come.
    pub search_unavailable: &'static str,
    /// The name of the search field.
    pub search_label: &'static str,
    /// The button that searches.
    pub search: &'static str,
    /// The heading over pages that exist in other languages only.
    pub in_other_languages: &'static str,
}
