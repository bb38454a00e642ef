// How well one colour is seen on another (WCAG 2.2, relative luminance and contrast ratio).

/** The contrast ratio of two colours, written as `#rrggbb` or `rgb(r, g, b)`. */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour) {
  const hex = colour.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i);
  if (hex) return hex.slice(1).map((part) => parseInt(part, 16));
  const rgb = colour.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  if (rgb) return rgb.slice(1).map(Number);
  throw new Error(`not an opaque colour: ${colour}`);
}
