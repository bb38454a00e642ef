//! What the six targets of libFuzzer share.

pub mod oracles;

use rustix::time::{ClockId, clock_gettime};

/// Tries an input, with all its threads, in two seconds of the processor's time: `MOST_BYTES` in
/// `xtask/src/fuzz.rs` take no longer. The clock on the wall would tell of the machine's other work.
pub fn within_two_seconds(target: fn(&[u8]), bytes: &[u8]) {
    const MOST: i64 = 2;
    let begun = seconds();
    target(bytes);
    let taken = seconds() - begun;
    assert!(taken <= MOST, "{taken} seconds for {} bytes", bytes.len());
}

fn seconds() -> i64 {
    clock_gettime(ClockId::ProcessCPUTime).tv_sec
}
