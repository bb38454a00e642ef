//! The text size: steps in per cent of the size that the visitor's own browser uses (WCAG 1.4.4).

/// The sizes to choose from, in per cent. `public/first.js` and `style/text-size.css` know the same steps;
/// a test holds them together.
pub const STEPS: [u16; 7] = [90, 100, 115, 130, 150, 175, 200];

/// The steps as they stand in the attribute and in the storage.
const NAMES: [&str; STEPS.len()] = ["90", "100", "115", "130", "150", "175", "200"];

/// Its name in the attribute `data-text-size` of `<html>` and in the storage's `seutu.text-size`.
pub const NAME: &str = "text-size";

/// One of the [`STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSize {
    step: usize,
}

impl TextSize {
    /// The visitor's own browser size: 100 %.
    pub const NORMAL: TextSize = TextSize { step: 1 };

    /// The size in per cent of the browser's own.
    pub const fn percent(self) -> u16 {
        STEPS[self.step]
    }

    /// The size in the storage and in the attribute; the normal size is in neither.
    pub fn name(self) -> Option<&'static str> {
        (self != TextSize::NORMAL).then_some(NAMES[self.step])
    }

    /// The size of a name; anything that isn't a step is `None`.
    pub fn parse(text: &str) -> Option<TextSize> {
        let step = NAMES.iter().position(|name| *name == text)?;
        Some(TextSize { step })
    }

    /// The next larger size; the largest stays.
    pub fn larger(self) -> TextSize {
        TextSize { step: (self.step + 1).min(STEPS.len() - 1) }
    }

    /// The next smaller size; the smallest stays.
    pub fn smaller(self) -> TextSize {
        TextSize { step: self.step.saturating_sub(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_from_one_below_normal_to_double() {
        assert_eq!(TextSize::NORMAL.percent(), 100);
        assert_eq!(TextSize::NORMAL.smaller().percent(), 90);
        assert_eq!(TextSize::NORMAL.smaller().smaller().percent(), 90);
        let largest = (0..20).fold(TextSize::NORMAL, |size, _| size.larger());
        assert_eq!(largest.percent(), 200);
    }

    #[test]
    fn what_is_kept_is_read_back_and_nothing_else() {
        for step in STEPS {
            let size = TextSize::parse(&step.to_string()).unwrap();
            assert_eq!(size.name().map(str::to_owned), (step != 100).then(|| step.to_string()));
            assert_eq!(TextSize::parse(&step.to_string()).map(TextSize::percent), Some(step));
        }
        for text in ["", "101", "-100", "100 ", "1e2", "\"><script>"] {
            assert_eq!(TextSize::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn style_and_start_script_know_the_same_steps() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let style = std::fs::read_to_string(root.join("style/text-size.css")).unwrap();
        for step in STEPS.into_iter().filter(|step| *step != 100) {
            let rule = format!("[data-{NAME}=\"{step}\"] {{ font-size: {step}%; }}");
            assert!(style.contains(&rule), "style/text-size.css has no rule {rule}");
        }
        let script = std::fs::read_to_string(root.join("public/first.js")).unwrap();
        let steps = NAMES.into_iter().filter(|name| *name != "100").map(|name| format!("\"{name}\""));
        let known = format!("\"{NAME}\": [{}]", steps.collect::<Vec<_>>().join(", "));
        assert!(script.contains(&known), "public/first.js doesn't know {known}");
    }
}
