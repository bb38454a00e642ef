//! libFuzzer's way into the target of this name.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| seutu_fuzz::within_two_seconds(seutu_fuzz::oracles::hosts::try_hosts, bytes));
