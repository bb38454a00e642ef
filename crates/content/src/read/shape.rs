//! Checks a tree against the JSON Schema of its type: the same schema that helps the editor while typing.
//!
//! Unlike a decoder it doesn't stop at the first fault, and it says what was expected. It understands the
//! part of JSON Schema 2020-12 that our source types give.

use std::sync::{Arc, LazyLock};

use jsonc_parser::{
    ast::{Object, StringLit, Value as Node},
    common::Ranged,
};
use schemars::JsonSchema;
use serde_json::Value as Json;

use crate::{
    fault::{
        Fault, Faults, Place, SourceText,
        finding::{Expected, FieldFinding, Suggestion, ValueKind},
    },
    source::{located::raw_offset, text::Lines},
};

/// The shape of a type: its JSON Schema, made when it is first needed, which is when there is something to
/// explain.
pub struct Shape {
    schema: LazyLock<Json>,
}

impl Shape {
    /// The shape of a type of the source model.
    pub fn of<T: JsonSchema>() -> Shape {
        Shape { schema: LazyLock::new(|| schemars::schema_for!(T).to_value()) }
    }

    /// Reports everything in which a tree differs from the shape.
    pub fn check(&self, tree: &Node<'_>, text: &Arc<SourceText>, faults: &mut Faults) {
        Check { root: &self.schema, text, faults }.value(tree, &self.schema);
    }
}

struct Check<'a> {
    root: &'a Json,
    text: &'a Arc<SourceText>,
    faults: &'a mut Faults,
}

impl<'a> Check<'a> {
    fn value(&mut self, node: &Node<'_>, schema: &'a Json) {
        let schema = self.resolved(schema);
        if let Some(variants) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Json::as_array) {
            return self.variant(node, variants);
        }
        if !has_type(node, schema) {
            let finding = FieldFinding::Type { found: kind_of(node), expected: expected(schema) };
            return self.fault(node, finding);
        }
        match node {
            Node::Object(object) => self.object(object, schema),
            Node::Array(array) => {
                if let Some(items) = schema.get("items") {
                    array.elements.iter().for_each(|element| self.value(element, items));
                }
            }
            Node::NumberLit(number) => {
                let at_least = schema.get("minimum").and_then(Json::as_i64);
                if let (Some(least), Ok(value)) = (at_least, number.value.parse::<i128>())
                    && value < least.into()
                {
                    self.fault(node, FieldFinding::TooSmall { least });
                }
                if schema.get("format").and_then(Json::as_str) == Some("uint32")
                    && number.value.parse::<i128>().is_ok_and(|value| value > u32::MAX.into())
                {
                    self.fault(node, FieldFinding::TooLarge { most: u32::MAX });
                }
            }
            Node::StringLit(text) if constants(schema).is_empty() => self.characters(text, schema),
            _ => {}
        }
    }

    /// Reports the first character that a text can't hold: where there is one, there are often more.
    fn characters(&mut self, text: &StringLit<'_>, schema: &Json) {
        let lines = schema.as_object().map_or(Lines::One, Lines::of_schema);
        let Some((at, character)) = lines.refused(&text.value) else { return };
        let (start, end) = (text.range.start, text.range.end);
        let raw = &self.text.text[start..end];
        let [from, to] = [at, at + character.len_utf8()].map(|offset| start + raw_offset(raw, offset));
        let place = self.place(from, to);
        self.faults.add(Fault::new(FieldFinding::Character { character, lines }, place));
    }

    fn object(&mut self, object: &Object<'_>, schema: &'a Json) {
        let known = schema.get("properties").and_then(Json::as_object);
        for property in &object.properties {
            let name = property.name.as_str();
            match known.and_then(|known| known.get(name)) {
                Some(schema) => self.value(&property.value, schema),
                None => {
                    let range = property.name.range();
                    let place = self.place(range.start, range.end);
                    let names = known.into_iter().flat_map(|known| known.keys());
                    let known = suggestion(name, names.map(String::as_str));
                    self.faults
                        .add(Fault::new(FieldFinding::Unknown { name: name.to_owned(), known }, place));
                }
            }
        }
        for name in
            schema.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
        {
            if object.properties.iter().all(|property| property.name.as_str() != name) {
                // The opening bracket: underlining the whole object would underline the whole file.
                let start = object.range.start;
                let place = self.place(start, start + 1);
                let schema = known.and_then(|known| known.get(name));
                let expected = schema.map_or(Expected::Value, |schema| expected(self.resolved(schema)));
                self.faults.add(Fault::new(FieldFinding::Missing { name: name.to_owned(), expected }, place));
            }
        }
    }

    /// One of several: a name on its own, or an object with one field whose name says which it is.
    fn variant(&mut self, node: &Node<'_>, variants: &'a [Json]) {
        let null = |schema: &&Json| schema.get("type").and_then(Json::as_str) == Some("null");
        let real: Vec<&'a Json> = variants.iter().filter(|schema| !null(schema)).collect();
        if let [only] = real.as_slice() {
            let empty_allowed = real.len() < variants.len();
            if !(empty_allowed && matches!(node, Node::NullKeyword(_))) {
                self.value(node, only);
            }
            return;
        }
        // A text or an object, without the variant's name: the type of the value says which.
        let free_text = |schema: &&'a Json| {
            schema.get("type").and_then(Json::as_str) == Some("string") && constants(schema).is_empty()
        };
        if let Some(text) = real.iter().find(|schema| free_text(&self.resolved(schema))) {
            let other = real.iter().find(|schema| !free_text(&self.resolved(schema)));
            return match (node, other) {
                (Node::StringLit(_), _) => self.value(node, text),
                (Node::Object(_), Some(other)) => self.value(node, other),
                _ => {
                    let expected = Expected::TextOrFields;
                    self.fault(node, FieldFinding::Type { found: kind_of(node), expected });
                }
            };
        }
        let resolved: Vec<&'a Json> = real.iter().map(|schema| self.resolved(schema)).collect();
        let plain: Vec<&str> = resolved.iter().flat_map(|schema| constants(schema)).collect();
        let fields: Vec<(&str, &'a Json)> = resolved
            .iter()
            .filter_map(|schema| schema.get("properties")?.as_object())
            .flatten()
            .map(|(name, schema)| (name.as_str(), schema))
            .collect();
        let all = || plain.iter().copied().chain(fields.iter().map(|(name, _)| *name));
        match node {
            Node::StringLit(text) if plain.contains(&text.value.as_ref()) => {}
            Node::StringLit(text) => match fields.iter().find(|(name, _)| *name == text.value) {
                Some((name, schema)) => {
                    let (name, expected) = ((*name).to_owned(), expected(self.resolved(schema)));
                    self.fault(node, FieldFinding::Incomplete { name, expected });
                }
                None => {
                    let known = suggestion(&text.value, all());
                    self.fault(node, FieldFinding::UnknownName { name: text.value.to_string(), known });
                }
            },
            Node::Object(object) => match object.properties.as_slice() {
                [only] => {
                    let name = only.name.as_str();
                    match fields.iter().find(|(field, _)| *field == name) {
                        Some((_, schema)) => self.value(&only.value, schema),
                        None => {
                            let range = only.name.range();
                            let place = self.place(range.start, range.end);
                            let finding = if plain.contains(&name) {
                                FieldFinding::NotInBraces { name: name.to_owned() }
                            } else {
                                let known = suggestion(name, all());
                                FieldFinding::UnknownName { name: name.to_owned(), known }
                            };
                            self.faults.add(Fault::new(finding, place));
                        }
                    }
                }
                _ => {
                    let known = all().map(str::to_owned).collect();
                    self.fault(node, FieldFinding::Variant { known });
                }
            },
            _ => {
                let expected = Expected::OneOf(all().map(str::to_owned).collect());
                self.fault(node, FieldFinding::Type { found: kind_of(node), expected });
            }
        }
    }

    fn resolved(&self, schema: &'a Json) -> &'a Json {
        match schema
            .get("$ref")
            .and_then(Json::as_str)
            .and_then(|to| self.root.pointer(to.trim_start_matches('#')))
        {
            Some(target) => target,
            None => schema,
        }
    }

    fn fault(&mut self, node: &Node<'_>, finding: FieldFinding) {
        let place = self.place_of(node);
        self.faults.add(Fault::new(finding, place));
    }

    fn place_of(&self, node: &Node<'_>) -> Place {
        let range = node.range();
        self.place(range.start, range.end)
    }

    fn place(&self, start: usize, end: usize) -> Place {
        Place::span(Arc::clone(self.text), start..end)
    }
}

fn has_type(node: &Node<'_>, schema: &Json) -> bool {
    let is = |name: &str| match (node, name) {
        (Node::StringLit(_), "string")
        | (Node::BooleanLit(_), "boolean")
        | (Node::NullKeyword(_), "null")
        | (Node::Array(_), "array")
        | (Node::Object(_), "object")
        | (Node::NumberLit(_), "number") => true,
        (Node::NumberLit(number), "integer") => number.value.parse::<i128>().is_ok(),
        _ => false,
    };
    match schema.get("type") {
        Some(Json::String(name)) => is(name) && constant_fits(node, schema),
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).any(is),
        _ => constant_fits(node, schema),
    }
}

fn constant_fits(node: &Node<'_>, schema: &Json) -> bool {
    let allowed = constants(schema);
    allowed.is_empty() || matches!(node, Node::StringLit(text) if allowed.contains(&text.value.as_ref()))
}

/// The names that a schema allows, if it allows only some.
fn constants(schema: &Json) -> Vec<&str> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(Json::String(name)), _) => vec![name],
        (_, Some(Json::Array(names))) => names.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// What a schema wants.
fn expected(schema: &Json) -> Expected {
    let constants = constants(schema);
    if !constants.is_empty() {
        return Expected::OneOf(constants.into_iter().map(str::to_owned).collect());
    }
    let name = match schema.get("type") {
        Some(Json::String(name)) => name.as_str(),
        Some(Json::Array(names)) => {
            names.iter().filter_map(Json::as_str).find(|name| *name != "null").unwrap_or("")
        }
        _ => "",
    };
    match name {
        "string" => Expected::Text,
        "integer" => Expected::WholeNumber,
        "number" => Expected::Number,
        "boolean" => Expected::Truth,
        "array" => Expected::List,
        "object" => Expected::Fields,
        _ => Expected::Value,
    }
}

/// What stands here.
pub(super) fn kind_of(node: &Node<'_>) -> ValueKind {
    match node {
        Node::StringLit(_) => ValueKind::Text,
        Node::NumberLit(_) => ValueKind::Number,
        Node::BooleanLit(_) => ValueKind::Truth,
        Node::NullKeyword(_) => ValueKind::Null,
        Node::Array(_) => ValueKind::List,
        Node::Object(_) => ValueKind::Fields,
    }
}

/// The nearest known name, or all of them when none is near.
fn suggestion<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Suggestion {
    let known: Vec<&str> = known.filter(|name| !name.starts_with('$')).collect();
    match nearest(wrong, known.iter().copied()) {
        Some(name) => Suggestion::Nearest(name.to_owned()),
        None => Suggestion::Known(known.into_iter().map(str::to_owned).collect()),
    }
}

/// The known name that looks most like the wrong one, if one looks like it at all.
pub fn nearest<'n>(wrong: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    known
        .map(|name| (strsim::jaro_winkler(&wrong.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}
