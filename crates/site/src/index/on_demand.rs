//! The index of a site that is being worked on: made when somebody searches, not at each change. At ten
//! thousand pages it would be a third of the time from a saved file to the page on screen.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{Indexed, Memories, Voikko, files};

/// The index as it would be now.
#[derive(Clone, Debug, Default)]
pub struct OnDemand(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    pages: Vec<Arc<Indexed>>,
    /// Its files by their names in the folder of the index; none since the pages changed.
    files: Option<HashMap<String, Vec<u8>>>,
    memories: Memories,
}

impl OnDemand {
    /// Takes the pages of a new publication.
    pub fn take(&self, pages: Vec<Arc<Indexed>>) {
        let state = &mut *self.state();
        (state.pages, state.files) = (pages, None);
    }

    /// A file of the index, by its name in the folder of the index; the first that is asked for makes all of
    /// them.
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        let State { pages, files: made, memories } = &mut *self.state();
        let made = made.get_or_insert_with(|| {
            files(pages.clone(), Voikko::WhereInstalled, memories).into_iter().collect()
        });
        made.get(name).cloned()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str) -> Arc<Indexed> {
        Indexed {
            language: "fi".to_owned(),
            path: "/x/".to_owned(),
            words: words.to_owned().into(),
            ..Indexed::default()
        }
        .into()
    }

    #[test]
    fn the_index_is_that_of_the_pages_as_they_are_now() {
        let index = OnDemand::default();
        assert_eq!(index.file("fi"), None);
        index.take(vec![page("0koulutus")]);
        let before = index.file("fi");
        assert!(before.is_some());
        index.take(vec![page("0koulutus 3haku")]);
        assert_ne!(index.file("fi"), before);
        assert_eq!(index.file("sv"), None);
    }
}
