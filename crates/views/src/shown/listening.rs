//! How far the reading aloud of a page is, and how fast.

/// How far the reading is; where no voice speaks the page's language there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// Whether it speaks.
    pub state: ListeningState,
    /// How fast, as a place in [`RATES`].
    pub rate: usize,
}

/// Whether a page is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListeningState {
    /// It could be.
    Idle,
    /// It is.
    Reading,
    /// It was, and will go on at the same sentence.
    Paused,
}

/// How fast the speech is, as a multiple of the voice's own speed: slow, usual, fast.
pub const RATES: [f32; 3] = [0.75, 1.0, 1.3];

/// The place of the voice's own speed.
pub const USUAL_RATE: usize = 1;
