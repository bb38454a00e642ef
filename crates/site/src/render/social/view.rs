//! What lies behind the text: the view over the lake of the front page (`style/page-front.css`) and the mark.

use std::fmt::Write as _;

/// The width of a picture in pixels, as those who show it ask for (developers.facebook.com, "Images in Link
/// Shares").
pub const WIDTH: u32 = 1200;

/// The height of a picture in pixels.
pub const HEIGHT: u32 = 630;

/// The colours of the view by day, and of the text in its sky, as `style/tokens.css` names them.
pub(super) mod colour {
    pub(in super::super) const SKY: &str = "#e4eef2";
    pub(in super::super) const FAR_RIDGE: &str = "#a9c6cf";
    pub(in super::super) const RIDGE: &str = "#5f9389";
    pub(in super::super) const NEAR_RIDGE: &str = "#23594a";
    pub(in super::super) const LAKE: &str = "#1b5f82";
    pub(in super::super) const GLINT: &str = "#8fc0d6";
    pub(in super::super) const HEADING: &str = "#08334b";
    pub(in super::super) const TEXT: &str = "#13262d";
}

/// Above it is sky alone, in pixels from the top; text stands there only.
pub(super) const HORIZON: u32 = 442;

/// Where the mark stands.
pub(super) const MARK: Mark = Mark { left: 80, top: 64, size: 76 };

/// The place of the mark in pixels.
pub(super) struct Mark {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) size: u32,
}

/// A ridge: half an ellipse, in percent of the view, as in the style: radii, then the middle.
type Ridge = (&'static str, [f32; 4]);

/// From the far ones to the near.
const RIDGES: [Ridge; 6] = [
    (colour::FAR_RIDGE, [44.0, 92.0, 92.0, 128.0]),
    (colour::FAR_RIDGE, [46.0, 106.0, 34.0, 128.0]),
    (colour::RIDGE, [30.0, 72.0, 104.0, 124.0]),
    (colour::RIDGE, [44.0, 88.0, 70.0, 130.0]),
    (colour::NEAR_RIDGE, [30.0, 56.0, 44.0, 120.0]),
    (colour::NEAR_RIDGE, [46.0, 72.0, 10.0, 118.0]),
];

/// Light on the water: left, top and width in percent of the view.
const GLINTS: [[f32; 3]; 2] = [[20.9, 90.0, 13.0], [63.2, 95.0, 19.0]];

/// The view as SVG, without the mark.
pub(super) fn view() -> String {
    const HIGH: u32 = 210;
    let (wide, high, top) = (WIDTH as f32 / 100.0, HIGH as f32 / 100.0, (HEIGHT - HIGH) as f32);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <path fill=\"{}\" d=\"M0 0h{WIDTH}v{HEIGHT}H0z\"/>",
        colour::SKY
    );
    // Writing into a text doesn't fail.
    for (fill, [rx, ry, x, y]) in RIDGES {
        let (rx, ry, cx, cy) = (rx * wide, ry * high, x * wide, top + y * high);
        let _ = write!(svg, "<ellipse fill=\"{fill}\" cx=\"{cx}\" cy=\"{cy}\" rx=\"{rx}\" ry=\"{ry}\"/>");
    }
    let shore = (top + 82.0 * high).round();
    let _ = write!(svg, "<path fill=\"{}\" d=\"M0 {shore}h{WIDTH}V{HEIGHT}H0z\"/>", colour::LAKE);
    for [x, y, width] in GLINTS.map(|[x, y, width]| [x * wide, top + y * high, width * wide]) {
        let (x, y, width) = (x.round(), y.round(), width.round());
        let _ = write!(svg, "<path fill=\"{}\" d=\"M{x} {y}h{width}v3H{x}z\"/>", colour::GLINT);
    }
    svg.push_str("</svg>");
    svg
}
