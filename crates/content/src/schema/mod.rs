//! The JSON Schemas (2020-12) of the source model, with which a text editor completes and explains while
//! typing.
//!
//! They come from the types of [`crate::source`]; so an editor is offered exactly the fields that the
//! publisher reads. [`page_data`] is the schema of what is published, for programs that read it.

mod names;
mod page_data;
mod reference;
mod snippets;

use std::{fs, path::Path};

use anyhow::Context;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::{
    files::write_anew,
    source::{PageSource, SiteSource, text::Lines},
};
pub use names::{PAGE, SITE, from_page};
pub use page_data::{PAGE_DATA, page_data_schema};
pub use reference::reference;

/// Writes both schemas into a folder, which is made where it doesn't exist.
///
/// # Errors
/// A folder or file that can't be written.
pub fn write_schemas(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("The folder {} can't be made", folder.display()))?;
    for (name, schema) in [(PAGE, page_schema()), (SITE, site_schema())] {
        let file = folder.join(name);
        write_anew(&file, schema.as_bytes())
            .with_context(|| format!("The file {} can't be written", file.display()))?;
    }
    Ok(())
}

/// The schema of a page's file, as text.
pub fn page_schema() -> String {
    let mut schema = schema_of::<PageSource>("A page");
    snippets::add_to_page(&mut schema);
    text(&schema)
}

/// The schema of the site's own file, as text.
pub fn site_schema() -> String {
    let mut schema = schema_of::<SiteSource>("The site");
    snippets::add_to_site(&mut schema);
    text(&schema)
}

fn schema_of<T: schemars::JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    schema["title"] = title.into();
    tell_editors(&mut schema);
    schema
}

/// Says what text editors don't make out by themselves: an empty default would be written as the value of a
/// field, the largest number of a format isn't known, nor which characters a text can hold, and what is said
/// of a block isn't said of its name.
fn tell_editors(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("default").is_some_and(|value| value.is_null() || *value == json!([])) {
                fields.shift_remove("default");
            }
            if fields.get("format").is_some_and(|format| format == "uint32") {
                fields.insert("maximum".to_owned(), u32::MAX.into());
            }
            if is_text(fields) {
                fields.insert("pattern".to_owned(), Lines::of_schema(fields).pattern().into());
            }
            for variant in fields.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
                let about = variant["description"].clone();
                for held in variant.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
                {
                    held.1["description"] = about.clone();
                }
            }
            fields.values_mut().for_each(tell_editors);
        }
        Value::Array(values) => values.iter_mut().for_each(tell_editors),
        _ => {}
    }
}

/// Whether a schema is that of any text, not of a name among others.
fn is_text(schema: &Map<String, Value>) -> bool {
    let kinds = schema.get("type");
    let is_string = |kind: &Value| kind == "string";
    kinds.is_some_and(|kinds| {
        is_string(kinds) || kinds.as_array().is_some_and(|all| all.iter().any(is_string))
    }) && !schema.contains_key("const")
        && !schema.contains_key("enum")
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}
