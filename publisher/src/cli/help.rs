//! Examples and exit codes, which stand below the arguments in the help of a command.

/// Behind what `seutu --help` says.
pub(super) const SEUTU: &str = "\
Examples:
  seutu check --content public/content
      Names every fault of the content with its place, and publishes nothing.
  seutu check --content public/content --format sarif --deny warnings
      The same for a code host, and stricter.
  seutu check --content public/content --language fi
      The same in Finnish.
  seutu new news /uutiset/uusi-uutinen/ --content public/content
      Writes a news item to fill in.
  seutu build --shell target/shell --content public/content --out dist
      Publishes the portal into dist; copy that folder to your host.
  seutu check --published dist
      Walks the published site as a crawler would and names what its visitors would stumble over.
  seutu diff dist new-dist
      Says which pages appear, change, move and go, before the new site takes the old one's place.

Exit codes:
  0  everything is in order
  1  the content or the site has faults, or warnings that --deny denies; nothing was published
  2  something else went wrong: a missing folder, a full disk";

/// Behind what `seutu check --help` says.
pub(super) const CHECK: &str = "\
Examples:
  seutu check --content public/content
      Names every fault of the content with its place, and publishes nothing.
  seutu check --published dist
      Begins at the front page and follows every link, old address, feed and site map: names
      what isn't there, the pages that lack a title, a first heading, a language, an address or
      a policy, and, as a warning, the files that nothing leads to.
  seutu check --published dist --external
      Asks for the pages of other sites, too: what is gone is a fault, who is silent a warning.

Exit codes:
  0  everything is in order, but for warnings
  1  there are faults, or warnings that --deny denies
  2  something else went wrong: a folder that is missing, or that holds no site";

/// Behind what `seutu diff --help` says.
pub(super) const DIFF: &str = "\
Examples:
  seutu build --shell target/shell --content public/content --out new-dist
  seutu diff dist new-dist
      Publishes into another folder, and says what will be other than it is in dist.

Exit codes:
  0  compared, whatever changes
  2  a folder that is missing, or that holds no site of Seutu";

/// Behind what `seutu import markdown --help` says.
pub(super) const IMPORT: &str = "\
Examples:
  seutu import markdown old-site/content --into content
      Writes content/fi/ and reports what was imported; each thing that changed or is left out is
      named with its file and line. What is said often is said once, with its places.
  seutu import markdown docs --into content --pages-in en
      Writes the pages to content/en/.
  seutu import markdown docs --into content --deny warnings
      Writes only if every page comes over whole.
  seutu import markdown docs --into content --format json --language fi
      Reports for a script, with the messages in Finnish.

Exit codes:
  0  imported, perhaps with warnings
  1  there are warnings that --deny denies; nothing was imported
  2  something else went wrong: no Markdown, files in the way without --force, a folder that can't
     be read; nothing was imported";
