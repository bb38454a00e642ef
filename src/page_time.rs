//! Measures a page's time with the Performance API, so that the browser's own tools show the same figures.
//!
//! The stages are types: a stopwatch that has loaded can render, one that has rendered can wait for its
//! frame.

use js_sys::Promise;
use leptos::prelude::Update;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{VisibilityState, Window};

use crate::{platform::object, state::State};
use views::shown::page_time::{PageTime, Since};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = web_sys::Performance)]
    type Performance;

    /// A page's time is no reason to break a page where the browser has no such clock.
    #[wasm_bindgen(method, catch)]
    fn now(this: &Performance) -> Result<f64, JsValue>;

    /// `performance.measure` with a start and an end (User Timing Level 3).
    #[wasm_bindgen(method, catch)]
    fn measure(
        this: &Performance,
        name: &str,
        options: &js_sys::Object,
    ) -> Result<web_sys::PerformanceEntry, JsValue>;

    #[wasm_bindgen(method, js_name = clearMeasures, catch)]
    fn clear_measures(this: &Performance, name: &str) -> Result<(), JsValue>;
}

/// The page's data is there.
pub(crate) struct Stopwatch {
    since: Since,
    started: f64,
    loaded: f64,
}

/// The document holds the finished page.
pub(crate) struct Rendered {
    loaded: Stopwatch,
    rendered: f64,
}

impl Stopwatch {
    /// Takes the time at which the page's data was there; `started` is on the clock of `performance.now()`,
    /// in milliseconds since the document's own navigation began.
    pub(crate) fn loaded(since: Since, started: f64) -> Stopwatch {
        Stopwatch { since, started, loaded: now() }
    }

    /// Takes the time at which the document held the finished page.
    pub(crate) fn rendered(self) -> Rendered {
        Rendered { loaded: self, rendered: now() }
    }
}

impl Rendered {
    /// Puts the page's time into the footer once the frame that shows the page is on screen.
    pub(crate) fn tell_when_shown(self, state: State) {
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(time) = self.shown().await {
                state.update(|shown| shown.page_time = Some(time));
            }
        });
    }

    /// Waits for the frame that shows the page and gives its time; none when nobody looks, since a hidden tab
    /// shows no frame.
    async fn shown(self) -> Option<PageTime> {
        let window = web_sys::window()?;
        let visible = || {
            let document = window.document()?;
            (document.visibility_state() == VisibilityState::Visible).then_some(())
        };
        visible()?;
        next_frame(&window).await;
        visible()?;
        let Stopwatch { since, started, loaded } = self.loaded;
        let end = now();
        Some(PageTime {
            since,
            total: measure("seutu:page", started, end)?,
            loading: measure("seutu:loading", started, loaded)?,
            rendering: measure("seutu:rendering", loaded, self.rendered)?,
            frame: measure("seutu:frame", self.rendered, end)?,
        })
    }
}

/// Until the browser has painted: an animation frame comes just before the painting, a task after it.
async fn next_frame(window: &Window) {
    let painted = Promise::new(&mut |resolve, _| {
        let after = window.clone();
        let before = Closure::once_into_js(move || {
            let _ = after.set_timeout_with_callback(&resolve);
        });
        let _ = window.request_animation_frame(before.unchecked_ref());
    });
    let _ = JsFuture::from(painted).await;
}

/// Leaves a measure in the browser's timeline and gives its duration in milliseconds. Those of the page
/// before go: the timeline keeps each for as long as the document lives.
fn measure(name: &str, start: f64, end: f64) -> Option<f64> {
    let clock = performance()?;
    clock.clear_measures(name).ok()?;
    let entry = clock.measure(name, &object(&[("start", start.into()), ("end", end.into())])).ok()?;
    Some(entry.duration())
}

/// Milliseconds since the document's own navigation began.
pub(crate) fn now() -> f64 {
    performance().and_then(|clock| clock.now().ok()).unwrap_or_default()
}

fn performance() -> Option<Performance> {
    Some(web_sys::window()?.performance()?.unchecked_into())
}
