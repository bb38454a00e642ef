//! What stands for Hugo's references in a text.

/// The scheme that stands for Hugo's `ref` until links are resolved.
pub const REF: &str = "hugo-ref:";
