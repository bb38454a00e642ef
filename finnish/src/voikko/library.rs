//! libvoikko's functions, found when the program runs: nothing is linked and nothing shipped, as its dictionary is under a
//! licence of its own (GPL).
//!
//! This is the only file that calls C; what it calls and what has to be freed is said in libvoikko's `voikko.h`.
#![allow(unsafe_code)]

use std::{
    ffi::{CStr, CString, c_char, c_void},
    ptr,
    sync::Mutex,
};

use libloading::Library;

/// Where the library is: on Linux, macOS and Windows.
const NAMES: [&str; 3] = ["libvoikko.so.1", "libvoikko.1.dylib", "libvoikko-1.dll"];

type Init = unsafe extern "C" fn(*mut *const c_char, *const c_char, *const c_char) -> *mut c_void;
type Terminate = unsafe extern "C" fn(*mut c_void);
type AnalyzeWord = unsafe extern "C" fn(*mut c_void, *const c_char) -> *mut *mut c_void;
type FreeAnalysis = unsafe extern "C" fn(*mut *mut c_void);
type Keys = unsafe extern "C" fn(*const c_void) -> *const *const c_char;
type Value = unsafe extern "C" fn(*const c_void, *const c_char) -> *mut c_char;
type FreeValue = unsafe extern "C" fn(*mut c_char);

/// The names and values of one way to understand a word: `BASEFORM`, `CLASS` and others.
pub(super) type Attributes = Vec<(String, String)>;

/// A handle of libvoikko with its Finnish dictionary.
pub(super) struct Handle {
    handle: Mutex<Pointer>,
    terminate: Terminate,
    analyze_word: AnalyzeWord,
    free_analysis: FreeAnalysis,
    keys: Keys,
    value: Value,
    free_value: FreeValue,
    /// What the functions live in.
    _library: Library,
}

/// libvoikko's own handle.
struct Pointer(*mut c_void);

// SAFETY: libvoikko ties no handle to a thread; it only forbids to use one in two threads at once, which the lock prevents.
unsafe impl Send for Pointer {}

impl Handle {
    /// Opens the library and its dictionary; none where either isn't installed.
    pub(super) fn open() -> Option<Handle> {
        // SAFETY: libvoikko does nothing when it is loaded, and each function is declared as voikko.h has it.
        unsafe {
            let library = NAMES.iter().find_map(|name| Library::new(name).ok())?;
            let init: Init = *library.get(b"voikkoInit\0").ok()?;
            let terminate: Terminate = *library.get(b"voikkoTerminate\0").ok()?;
            let analyze_word: AnalyzeWord = *library.get(b"voikkoAnalyzeWordCstr\0").ok()?;
            let free_analysis: FreeAnalysis = *library.get(b"voikko_free_mor_analysis\0").ok()?;
            let keys: Keys = *library.get(b"voikko_mor_analysis_keys\0").ok()?;
            let value: Value = *library.get(b"voikko_mor_analysis_value_cstr\0").ok()?;
            let free_value: FreeValue = *library.get(b"voikko_free_mor_analysis_value_cstr\0").ok()?;
            let mut error = ptr::null();
            let handle = init(&raw mut error, c"fi".as_ptr(), ptr::null());
            if handle.is_null() {
                return None;
            }
            let handle = Mutex::new(Pointer(handle));
            Some(Handle {
                handle,
                terminate,
                analyze_word,
                free_analysis,
                keys,
                value,
                free_value,
                _library: library,
            })
        }
    }

    /// The ways to understand a word.
    pub(super) fn analyse(&self, word: &str) -> Vec<Attributes> {
        let mut all = Vec::new();
        let (Ok(word), Ok(handle)) = (CString::new(word), self.handle.lock()) else { return all };
        // SAFETY: handle and word live; what comes back is null or a list that ends with null, and is freed once.
        unsafe {
            let analyses = (self.analyze_word)(handle.0, word.as_ptr());
            if analyses.is_null() {
                return all;
            }
            let mut next = analyses;
            while !(*next).is_null() {
                all.push(self.attributes(*next));
                next = next.add(1);
            }
            (self.free_analysis)(analyses);
        }
        all
    }

    /// The attributes of an analysis.
    ///
    /// # Safety
    ///
    /// It must be one that libvoikko gave and that isn't freed.
    unsafe fn attributes(&self, analysis: *const c_void) -> Attributes {
        let mut attributes = Vec::new();
        // SAFETY: the keys are a list that ends with null and live as long as the analysis; a value is freed once.
        unsafe {
            let mut key = (self.keys)(analysis);
            while !(*key).is_null() {
                let value = (self.value)(analysis, *key);
                if !value.is_null() {
                    let text = |text: *const c_char| CStr::from_ptr(text).to_string_lossy().into_owned();
                    attributes.push((text(*key), text(value)));
                    (self.free_value)(value);
                }
                key = key.add(1);
            }
        }
        attributes
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Ok(handle) = self.handle.get_mut() {
            // SAFETY: nobody has the handle any more.
            unsafe { (self.terminate)(handle.0) }
        }
    }
}
