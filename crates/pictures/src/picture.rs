//! What a picture is: its kind and its size, or why it is none.

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

/// The kinds of pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Photographs.
    Jpeg,
    /// Drawings made of pixels.
    Png,
    /// Google's successor of both.
    Webp,
    /// Small animations.
    Gif,
    /// Photographs, smaller.
    Avif,
    /// Drawings made of lines.
    Svg,
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
    /// It is a drawing that says neither how large it is nor in which proportions.
    NoSize,
    /// It is a drawing with a part that could run a program where it is opened, or bring something from
    /// elsewhere.
    Active(Active),
}

impl PictureKind {
    /// The kind of files with this extension.
    pub fn of_extension(extension: &str) -> Option<PictureKind> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => PictureKind::Jpeg,
            "png" => PictureKind::Png,
            "webp" => PictureKind::Webp,
            "gif" => PictureKind::Gif,
            "avif" => PictureKind::Avif,
            "svg" => PictureKind::Svg,
            _ => return None,
        })
    }

    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            PictureKind::Jpeg => "jpg",
            PictureKind::Png => "png",
            PictureKind::Webp => "webp",
            PictureKind::Gif => "gif",
            PictureKind::Avif => "avif",
            PictureKind::Svg => "svg",
        }
    }
}
