//! Other pages, each with a few words: children of a section, news.

use leptos::prelude::*;

use crate::page::ListingEntry;

pub(super) fn listing(entries: &[ListingEntry]) -> impl IntoView + use<> {
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| {
            let date = entry.date.as_ref().map(|(meaning, date)| {
                view! {
                    <p class="listing-date">
                        {meaning.clone()}" "<time datetime=date.iso.clone()>{date.text.clone()}</time>
                    </p>
                }
            });
            view! {
                <li>
                    <a class="listing-link" href=entry.path.to_string()>{entry.title.clone()}</a>
                    {date}
                    <p class="listing-summary">{entry.summary.clone()}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="listing">{entries}</ul> }
}
