//! What is said to a request, by the rules that every host gets; but that no program of another site may read
//! anything, for the site may be a draft.

use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
    sync::Arc,
};

use anyhow::Context as _;
use axum::{
    Router,
    extract::{Request, State},
    http::{
        StatusCode, Uri,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware,
    response::{IntoResponse, Response},
};
use file_types::content_type;
use page::{PageDocument, PageKind};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rayon::prelude::*;

use crate::serve::{
    requests::{decoded, refuse_others},
    site_file::{Copies, name_of, site_file},
};
use content::own_files::WORKER;
use inspect::published::folder::Folder;
use site::{
    hosting::{
        headers::{CONFINED, HEADERS},
        rules::{cacheability, is_confined},
    },
    render::offline::REMOVING_WORKER,
};

/// A published site with what a host has to know of it.
pub(super) struct Preview {
    out: PathBuf,
    /// The folder of the host, with a slash in front and none behind; empty at its root.
    base: String,
    /// Where each old address leads, by its path on the host without the slash at its end.
    redirects: HashMap<String, String>,
    /// The paths on the host of pages that were withdrawn.
    gone: HashSet<String>,
}

impl Preview {
    /// Reads what the data of the pages say.
    ///
    /// # Errors
    /// A folder that holds no site of this version of Seutu.
    pub(super) fn of(out: PathBuf) -> anyhow::Result<Preview> {
        let folder = Folder::of(&out)?;
        let read = |name: &String| -> anyhow::Result<(String, PageDocument)> {
            let text = String::from_utf8(folder.read(name)?).with_context(|| format!("{name} isn't text"))?;
            let document = PageDocument::read(&text)
                .map_err(|error| anyhow::anyhow!("{name} can't be read as the data of a page: {error}"))?;
            let within = name.strip_suffix("page.json").unwrap_or_default();
            Ok((format!("/{within}"), document))
        };
        let data = folder.names().par_iter().filter(|name| is_data_of_page(name)).map(read);
        let documents: Vec<(String, PageDocument)> = data.collect::<anyhow::Result<_>>()?;
        let front = documents.iter().find_map(|(path, document)| match document {
            PageDocument::Page(page) if path == "/" => Some(page),
            _ => None,
        });
        let front = front
            .with_context(|| format!("The site in {} isn't of Seutu: it has no page.json", out.display()))?;
        let base = front.path.as_str().trim_end_matches('/').to_owned();
        let (mut redirects, mut gone) = (HashMap::new(), HashSet::new());
        for (path, document) in documents {
            match document {
                PageDocument::Moved(to) => {
                    redirects.insert(format!("{base}{}", path.trim_end_matches('/')), to.to_string());
                }
                PageDocument::Page(page) if page.kind == PageKind::Gone => {
                    gone.insert(page.path.to_string());
                }
                PageDocument::Page(_) => {}
            }
        }
        Ok(Preview { out, base, redirects, gone })
    }

    /// The folder of the host.
    pub(super) fn base(&self) -> &str {
        &self.base
    }
}

fn is_data_of_page(name: &str) -> bool {
    name == "page.json" || name.ends_with("/page.json")
}

/// The one route: every address is the site's.
pub(super) fn router(preview: Preview) -> Router {
    Router::new().fallback(answer).layer(middleware::from_fn(refuse_others)).with_state(Arc::new(preview))
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let path = decoded(request.uri().path());
    // What is asked of a page goes with it to its other address.
    let asked = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let Some(within) = path.strip_prefix(&preview.base).filter(|within| within.starts_with('/')) else {
        return beside(&preview, &path, &asked);
    };
    if let Some(to) = preview.redirects.get(path.trim_end_matches('/')) {
        return leads_to(StatusCode::MOVED_PERMANENTLY, &format!("{to}{asked}"));
    }
    // Whoever works on a site sees each publication at once, and another site at this port is none of its
    // worker's business.
    if within.strip_prefix('/') == Some(WORKER) {
        let mut answer = REMOVING_WORKER.into_response();
        tell(WORKER, answer.headers_mut());
        return answer;
    }
    let mut answer = file(&preview, within, request.headers()).await;
    if answer.status().is_redirection() && answer.headers().contains_key(header::LOCATION) {
        return leads_to(StatusCode::MOVED_PERMANENTLY, &format!("{}/{asked}", request.uri().path()));
    }
    let mut name = name_of(within);
    if answer.status() == StatusCode::NOT_FOUND {
        answer = file(&preview, "/404.html", &unconditional(request.headers())).await;
        *answer.status_mut() = StatusCode::NOT_FOUND;
        name = "404.html".to_owned();
    } else if answer.status() == StatusCode::OK && preview.gone.contains(&path) {
        *answer.status_mut() = StatusCode::GONE;
    }
    tell(&name, answer.headers_mut());
    answer
}

/// The file at a path of the site, in the form that the browser reads and that isn't there yet.
async fn file(preview: &Preview, within: &str, headers: &HeaderMap) -> Response {
    let Ok(uri) = encoded(within).parse::<Uri>() else { return StatusCode::NOT_FOUND.into_response() };
    site_file(&preview.out, uri, headers, Copies::Sent).await
}

/// "Not modified" would say it of another file than the one that was asked for.
fn unconditional(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    for condition in [header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH, header::IF_RANGE, header::RANGE] {
        headers.remove(condition);
    }
    headers
}

fn tell(name: &str, headers: &mut HeaderMap) {
    let mut say = |name: &str, value: &str| {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    };
    say("Cache-Control", cacheability(name).header());
    say("Content-Type", &content_type(name));
    for (name, value) in HEADERS {
        say(name, value);
    }
    if is_confined(name) {
        say(CONFINED.0, CONFINED.1);
    }
    say("Vary", "Accept-Encoding");
}

/// All but the slash.
const NOT_IN_A_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/');

/// A path as it stands in an address.
fn encoded(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_A_PATH).to_string()
}

fn leads_to(status: StatusCode, to: &str) -> Response {
    match HeaderValue::try_from(to) {
        Ok(to) => (status, [(header::LOCATION, to)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What isn't in the site's folder of the host belongs to somebody else there.
fn beside(preview: &Preview, path: &str, asked: &str) -> Response {
    let home = format!("{}/", preview.base);
    // The front page of the host is where whoever types the address alone arrives.
    if path == "/" || path == preview.base {
        return leads_to(StatusCode::TEMPORARY_REDIRECT, &format!("{home}{asked}"));
    }
    (StatusCode::NOT_FOUND, format!("The site stands at {home}\n")).into_response()
}
