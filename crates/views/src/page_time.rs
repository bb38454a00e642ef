//! "Sivu valmistui ajassa 0,0031 sekuntia", and what that figure is made of.

use crate::{
    markup::{Element, el},
    messages::Messages,
    shown::page_time::{PageTime, Since, milliseconds, seconds},
};
use page::Language;

pub(super) fn page_time(time: PageTime, language: Language) -> Element {
    let words = Messages::of(language);
    let what = match time.since {
        Since::Navigation => words.page_time_of_first_view,
        Since::Click => words.page_time_of_change,
    };
    let part = |name: &'static str, value: f64| {
        let value = milliseconds(value, words.decimal_separator);
        el("div").child(el("dt").text(name)).child(el("dd").text(value).text(" ").text(words.milliseconds))
    };
    let summary = el("summary")
        .text(words.page_time_before)
        .text(" ")
        .text(seconds(time.total, words.decimal_separator))
        .text(" ")
        .text(words.page_time_after);
    let parts = el("dl")
        .child(part(words.page_time_loading, time.loading))
        .child(part(words.page_time_rendering, time.rendering))
        .child(part(words.page_time_frame, time.frame));
    el("details").child(summary).child(el("p").text(what)).child(parts)
}
