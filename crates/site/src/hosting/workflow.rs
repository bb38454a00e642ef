//! The Pages of GitHub and GitLab: what their machines do when content is pushed. Neither lets a site say
//! headers.
//!
//! The repository of the content holds the folder `content` and, as `cargo xtask package` makes them, `seutu`
//! and `seutu-shell.tar.gz` in a folder `seutu`.

use super::{Rules, file::HostFile};

const GITHUB: &str = include_str!("github-pages.yml");

const GITLAB: &str = include_str!("gitlab-ci.yml");

/// GitHub would leave out what begins with a line under the word, were it to make a site of the files once
/// more.
pub(super) fn github() -> Vec<HostFile> {
    vec![
        HostFile::Within(".nojekyll".to_owned(), String::new()),
        HostFile::Beside("github-pages.yml", GITHUB.to_owned()),
    ]
}

/// GitLab reads the `_redirects` of Netlify, without its exclamation mark.
pub(super) fn gitlab(rules: &Rules) -> Vec<HostFile> {
    vec![super::netlify::redirects_for_gitlab(rules), HostFile::Beside("gitlab-ci.yml", GITLAB.to_owned())]
}
