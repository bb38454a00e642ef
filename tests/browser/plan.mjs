// Which conditions are tried together: a plan is data. The usual one covers every pair of conditions across the routes;
// with SEUTU_EXHAUSTIVE=1 the same tests try all of them together on every route. The gallery has all of them either way.

export const isExhaustive = process.env.SEUTU_EXHAUSTIVE === "1";

/** How a page can be looked at: what the visitor's system asks for. */
export const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none", contrast: "no-preference" },
  dark: { colorScheme: "dark", forcedColors: "none", contrast: "no-preference" },
  "forced colours": { colorScheme: "light", forcedColors: "active", contrast: "no-preference" },
  "more contrast": { colorScheme: "light", forcedColors: "none", contrast: "more" },
  "more contrast, dark": { colorScheme: "dark", forcedColors: "none", contrast: "more" },
};

const STEPS = [100, 115, 130, 150, 175, 200];

/**
 * A route is loaded once for each of these windows, and then shown on screens near to them, in CSS pixels with the text
 * sizes that are tried: 400 % zoom of 1280 × 1024, a phone held sideways, just before and after the menu becomes a row.
 */
export const WINDOWS = [
  {
    width: 1280,
    height: 800,
    screens: [
      { width: 1280, height: 800, sizes: [100, 200] },
      { width: 768, height: 600, sizes: [100, 200] },
      { width: 767, height: 600, sizes: [100, 200] },
      { width: 568, height: 320, sizes: [100, 200] },
    ],
  },
  { width: 320, height: 800, screens: [{ width: 320, height: 256, sizes: STEPS }] },
  ...(isExhaustive
    ? [
        {
          width: 768,
          height: 600,
          screens: [[320, 256], [320, 640], [360, 740], [568, 320], [767, 600], [768, 600], [1024, 800], [1280, 800]].map(
            ([width, height]) => ({ width, height, sizes: STEPS }),
          ),
        },
      ]
    : []),
];

/** Our own wider spacing, with and without the visitor's stylesheet that WCAG 1.4.12 speaks of. */
export const SPACINGS = [null, "wide"];

/** Pixels of the screen for each CSS pixel: two where the browser enlarges a window of 640 px to 200 %. */
export const densityAt = (place) => (place % 5 === 1 ? 2 : 1);

/** All that axe can be asked about a page: `{ scheme, width, size }`. */
const LOOKS = Object.keys(SCHEMES).flatMap((scheme) =>
  WINDOWS.flatMap(({ width }) => (isExhaustive ? STEPS : [100, 200]).map((size) => ({ scheme, width, size }))),
);

/** The schemes that a place on a list isn't seen in anyway, in their turn. */
const RARE = ["forced colours", "more contrast", "more contrast, dark"];

/**
 * What axe looks at on the page with this place on a list: in light and in dark, on a narrow and a wide screen, with text of
 * the usual and the largest size; every third page in each of the other schemes.
 */
export function looksAt(place) {
  if (isExhaustive) return LOOKS;
  const turn = (by) => [(place >> by) & 1, (place >> (by + 1)) & 1];
  const look = (scheme, isNarrow, isLarge) => ({ scheme, width: isNarrow ? 320 : 1280, size: isLarge ? 200 : 100 });
  const [isNarrow, isLarge] = turn(0);
  return [
    look("light", isNarrow, isLarge),
    look("dark", !isNarrow, !isLarge),
    look(RARE[place % RARE.length], ...turn(0)),
  ];
}

/** Screens on which the Tab key goes through a page: wide, small, 400 % zoom of 1280 × 1024, a phone held sideways. */
const KEYBOARD = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
  { width: 568, height: 320 },
];

/** The screens for the page with this place on a list: the lowest and the widest for all, the others in turn. */
export function keyboardAt(place) {
  if (isExhaustive) return KEYBOARD;
  const [wide, small, low, sideways] = KEYBOARD;
  return [wide, low, place % 2 ? small : sideways];
}

/** How many of ten thousand old addresses each real host is asked for. */
export const OLD_ADDRESSES_ASKED = isExhaustive ? 10_000 : 200;
