//! The one state of the application.

use leptos::prelude::RwSignal;
use views::shown::Portal;

/// What is shown, in one signal: setting it shows it.
pub(crate) type State = RwSignal<Portal>;
