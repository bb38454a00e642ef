//! All tests that need no browser, in one executable: a site that several of them read is published once for
//! all.
//!
//! The tests of one file run alone by its name: `cargo test -p publisher --test native sites::`.

mod addresses;
mod announce;
mod characters;
mod completion;
mod components;
mod crawl;
mod crawl_external;
mod crawl_headers;
mod difference;
mod document_languages;
mod documents;
mod editing;
mod files_of_others;
mod fuzz;
mod gallery;
mod guides;
mod history;
mod hostile;
mod hosting;
mod import;
mod import_drafts;
mod import_files;
mod import_headings;
mod import_marks;
mod incremental;
mod large;
mod linked_data;
mod media;
mod misspelt;
mod offline;
mod open_data;
mod page_model;
mod precision;
mod preview;
mod properties;
mod published;
mod recall;
mod reports;
mod robustness;
mod rules;
mod schema;
mod search_words;
mod security;
mod sites;
mod small_print;
mod social_images;
mod statements;
mod suggestions;
mod symbolic_links;

mod support;
