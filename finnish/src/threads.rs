//! Work on many words, shared out among threads.

use std::{num::NonZero, panic, thread};

/// Fewer words than this are done sooner than a thread is started.
const FEW: usize = 500;

/// What a function makes of each item, in their order.
pub(crate) fn each<T: Sync, R: Send>(items: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if items.len() <= FEW {
        return items.iter().map(of).collect();
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let chunks: Vec<&[T]> = items.chunks(items.len().div_ceil(threads)).collect();
    let done = of_chunks(&chunks, |chunk| chunk.iter().map(&of).collect::<Vec<R>>());
    done.into_iter().flatten().collect()
}

/// What a function makes of each chunk, a thread for each.
pub(crate) fn of_chunks<T: Sync, R: Send>(chunks: &[&[T]], of: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    thread::scope(|scope| {
        let of = &of;
        let running: Vec<_> = chunks.iter().map(|chunk| scope.spawn(move || of(chunk))).collect();
        let done = running.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panicked) => panic::resume_unwind(panicked),
        });
        done.collect()
    })
}
