//! The fields of front matter: which of them say something that a page has a place for.

use serde_json::{Map, Value};

use crate::finding::{Done, ExpectedField};

use super::{
    handed_down, hold,
    page::{FrontMatter, Wrong},
    values::{Taken, is_empty, number, text, texts},
};

/// Reads the fields of a page.
pub(super) fn front_matter(fields: &Map<String, Value>) -> FrontMatter {
    let mut read = FrontMatter { own: handed_down::own_names(fields), ..FrontMatter::default() };
    for (key, value) in fields {
        if is_empty(value) {
            continue;
        }
        match take(&mut read, key, value) {
            Taken::Whole => {}
            Taken::Partly(unknown) => read.unknown.extend(unknown),
            Taken::Unknown => read.unknown.push(key.clone()),
            Taken::Wrong(expected, done) => read.wrong.push(Wrong { field: key.clone(), expected, done }),
        }
    }
    read
}

fn take(read: &mut FrontMatter, name: &str, value: &Value) -> Taken {
    if let Some(taken) = read.hold.take(name, value) {
        return taken;
    }
    let key = name.to_lowercase();
    let key = key.as_str();
    let one_text = |place: &mut Option<String>| match text(value) {
        Some(text) => {
            *place = Some(text);
            Taken::Whole
        }
        None => Taken::Wrong(ExpectedField::Text, Done::LeftOut),
    };
    match key {
        "title" => one_text(&mut read.title),
        "linktitle" | "sidebar_label" | "label" => one_text(&mut read.name),
        "description" => one_text(&mut read.description),
        // The summary of a page that has no description.
        "summary" if read.description.is_some() => Taken::Whole,
        "summary" => one_text(&mut read.description),
        // MkDocs' blog tells the days of a page apart.
        "date" => match value.get("created") {
            Some(created) => take(read, name, created),
            None => one_text(&mut read.date),
        },
        "draft" | "published" => match value.as_bool() {
            Some(is) => {
                read.draft |= is == (key == "draft");
                Taken::Whole
            }
            // Rather a page too few than one that nobody was to see.
            None => {
                read.draft = true;
                Taken::Wrong(ExpectedField::Truth, Done::Draft)
            }
        },
        "weight" | "sidebar_position" | "position" | "order" | "nav_order" => match number(value) {
            Some(order) => {
                read.order = Some(order);
                Taken::Whole
            }
            None => Taken::Wrong(ExpectedField::Number, Done::LeftOut),
        },
        "tags" | "keywords" => {
            let (tags, whole) = texts(value);
            for tag in tags {
                if !read.tags.contains(&tag) {
                    read.tags.push(tag);
                }
            }
            list(whole)
        }
        "slug" => one_text(&mut read.slug),
        "aliases" | "redirect_from" | "url" | "permalink" | "path" => {
            let (aliases, whole) = texts(value);
            read.aliases.extend(aliases);
            list(whole)
        }
        // Only what holds pages back is taken.
        "cascade" => {
            let (cascades, others) = handed_down::cascades(value);
            read.cascades.extend(cascades);
            Taken::Partly(others.into_iter().map(|inner| format!("{name}.{inner}")).collect())
        }
        // Fields of one's own, in which a page may be private all the same.
        "params" | "extra" | "eleventycomputed" => match value {
            Value::Object(own) => {
                let mut unknown = Vec::new();
                for (inner, value) in own {
                    let inner = format!("{name}.{inner}");
                    match own_field(read, &inner, value) {
                        true => {}
                        false => unknown.push(inner),
                    }
                }
                Taken::Partly(unknown)
            }
            _ => Taken::Unknown,
        },
        "taxonomies" => match value {
            Value::Object(taxonomies) => {
                let mut taken = Taken::Whole;
                for (name, values) in taxonomies {
                    if name == "tags" || name == "keywords" {
                        taken = take(read, name, values);
                    } else {
                        read.unknown.push(format!("taxonomies.{name}"));
                    }
                }
                taken
            }
            _ => Taken::Unknown,
        },
        _ => Taken::Unknown,
    }
}

fn own_field(read: &mut FrontMatter, name: &str, value: &Value) -> bool {
    let key = name.rsplit('.').next().unwrap_or(name);
    // A day of one's own may be that of an event.
    let held = hold::holds(key, value).filter(|hold| hold.from.is_empty() && hold.until.is_empty());
    let known = held.is_some() || is_empty(value);
    read.hold.fields.extend(held.into_iter().flat_map(|hold| hold.fields));
    known
}

fn list(whole: bool) -> Taken {
    if whole { Taken::Whole } else { Taken::Wrong(ExpectedField::Texts, Done::TextsKept) }
}
