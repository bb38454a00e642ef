//! The text size control `p + -`: three real buttons, spoken by what they do.

use leptos::prelude::*;

use crate::{
    messages::Messages,
    page::Language,
    preferences::text_size::TextSize,
    views::portal::{Actions, PortalState},
};

/// Without script the buttons could do nothing: the style shows them only once `public/start.js` has run.
pub(super) fn text_size(language: Language, state: PortalState, actions: Actions) -> impl IntoView {
    let words = Messages::of(language);
    let announced = RwSignal::new(false);
    let choose = move |change: fn(TextSize) -> TextSize| {
        move |_| {
            announced.set(true);
            (actions.choose_text_size)(state, change(state.text_size.get_untracked()));
        }
    };
    let unchanged_by =
        move |change: fn(TextSize) -> TextSize| move || change(state.text_size.get()) == state.text_size.get();
    let now = move || {
        // Silent until the visitor presses a button: a size that was kept is no news.
        announced.get().then(|| format!("{} {} %", words.text_size_now, state.text_size.get().percent()))
    };
    view! {
        <div class="text-size" role="group" aria-label=words.text_size>
            <button type="button" class="text-size-normal" on:click=choose(|_| TextSize::NORMAL)>
                "p"<span class="visually-hidden">" – "{words.text_size_normal}</span>
            </button>
            <button
                type="button" class="text-size-larger"
                aria-disabled=move || unchanged_by(TextSize::larger)().then_some("true")
                on:click=choose(TextSize::larger)
            >
                <span aria-hidden="true">"+"</span><span class="visually-hidden">{words.text_size_larger}</span>
            </button>
            <button
                type="button" class="text-size-smaller"
                aria-disabled=move || unchanged_by(TextSize::smaller)().then_some("true")
                on:click=choose(TextSize::smaller)
            >
                <span aria-hidden="true">"-"</span><span class="visually-hidden">{words.text_size_smaller}</span>
            </button>
            <span class="visually-hidden" role="status">{now}</span>
        </div>
    }
}
