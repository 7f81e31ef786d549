//! The jury's public key as text ("age1…"), read with care: it comes from a file.

use age::x25519::Recipient;

use super::{SealProblem, SealResult};

/// The points of small order of Curve25519, for which nothing would be secret (and for which age
/// stops the program). Any other writing of the same points compares equal to one of these.
const WEAK: [&str; 5] = [
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8",
    "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
];

/// Reads a public key.
///
/// # Errors
/// When the text is no key, or a key for which nothing would be secret.
pub(super) fn read_recipient(text: &str) -> SealResult<Recipient> {
    // A key has 62 characters: what is much longer is not even decoded.
    let text = text.trim();
    if text.len() > 128 {
        return Err(SealProblem::BadRecipient);
    }
    let recipient: Recipient = text.parse().map_err(|_| SealProblem::BadRecipient)?;
    let is_weak =
        WEAK.iter().any(|weak| weak.parse::<Recipient>().is_ok_and(|weak| weak == recipient));
    if is_weak { Err(SealProblem::BadRecipient) } else { Ok(recipient) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every writing of the points of small order: reduced or not, with the unused bit or without.
    const EVERY_WEAK: [&str; 14] = [
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqsuwj9m",
        "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
        "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqk67yly",
        "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
        "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhzqqxqejhu",
        "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8",
        "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz8ts72fzt7",
        "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
        "age1anllllllllllllllllllllllllllllllllllllllllllllllllls3hcv9z",
        "age1ahlllllllllllllllllllllllllllllllllllllllllllllllalsn46ayy",
        "age1ahlllllllllllllllllllllllllllllllllllllllllllllllllsh3g6la",
        "age1amlllllllllllllllllllllllllllllllllllllllllllllllalselrwrv",
        "age1amlllllllllllllllllllllllllllllllllllllllllllllllllsam3fc4",
    ];

    #[test]
    fn a_real_key_is_read_spaces_apart() {
        let key = age::x25519::Identity::generate().to_public();
        assert_eq!(read_recipient(&format!(" {key}\n")).unwrap(), key);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let key = age::x25519::Identity::generate().to_public().to_string();
        let long = key.repeat(100);
        for text in
            ["", "age1", "jury", &key[1..], &key[..60], "AGE-SECRET-KEY-1QQQ", long.as_str()]
        {
            assert!(read_recipient(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_key_for_which_nothing_is_secret_is_refused() {
        for text in EVERY_WEAK {
            assert!(text.parse::<Recipient>().is_ok(), "{text} is well written");
            assert_eq!(read_recipient(text).unwrap_err(), SealProblem::BadRecipient, "{text}");
        }
    }
}
