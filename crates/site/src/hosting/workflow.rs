//! The Pages of GitHub and GitLab: what their machines do when content is pushed. Neither lets a site say
//! headers.
//!
//! The repository of the content holds the folder `content` and, as `cargo xtask package` makes them, `seutu`
//! and `seutu-shell.tar.gz` in a folder `seutu`.

use super::{
    HostingRules,
    file::HostFile,
    files_read::{FileRead, ReadAt},
};

/// Tells GitHub that the files are a site as they are.
pub(super) const NO_JEKYLL: FileRead = FileRead::written(".nojekyll", ReadAt::Root);

/// The workflow for GitHub.
pub(super) const GITHUB_FILE: FileRead = FileRead::written("github-pages.yml", ReadAt::Beside);

/// The pipeline for GitLab.
pub(super) const GITLAB_FILE: FileRead = FileRead::written("gitlab-ci.yml", ReadAt::Beside);

const GITHUB: &str = include_str!("github-pages.yml");

const GITLAB: &str = include_str!("gitlab-ci.yml");

/// GitHub would leave out what begins with a line under the word, were it to make a site of the files once
/// more.
pub(super) fn github() -> Vec<HostFile> {
    vec![
        HostFile::Within(NO_JEKYLL.name.to_owned(), String::new()),
        HostFile::Beside(GITHUB_FILE.name, GITHUB.to_owned()),
    ]
}

/// GitLab reads the `_redirects` of Netlify, without its exclamation mark.
pub(super) fn gitlab(rules: &HostingRules) -> Vec<HostFile> {
    vec![super::netlify::redirects_for_gitlab(rules), HostFile::Beside(GITLAB_FILE.name, GITLAB.to_owned())]
}
