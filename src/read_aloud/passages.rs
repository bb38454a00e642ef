//! The passages that are read aloud: the article's sentences in their order, each with its place and its
//! language.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CharacterData, Document, Element, Range};

/// A sentence, or what stands for one: a heading, an item of a list, a cell.
pub(super) struct Passage {
    pub(super) text: String,
    /// Its language (BCP 47).
    pub(super) language: String,
    pub(super) range: Range,
}

/// The elements that end a sentence even without a full stop.
const BLOCKS: &str = "h1,h2,h3,h4,p,li,dt,dd,caption,th,td,figcaption,pre,summary,footer,div";

/// The parts of the page that aren't its text.
const UNREAD: &str = "nav,button,[aria-hidden=true],.visually-hidden,.page-tools,.neighbour-what";

/// `NodeFilter.SHOW_TEXT` (DOM §6).
const TEXT_NODES: u32 = 4;

/// The passages of the article on screen; none where the browser can't find the ends of sentences.
pub(super) fn passages(document: &Document) -> Vec<Passage> {
    let mut found = Vec::new();
    let Some(article) = document.query_selector("main article").ok().flatten() else { return found };
    let Ok(walker) = document.create_tree_walker_with_what_to_show(&article, TEXT_NODES) else {
        return found;
    };
    let mut run: Option<Run> = None;
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element() else { continue };
        let visible = parent.closest(UNREAD).is_ok_and(|unread| unread.is_none())
            && parent.unchecked_ref::<Rendered>().check_visibility().unwrap_or(true);
        let Some(block) = parent.closest(BLOCKS).ok().flatten().filter(|_| visible) else { continue };
        let language =
            parent.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
        let language = language.unwrap_or_default();
        // The lines of an address are apart, and a sentence that is broken over two lines is heard so.
        let begins_line = node.previous_sibling().is_some_and(|before| before.node_name() == "BR");
        if begins_line || run.as_ref().is_none_or(|run| run.block != block || run.language != language) {
            if let Some(whole) = run.take() {
                whole.split_into(document, &mut found);
            }
            run = Some(Run { block, language, text: String::new(), nodes: Vec::new(), length: 0 });
        }
        if let Some(run) = &mut run {
            run.add(node.unchecked_into());
        }
    }
    if let Some(whole) = run {
        whole.split_into(document, &mut found);
    }
    found
}

/// Text of one block in one language.
struct Run {
    block: Element,
    language: String,
    text: String,
    /// Each piece with where it ends within the text, in UTF-16 units as the browser counts.
    nodes: Vec<(CharacterData, u32)>,
    length: u32,
}

impl Run {
    fn add(&mut self, node: CharacterData) {
        self.text.push_str(&node.data());
        self.length += node.length();
        self.nodes.push((node, self.length));
    }

    fn split_into(self, document: &Document, found: &mut Vec<Passage>) {
        let options = Object::new();
        let of = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
        let _ = Reflect::set(&options, &"granularity".into(), &"sentence".into());
        let Ok(segmenter) = Segmenter::new(&self.language, &options) else { return };
        for sentence in Array::from(&segmenter.segment(&self.text)).iter() {
            let (words, start) = (of(&sentence, "segment"), of(&sentence, "index").as_f64());
            let text = words.as_string().unwrap_or_default();
            let (Some(start), false) = (start, text.trim().is_empty()) else { continue };
            // Whole and small: it counts the letters of a block.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let start = start as u32;
            let end = start + words.unchecked_into::<JsString>().length();
            let Ok(range) = document.create_range() else { return };
            let placed = self.place(start).is_some_and(|(node, at)| range.set_start(node, at).is_ok())
                && self.place(end).is_some_and(|(node, at)| range.set_end(node, at).is_ok());
            if placed {
                found.push(Passage { text, language: self.language.clone(), range });
            }
        }
    }

    /// The piece that holds a place of the text, and the place within it.
    fn place(&self, at: u32) -> Option<(&CharacterData, u32)> {
        let (node, end) = self.nodes.iter().find(|(_, end)| at < *end).or(self.nodes.last())?;
        Some((node, (at + node.length()).checked_sub(*end)?))
    }
}

#[wasm_bindgen]
extern "C" {
    /// `Intl.Segmenter` (ECMA-402 §18).
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Object) -> Result<Segmenter, JsValue>;

    /// An element with `checkVisibility` (CSSOM View §6.1), which web-sys doesn't have yet.
    type Rendered;

    /// What stands in closed details isn't, nor what is over by the visitor's clock.
    #[wasm_bindgen(method, js_name = checkVisibility, catch)]
    fn check_visibility(this: &Rendered) -> Result<bool, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> Object;
}
