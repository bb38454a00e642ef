//! The Pages of GitHub and GitLab: what their machines do when content is pushed. Neither lets a site say headers.
//!
//! The repository of the content holds the folder `content` and, as `cargo xtask package` makes them, `seutu` and
//! `seutu-shell.tar.gz` in a folder `seutu`.

use super::{Rules, file::HostFile};

const GITHUB: &str = "\
# Publishes the portal on GitHub Pages at each push. Put this file into .github/workflows/ of the content's repository.
name: Publish the portal

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

# One publication at a time; the newest of those that wait is the one that counts.
concurrency:
  group: pages

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          # The days on which pages changed are those of Git.
          fetch-depth: 0
      - id: pages
        uses: actions/configure-pages@v5
      # Uploaded by a browser, it may not be run.
      - run: chmod +x seutu/seutu
      - run: >-
          seutu/seutu build
          --shell seutu/seutu-shell.tar.gz
          --content content
          --out site
          --host github-pages
          --address \"${{ steps.pages.outputs.base_url }}\"
      - run: seutu/seutu check --published site
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - id: deployment
        uses: actions/deploy-pages@v4
";

const GITLAB: &str = "\
# Publishes the portal on GitLab Pages at each push. Its name is .gitlab-ci.yml in the content's repository.
pages:
  image: debian:stable-slim
  variables:
    # The days on which pages changed are those of Git.
    GIT_DEPTH: 0
  before_script:
    - apt-get update -qq
    - apt-get install -y -qq git
    # Uploaded by a browser, it may not be run.
    - chmod +x seutu/seutu
  script:
    - >-
      seutu/seutu build
      --shell seutu/seutu-shell.tar.gz
      --content content
      --out public
      --host gitlab-pages
      --address \"$CI_PAGES_URL\"
    - seutu/seutu check --published public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
";

/// GitHub would leave out what begins with a line under the word, were it to make a site of the files once more.
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
