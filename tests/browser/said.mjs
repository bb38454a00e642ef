// What a page's blocks say, to be found in its document: `textsOf(page.blocks)`.

/** What is no text but says how something is shown or where it leads. */
const NOT_SHOWN = ["id", "level", "to", "path", "iso", "order", "kind", "callState", "call", "until", "empty"];

/** Every text of a page's blocks, however deep. */
export function textsOf(value) {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (NOT_SHOWN.includes(name)) return [];
    return typeof inner === "string" ? [inner] : textsOf(inner);
  });
}
