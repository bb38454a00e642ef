//! The one state of the application.

use leptos::prelude::RwSignal;
use views::shown::Portal;

/// The state of the document in one signal: setting the signal updates the document.
pub(crate) type State = RwSignal<Portal>;
