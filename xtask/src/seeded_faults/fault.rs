//! A mistake that is put into the sources, and the test that has to notice it.

use clap::ValueEnum;

/// A mistake that somebody could make, and the test that has to notice it.
pub struct Fault {
    /// What breaks for whom.
    pub name: &'static str,
    /// From the workspace's root, as `style/tokens.css`.
    pub file: &'static str,
    /// Stands in the file exactly once.
    pub text: &'static str,
    /// Stands there instead, as somebody may have written it.
    pub replacement: &'static str,
    /// The test that has to fail.
    pub test: Test,
    /// The test that failed at 324ad19, where the suite was three times as large; none of what came later.
    pub before: Option<Test>,
    /// What the failing test says: another assertion that fails is no proof.
    pub says: &'static str,
}

/// A test, or a few that are run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Tests of `tests/browser/specs/<spec>.spec.mjs` whose titles have this in them; all where it is empty.
    Browser { spec: &'static str, title: &'static str },
    /// A test of `tests/`, as `hosting::apache_leads_on_from_the_old_address_alone`.
    Native(&'static str),
    /// A test beside the code of a package.
    Unit { package: &'static str, name: &'static str },
}

/// What has to be built again after a change, more or less; the sort of work that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// `style/`.
    Style,
    /// `public/first.js` and `public/start.js`.
    Script,
    /// What runs in the browser only: navigation, loading, preferences.
    Application,
    /// Views and markup, which publisher and browser share.
    Views,
    /// The index, queries and results.
    Search,
    /// All else that is native.
    Publisher,
}

impl Layer {
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// All tests of a spec.
pub(super) const fn spec(spec: &'static str) -> Test {
    Test::Browser { spec, title: "" }
}

/// The tests of a spec with this in their titles.
pub(super) const fn titled(spec: &'static str, title: &'static str) -> Test {
    Test::Browser { spec, title }
}
