//! The file at an address of a site on this machine, and nothing else that may stand there.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, Uri, header::HeaderMap},
    response::{IntoResponse, Response},
};
use tower_http::services::ServeDir;

use super::requests::{decoded, is_nobodys};
use content::{files::link_on_the_way, own_files::COPIES};

/// Whether compressed copies are sent in place of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copies {
    /// To browsers that read them, as a host does.
    Sent,
    /// Never.
    LeftAlone,
}

/// The answer to a request for an address within the folder of a site, by the headers of the request: a file,
/// the way to the address of a folder with its slash, or a status 404 without content.
pub(crate) async fn site_file(out: &Path, uri: Uri, headers: &HeaderMap, copies: Copies) -> Response {
    let within = decoded(uri.path());
    let beside: &[&str] = if copies == Copies::Sent { &COPIES } else { &[] };
    if is_nobodys(&within) || !is_of_site(out, &within, beside) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    request.headers_mut().clone_from(headers);
    let files = ServeDir::new(out);
    let mut files = match copies {
        Copies::Sent => files.precompressed_br().precompressed_gzip(),
        Copies::LeftAlone => files,
    };
    match files.try_call(request).await {
        Ok(answer) => answer.map(Body::new).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The name of the file that stands at a decoded path within a site.
pub(crate) fn name_of(within: &str) -> String {
    let name = within.trim_start_matches('/');
    if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() }
}

/// Whether a file or folder stands at a path, with no symbolic link on the way, and beside it no other copy
/// than a file. What else may stand there isn't opened: a pipe would never say anything.
fn is_of_site(out: &Path, within: &str, copies: &[&str]) -> bool {
    let name = name_of(within);
    // A folder has a slash at its end, or is on its way to that address.
    let is_folder_allowed = !within.ends_with('/');
    let at = |name: &str| -> (bool, io::Result<fs::Metadata>) {
        let is_link = link_on_the_way(out, Path::new(name)).is_some();
        (is_link, fs::symlink_metadata(PathBuf::from_iter([out, Path::new(name)])))
    };
    let (is_link, there) = at(&name);
    let is_there = there.is_ok_and(|it| it.is_file() || it.is_dir() && is_folder_allowed);
    let is_copy_sound = |ending: &&str| {
        let (is_link, there) = at(&format!("{name}{ending}"));
        !is_link && there.map_or(true, |copy| copy.is_file())
    };
    !is_link && is_there && copies.iter().all(is_copy_sound)
}
