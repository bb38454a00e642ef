// How a visitor searches each site that Seutu is measured beside: the button that opens the field, if there is one, the field, and
// a result. SvelteKit and plain Hugo have no search.

/** @type {Record<string, { open?: string, field: string, result: string }>} */
export const SEARCHES = {
  "Hugo with Pagefind": { field: ".pagefind-ui__search-input", result: ".pagefind-ui__result-link" },
  "MkDocs Material": { open: "label[for=__search]:not([hidden])", field: ".md-search__input", result: ".md-search-result__item a" },
  VitePress: { open: ".DocSearch-Button", field: ".VPLocalSearchBox .search-input", result: ".VPLocalSearchBox .result" },
  Starlight: { open: "site-search button[data-open-modal]", field: "site-search .pagefind-ui__search-input", result: "site-search .pagefind-ui__result-link" },
  Docusaurus: { field: ".navbar__search-input", result: ".navbar__search [class*=suggestion_]" },
};
