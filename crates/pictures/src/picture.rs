//! What a picture is: its kind and its size, or why it is none.

use file_types::PictureKind;

use crate::svg::active::Active;

/// A picture as browsers show it: turned as the camera says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its kind, by what is in the file.
    pub kind: PictureKind,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Whether it moves, as far as that matters: of a kind that is made smaller, and that would come to rest
    /// by it.
    pub is_animated: bool,
    /// Whether it is in printing inks, as a JPEG for print: only browsers know how to show these by the
    /// picture's profile.
    pub is_in_inks: bool,
}

/// Why a file can't be shown as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotShown {
    /// It is none, or none that browsers show.
    NoPicture,
    /// It is one, but not of the kind that its name says: hosts tell browsers the kind by the name.
    Misnamed(PictureKind),
    /// Its end is missing.
    Damaged,
    /// It has more pixels than browsers show.
    TooLarge,
    /// It is a drawing that says neither how large it is nor in which proportions.
    NoSize,
    /// It is a drawing with a part that could run a program where it is opened, or bring something from
    /// elsewhere.
    Active(Active),
}
