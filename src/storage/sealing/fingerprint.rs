//! The fingerprint of a file in groups of digits, which two people compare aloud.

use sha2::{Digest, Sha256};

/// The SHA-256 of the bytes as 8 groups of 5 decimal digits.
///
/// Each group comes from 4 bytes of its own, modulo 100,000: values below 67,296 are likelier than
/// the others by one part in 42,949, which helps nobody. The whole is worth 132 bits.
pub fn fingerprint_groups(bytes: &[u8]) -> Vec<String> {
    let digest = Sha256::digest(bytes);
    let (words, _) = digest.as_slice().as_chunks::<4>();
    words.iter().map(|word| format!("{:05}", u32::from_be_bytes(*word) % 100_000)).collect()
}

/// The groups as one text ("12345 67890 …").
pub fn fingerprint_text(bytes: &[u8]) -> String {
    fingerprint_groups(bytes).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_eight_groups_of_five_digits() {
        // ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad
        assert_eq!(fingerprint_text(b"abc"), "32319 60650 95486 93091 11619 21116 12833 91821");
    }

    #[test]
    fn any_change_changes_it() {
        assert_ne!(fingerprint_text(b"abc"), fingerprint_text(b"abd"));
        assert_ne!(fingerprint_text(b"abc"), fingerprint_text(b"abc "));
    }

    proptest::proptest! {
        #[test]
        fn the_shape_never_changes(text in ".{0,40}") {
            let groups = fingerprint_groups(text.as_bytes());
            proptest::prop_assert_eq!(groups.len(), 8);
            let plain = |group: &String| group.len() == 5 && group.bytes().all(|digit| digit.is_ascii_digit());
            proptest::prop_assert!(groups.iter().all(plain));
        }
    }
}
