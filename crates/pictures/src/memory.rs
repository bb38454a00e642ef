//! The memory that pictures take while they are made smaller: all together no more than so much, on however
//! many cores.

use std::sync::{Condvar, Mutex, PoisonError};

/// A gigabyte: enough for a photograph of a hundred million pixels.
pub(super) static MEMORY: Memory = Memory::of(1 << 30);

/// A budget in bytes: each picture takes a part of it and gives it back.
pub(super) struct Memory {
    most: u64,
    taken: Mutex<u64>,
    given_back: Condvar,
}

/// A part that is given back when it is dropped.
pub(super) struct Part<'m> {
    memory: &'m Memory,
    bytes: u64,
}

impl Memory {
    const fn of(most: u64) -> Memory {
        Memory { most, taken: Mutex::new(0), given_back: Condvar::new() }
    }

    /// Waits until so many bytes are free; none if there never are as many.
    pub(super) fn take(&self, bytes: u64) -> Option<Part<'_>> {
        if bytes > self.most {
            return None;
        }
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = |taken: &mut u64| *taken + bytes > self.most;
        let mut taken = self.given_back.wait_while(taken, wait).unwrap_or_else(PoisonError::into_inner);
        *taken += bytes;
        Some(Part { memory: self, bytes })
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        *self.memory.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.bytes;
        self.memory.given_back.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicU64, Ordering},
        thread,
    };

    use super::*;

    #[test]
    fn all_together_take_no_more_than_there_is() {
        const MOST: u64 = 100;
        let (memory, taken) = (Memory::of(MOST), AtomicU64::new(0));
        assert!(memory.take(MOST + 1).is_none());
        thread::scope(|scope| {
            for bytes in [100, 60, 50, 50, 40, 30, 1] {
                let (memory, taken) = (&memory, &taken);
                scope.spawn(move || {
                    for _ in 0..200 {
                        let part = memory.take(bytes);
                        assert!(taken.fetch_add(bytes, Ordering::SeqCst) + bytes <= MOST);
                        thread::yield_now();
                        taken.fetch_sub(bytes, Ordering::SeqCst);
                        drop(part);
                    }
                });
            }
        });
        assert!(memory.take(MOST).is_some());
    }
}
