//! Makes markup a view of Leptos: mounted, hydrated, and rebuilt by patching.

use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::types,
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use wasm_bindgen::JsCast;

use super::{
    Element,
    dom::{self, Shown},
    html,
};

impl Render for Element {
    type State = Shown;

    fn build(self) -> Shown {
        dom::build(self)
    }

    fn rebuild(self, state: &mut Shown) {
        dom::patch(state, self);
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Element {
        self
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        buffer.push_str(&html::to_html(&self));
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Shown {
        match position.get() {
            Position::FirstChild => cursor.child(),
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        dom::adopt(cursor.current().unchecked_into(), self)
    }

    fn into_owned(self) -> Element {
        self
    }
}

/// Our views say all their attributes themselves.
impl AddAnyAttr for Element {
    type Output<NewAttribute: Attribute> = Element;

    fn add_any_attr<NewAttribute: Attribute>(self, _attribute: NewAttribute) -> Element {
        self
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // The marker is a child of the parent: Leptos says so.
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.node.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&self.node));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}
