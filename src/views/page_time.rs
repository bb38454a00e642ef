//! "Sivu valmistui ajassa 0,0031 sekuntia", and what that figure is made of.

use leptos::prelude::*;

use crate::{
    messages::Messages,
    page::Language,
    page_time::{PageTime, Since, milliseconds, seconds},
};

pub(super) fn page_time(time: PageTime, language: Language) -> impl IntoView {
    let words = Messages::of(language);
    let what = match time.since {
        Since::Navigation => words.page_time_of_first_view,
        Since::Click => words.page_time_of_change,
    };
    let part = |name: &'static str, value: f64| {
        let value = milliseconds(value, words.decimal_separator);
        view! { <div><dt>{name}</dt><dd>{value}" "{words.milliseconds}</dd></div> }
    };
    view! {
        <details>
            <summary>
                {words.page_time_before}" "{seconds(time.total, words.decimal_separator)}" "{words.page_time_after}
            </summary>
            <p>{what}</p>
            <dl>
                {part(words.page_time_loading, time.loading)}
                {part(words.page_time_rendering, time.rendering)}
                {part(words.page_time_frame, time.frame)}
            </dl>
        </details>
    }
}
