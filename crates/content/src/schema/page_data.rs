//! The JSON Schema of `page.json`: what every page of a site says, for programs of others.

use page::{Page, PagePath, document::VERSION};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// Its name at the root of a site.
pub const PAGE_DATA: &str = "page-data.schema.json";

/// The schema, as text: the same one for all sites of a version.
pub fn page_data_schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let (page, moved) = (generator.subschema_for::<Page>(), generator.subschema_for::<PagePath>());
    let document = |name: &str, held: Value| {
        json!({
            "type": "object",
            "properties": { "version": { "const": VERSION }, name: held },
            "required": ["version", name],
        })
    };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A page of a Seutu site",
        "description": "What page.json holds: a page, or where the page of an old address is now. A field that isn't \
            described here may come with any version; what is described changes only with its number.",
        "oneOf": [document("page", page.to_value()), document("moved", moved.to_value())],
        "$defs": generator.take_definitions(true),
    });
    // Without spaces it would be half as long; it is read by people as well.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
