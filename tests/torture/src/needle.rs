//! Finding a secret among bytes, in every form in which a text is usually kept.

use data_encoding::{BASE64_NOPAD, HEXLOWER, HEXUPPER};
use memchr::memmem::Finder;

/// One form of a secret.
pub struct Needle {
    /// What form it is.
    pub form: &'static str,
    finder: Finder<'static>,
}

impl Needle {
    fn new(form: &'static str, bytes: &[u8]) -> Self {
        Self { form, finder: Finder::new(bytes).into_owned() }
    }

    /// How often it stands there.
    pub fn count(&self, bytes: &[u8]) -> usize {
        self.finder.find_iter(bytes).count()
    }
}

/// A text: as it is, as Windows and JavaScript keep it, and as base64 and hexadecimal write it.
pub fn of_text(text: &str) -> Vec<Needle> {
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut needles = of_bytes(text.as_bytes());
    needles.push(Needle::new("UTF-16", &little));
    needles.push(Needle::new("UTF-16, big end first", &big));
    needles
}

/// Bytes: as they are, and as base64 and hexadecimal write them.
pub fn of_bytes(bytes: &[u8]) -> Vec<Needle> {
    let mut needles = vec![
        Needle::new("as it is", bytes),
        Needle::new("hexadecimal", HEXLOWER.encode(bytes).as_bytes()),
        Needle::new("hexadecimal, large", HEXUPPER.encode(bytes).as_bytes()),
    ];
    // Whatever stands before it shifts the letters; those at the ends depend on what stands beside it.
    for (before, form) in [(0, "base64"), (1, "base64, one byte on"), (2, "base64, two bytes on")] {
        let shifted = [&vec![0; before][..], bytes].concat();
        let whole = shifted.len() / 3 * 4;
        let text = BASE64_NOPAD.encode(&shifted);
        let first = if before == 0 { 0 } else { before + 1 };
        needles.push(Needle::new(form, &text.as_bytes()[first..whole]));
    }
    needles
}

/// A word that stands nowhere else: letters of one size and digits.
pub fn word(random: &mut fastrand::Rng) -> String {
    (0..14).map(|_| random.lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::BASE64;

    #[test]
    fn a_text_is_found_in_every_form_and_wherever_base64_begins() {
        let text = "walnutmarker";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let kept = [text.as_bytes().to_vec(), utf16, HEXLOWER.encode(text.as_bytes()).into_bytes()];
        let wrapped =
            ["", "a", "ab", "abc"].map(|before| BASE64.encode(format!("{before}{text}.").as_bytes()).into_bytes());
        for bytes in kept.into_iter().chain(wrapped) {
            let found: usize = of_text(text).iter().map(|needle| needle.count(&bytes)).sum();
            assert_eq!(found, 1, "{}", String::from_utf8_lossy(&bytes));
        }
        assert!(of_text(text).iter().all(|needle| needle.count(b"walnut marker") == 0));
    }
}
