//! Marks the sentence that is heard: a highlight of the browser (CSS Custom Highlight API), which leaves the
//! document as it is. A browser without highlights reads aloud without marking.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Range;

/// The name in `::highlight(read-aloud)`.
const NAME: &str = "read-aloud";

#[wasm_bindgen]
extern "C" {
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;

    /// `CSS.highlights`.
    type HighlightRegistry;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;
}

fn registry() -> Option<HighlightRegistry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let found = Reflect::get(&css, &"highlights".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Marks a range, and nothing else.
pub(super) fn mark(range: &Range) {
    if let (Some(registry), Ok(highlight)) = (registry(), Highlight::new(range)) {
        registry.set(NAME, &highlight);
    }
}

/// Marks nothing any more.
pub(super) fn unmark() {
    if let Some(registry) = registry() {
        registry.delete(NAME);
    }
}
