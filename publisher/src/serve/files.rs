//! Answers requests from the published folder, as a plain static host does: `/x/` is
//! `x/index.html`, `/x` leads to `/x/`, what is missing is `404.html` with status 404.

use std::path::PathBuf;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Path, Request, State},
    http::{
        Method, StatusCode, Uri,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use search::index::FOLDER;
use tokio::sync::watch::Receiver;

use super::{
    reload::{self, Edition},
    requests::refuse_others,
    site_file::{Copies, site_file},
};
use site::index::on_demand::OnDemand;

/// The routes of the development server. Files are opened anew for each request, because `out` is
/// another folder after each publication.
pub fn router(out: PathBuf, index: OnDemand, editions: Receiver<Edition>) -> Router {
    let changes = editions.clone();
    Router::new()
        .route(
            &format!("/{FOLDER}/{{*name}}"),
            get(async move |name| file_of_index(index.clone(), name).await),
        )
        .fallback(async move |uri, headers| file_of_site(out.clone(), uri, headers).await)
        .layer(middleware::from_fn_with_state(editions, adapt))
        // Below the layer: these two aren't the portal's.
        .route("/__seutu/reload.js", get(reload::script))
        .route("/__seutu/changes", get(async move || reload::changes(changes.clone())))
        .layer(middleware::from_fn(refuse_others))
}

/// A file of the site, or the page that says that there is none.
async fn file_of_site(out: PathBuf, uri: Uri, mut headers: HeaderMap) -> Response {
    let answer = site_file(&out, uri, &headers, Copies::LeftAlone).await;
    if answer.status() != StatusCode::NOT_FOUND {
        return answer;
    }
    // The part that was asked for is one of another file.
    headers.remove(header::RANGE);
    let mut answer = site_file(&out, Uri::from_static("/404.html"), &headers, Copies::LeftAlone).await;
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

/// A file of the index, which may have to be made first.
async fn file_of_index(index: OnDemand, Path(name): Path<String>) -> Response {
    let file = tokio::task::spawn_blocking(move || index.file(&name)).await;
    file.ok().flatten().map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}

/// Makes a file's answer fit for development: always fresh, and reloading itself.
async fn adapt(State(editions): State<Receiver<Edition>>, mut request: Request, next: Next) -> Response {
    // File times have seconds, publications take milliseconds: a conditional request would be
    // answered with "not modified" although it was.
    const CONDITIONS: [HeaderName; 3] =
        [header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE, header::IF_RANGE];
    for condition in CONDITIONS {
        request.headers_mut().remove(condition);
    }
    let method = request.method().clone();
    // Before the file is read: a publication in between makes the page reload once too often,
    // never once too seldom.
    let edition = *editions.borrow();

    let mut response = next.run(request).await;
    // Nothing has been published yet: the page that says so becomes the portal once something is.
    if response.status() == StatusCode::NOT_FOUND && !response.headers().contains_key(header::CONTENT_TYPE) {
        response = (StatusCode::NOT_FOUND, Html(NOTHING_YET)).into_response();
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.remove(header::LAST_MODIFIED);
    let html =
        headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if html && method == Method::GET && response.status() != StatusCode::PARTIAL_CONTENT {
        with_reload(response, edition).await
    } else {
        response
    }
}

/// Read by whoever started the server, beside the report in the terminal.
const NOTHING_YET: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Nothing \
    published yet</title></head><body><h1>Nothing is published yet</h1><p>The report in the terminal says what has to \
    be mended first. This page follows by itself.</p></body></html>";

async fn with_reload(response: Response, edition: Edition) -> Response {
    let (mut parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(html) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.remove(header::ACCEPT_RANGES);
            Response::from_parts(parts, Body::from(reload::inject(&html, edition)))
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
