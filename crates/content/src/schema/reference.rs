//! The reference of kinds and blocks, written from the schema, so that it can't be out of date.

use serde_json::Value;

/// The reference as Markdown: a part for each of the types that an editor meets, in the order of the alphabet
/// within pages and site.
pub fn reference() -> String {
    let mut text = String::from(
        "# Reference of the content format\n\nWhat can be written in a file of the content. This page is made of the types in \
         `crates/content/src/source`, by `UPDATE_EXPECTED=1 cargo test -p publisher --test native schema::`.\n",
    );
    for (title, schema) in [("A page", super::page_schema()), ("The site", super::site_schema())] {
        let Ok(schema) = serde_json::from_str::<Value>(&schema) else { continue };
        text.push_str(&format!("\n# {title}\n"));
        describe(&mut text, &schema);
        let mut definitions: Vec<(&String, &Value)> =
            schema.get("$defs").and_then(Value::as_object).into_iter().flatten().collect();
        definitions.sort_by_key(|(name, _)| name.to_lowercase());
        for (name, definition) in definitions {
            text.push_str(&format!("\n## {}\n", heading(name)));
            describe(&mut text, definition);
        }
    }
    text
}

/// "BlockSource" is "Block" to an editor.
fn heading(name: &str) -> &str {
    name.strip_suffix("Source").unwrap_or(name)
}

fn describe(text: &mut String, schema: &Value) {
    if let Some(description) = schema.get("description").and_then(Value::as_str) {
        text.push_str(&format!("\n{description}\n"));
    }
    fields(text, schema);
    let variants = ["oneOf", "anyOf"].iter().find_map(|word| schema.get(word)).and_then(Value::as_array);
    if let Some(variants) = variants {
        text.push_str("\n| write | what it is |\n|---|---|\n");
        variants.iter().for_each(|one| variant(text, one));
    }
    for name in schema.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        text.push_str(&format!("\n- `\"{name}\"`"));
    }
}

fn fields(text: &mut String, schema: &Value) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    if properties.is_empty() {
        return;
    }
    let required = |name: &str| {
        schema.get("required").and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one == name))
    };
    text.push_str("\n| field | value | needed | what it is |\n|---|---|---|---|\n");
    for (name, property) in properties {
        let needed = if required(name) { "yes" } else { "" };
        text.push_str(&format!("| `{name}` | {} | {needed} | {} |\n", value(property), about(property)));
    }
}

fn variant(text: &mut String, one: &Value) {
    if let Some(name) = one.get("const").and_then(Value::as_str) {
        text.push_str(&format!("| `\"{name}\"` | {} |\n", about(one)));
    } else if let Some(fields) = one.get("properties").and_then(Value::as_object) {
        for (name, held) in fields {
            text.push_str(&format!("| `{{ \"{name}\": … }}` with {} | {} |\n", value(held), about(one)));
        }
    } else {
        for name in one.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            text.push_str(&format!("| `\"{name}\"` | {} |\n", about(one)));
        }
        if one.get("enum").is_none() {
            text.push_str(&format!("| {} | {} |\n", value(one), about(one)));
        }
    }
}

/// What stands after the colon, in a few words.
fn value(schema: &Value) -> String {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let name = heading(target.rsplit('/').next().unwrap_or_default());
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(several) =
        ["anyOf", "oneOf"].iter().find_map(|word| schema.get(word)).and_then(Value::as_array)
    {
        let some: Vec<String> = several.iter().filter(|one| one["type"] != "null").map(value).collect();
        return some.join(" or ");
    }
    let named = match schema.get("type") {
        Some(Value::String(name)) => name.as_str(),
        Some(Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or_default()
        }
        _ => "",
    };
    match (named, schema.get("items")) {
        ("array", Some(items)) => format!("list of {}", value(items)),
        ("string", _) => "text".to_owned(),
        ("boolean", _) => "`true` or `false`".to_owned(),
        ("integer", _) => "whole number".to_owned(),
        ("object", _) => "`{ }`".to_owned(),
        (other, _) => other.to_owned(),
    }
}

fn about(schema: &Value) -> String {
    schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .replace('\n', " ")
        .replace('|', "\\|")
}
