//! Stores of objects as Amazon S3: a list of what to upload, in which order, and what to say of each object.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    HostingRules,
    file::HostFile,
    files_read::{FileRead, ReadAt},
    headers::HEADERS,
    rules::{Cacheability, cacheability},
};
use file_types::content_type;

/// What to upload, in the order that leaves no moment in which a page asks for what isn't there.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Upload<'r> {
    /// The address of the site.
    site: &'r str,
    /// The document for what isn't there.
    error_document: String,
    /// What goes with every answer. The store itself sends none of it: this is for the network in front of
    /// it.
    headers: BTreeMap<&'static str, &'static str>,
    objects: Vec<Object<'r>>,
}

/// A file and what the store has to say of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Object<'r> {
    /// The file, from the site's folder.
    file: &'r str,
    /// The object's name in the store.
    key: String,
    content_type: String,
    cache_control: &'static str,
    /// Where the store leads on instead (`x-amz-website-redirect-location`).
    #[serde(skip_serializing_if = "Option::is_none")]
    redirect: Option<String>,
}

/// The list for programs that upload.
pub(super) const FILE: FileRead = FileRead::written("s3.json", ReadAt::Beside);

/// The list, to be put beside the site.
pub(super) fn files(rules: &HostingRules) -> Vec<HostFile> {
    let prefix = rules.base.as_str().trim_start_matches('/');
    let key = |name: &str| if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
    let mut objects: Vec<Object> = rules
        .files
        .iter()
        .map(|name| Object {
            file: name,
            key: key(name),
            content_type: content_type(name),
            cache_control: cacheability(name).header(),
            redirect: redirect(rules, name),
        })
        .collect();
    // What pages ask for comes before the pages; of the index, the root last.
    objects.sort_by_key(|object| {
        let is_document = object.file.ends_with(".html");
        (is_document, cacheability(object.file) == Cacheability::Revalidated)
    });
    let upload =
        Upload { site: &rules.address, error_document: key("404.html"), headers: HEADERS.into(), objects };
    // A list of strings can't fail to be written.
    let text = serde_json::to_string_pretty(&upload).unwrap_or_default();
    vec![HostFile::Beside(FILE.name, text + "\n")]
}

fn redirect(rules: &HostingRules, name: &str) -> Option<String> {
    let address = format!("/{}", name.strip_suffix("index.html")?);
    let place = rules.redirects.binary_search_by(|redirect| redirect.from.cmp(&address)).ok()?;
    rules.redirects.get(place).map(|redirect| rules.base.prefix(&redirect.to))
}
