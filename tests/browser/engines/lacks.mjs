// The functions that an engine may lack, how each lack is found, and the way in which its visitors go on.

/** Each `has` is an expression that is asked in a page of the portal. */
export const FEATURES = [
  {
    name: "Navigation API",
    has: "typeof navigation === 'object'",
    instead: "each link opens its own document, which is the same page",
  },
  {
    name: "precommitHandler",
    has: "'NavigationPrecommitController' in globalThis",
    instead: "the address changes before its page is there",
  },
  {
    name: "voices for speech",
    has: "'speechSynthesis' in globalThis && speechSynthesis.getVoices().some(({ localService, lang }) => localService && /^fi/.test(lang))",
    instead: "“Kuuntele” isn't offered",
  },
  {
    name: "view transitions",
    has: "'startViewTransition' in document",
    instead: "a page that was waited for appears without a fade",
  },
  { name: "popovers", has: "'popover' in HTMLElement.prototype", instead: "menu and reading settings stand open in the page" },
  { name: "scheduler.yield", has: "'scheduler' in globalThis && 'yield' in scheduler", instead: "search yields by a timer" },
  { name: "requestIdleCallback", has: "'requestIdleCallback' in globalThis", instead: "no page is fetched before a finger touches its link" },
  { name: "CSS highlights", has: "'highlights' in CSS", instead: "the spoken sentence isn't marked" },
  { name: "render blocking by link", has: "'blocking' in HTMLLinkElement.prototype", instead: "the first paint may come before the page's beginning" },
  { name: "text-wrap: balance", has: "CSS.supports('text-wrap: balance')", instead: "the lines of a heading may differ in length" },
  { name: "text-wrap: pretty", has: "CSS.supports('text-wrap: pretty')", instead: "a paragraph may end in a line of one word" },
  { name: "hyphens", has: "CSS.supports('hyphens: auto')", instead: "long words break at their soft hyphens alone" },
  { name: "anchor positioning", has: "CSS.supports('anchor-name: --a')", instead: "the panel stands at the edge of the window" },
];
