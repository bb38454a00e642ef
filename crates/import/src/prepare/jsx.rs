//! Lines of MDX: imports, exports, and components alone on their lines.

use crate::finding::{ImportFinding, Kept};

/// The MDX construct on a line.
pub(super) enum Jsx {
    /// An import, an export, or a component.
    Begins(ImportFinding),
    /// What only ends a component takes nothing away.
    Ends,
}

/// The MDX construct on a line that is nothing else. The component of a notice is left for
/// [`super::containers`].
pub(super) fn jsx(line: &str) -> Option<Jsx> {
    let imports = line.starts_with("import ")
        && (line.contains(" from '")
            || line.contains(" from \"")
            || line.starts_with("import '")
            || line.starts_with("import \""));
    let exports = ["export const ", "export let ", "export function ", "export default "];
    if imports || exports.iter().any(|start| line.starts_with(start)) && line.trim_end().ends_with([';', '}'])
    {
        return Some(Jsx::Begins(ImportFinding::MdxLine(line.trim().to_owned())));
    }
    let text = line.trim();
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let component = name.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with('>')
        && text.matches('<').count() == 1
        && name.chars().take_while(|c| c.is_alphanumeric() || *c == '.').count() > 1;
    match component {
        true if notice_component(text).is_some() => None,
        true if text.starts_with("</") => Some(Jsx::Ends),
        true => Some(Jsx::Begins(ImportFinding::Component { tag: text.to_owned(), kept: Kept::Nothing })),
        false => None,
    }
}

/// The components of MDX that show a notice, and the one that is a tab.
const NOTICES: [&str; 10] =
    ["Note", "Tip", "Info", "Warning", "Danger", "Caution", "Callout", "Admonition", "Alert", "TabItem"];

/// The name of a notice's component, if a tag of it begins the text.
pub(super) fn notice_component(text: &str) -> Option<&'static str> {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let ends = |rest: &str| rest.starts_with(|c: char| c == '>' || c.is_whitespace());
    NOTICES.into_iter().find(|notice| name.strip_prefix(notice).is_some_and(ends))
}
