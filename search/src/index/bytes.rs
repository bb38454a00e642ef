//! Numbers and texts in a row of bytes: numbers in groups of seven bits, the least significant first
//! (LEB128).

/// Writes into a row of bytes.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text as what it shares with the one before, and what is its own.
    pub fn text_after(&mut self, before: &str, text: &str) {
        let shared = before.bytes().zip(text.bytes()).take_while(|(one, other)| one == other).count();
        self.number(shared as u32);
        self.bytes(&text.as_bytes()[shared..]);
    }

    /// Bytes with their count in front.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.0.extend_from_slice(bytes);
    }
}

/// Reads from a row of bytes; what isn't there is none, never a panic.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'b>(pub &'b [u8]);

impl<'b> Reader<'b> {
    /// A number.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A text, after the one before, which it replaces.
    pub fn text_after(&mut self, before: &mut Vec<u8>) -> Option<()> {
        let shared = self.number()? as usize;
        if shared > before.len() {
            return None;
        }
        before.truncate(shared);
        before.extend_from_slice(self.bytes()?);
        Some(())
    }

    /// Bytes with their count in front.
    pub fn bytes(&mut self) -> Option<&'b [u8]> {
        let count = self.number()? as usize;
        self.take(count)
    }

    /// As many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}
