//! The jury's key pair: the public half goes to the room, the private half stays in a file that a
//! passphrase protects (age's own format, in the envelope of sealed files).

use age::secrecy::{ExposeSecret, SecretString};
use age::{scrypt, x25519};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::passphrase::canonical;
use super::recipient::read_recipient;
use super::{SealProblem, SealResult, SealedKind, age_file, container};

/// The private half, which opens the copies of a session.
#[derive(Clone)]
pub struct JuryKey {
    identity: x25519::Identity,
}

/// How much work each guess of a passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassphraseWork {
    /// About one second and 256 MiB, what age takes when it cannot measure. Not measured here, so
    /// that a slow or busy PC does not protect less and a fast one does not write what a slow one
    /// refuses to read.
    Recommended,
    /// Almost none. Never for a real key.
    LightForTests,
}

impl PassphraseWork {
    /// Most work accepted from a file: two seconds and 512 MiB.
    const MOST: u8 = 19;

    /// Binary logarithm of scrypt's N.
    const fn factor(self) -> u8 {
        match self {
            Self::Recommended => 18,
            Self::LightForTests => 4,
        }
    }
}

/// The clear header of a key file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyHeader {
    recipient: String,
}

impl JuryKey {
    /// Draws a key pair from the system's generator.
    pub fn generate() -> Self {
        Self { identity: x25519::Identity::generate() }
    }

    /// The public half ("age1…"), to which copies are sealed.
    pub fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// The file of this key under a passphrase. Takes about a second: not for the thread that
    /// draws.
    ///
    /// # Errors
    /// When the passphrase is empty.
    pub fn protect(&self, passphrase: &str) -> SealResult<Vec<u8>> {
        self.protect_with(passphrase, PassphraseWork::Recommended)
    }

    /// The same with a chosen amount of work.
    ///
    /// # Errors
    /// When the passphrase is empty.
    pub fn protect_with(&self, passphrase: &str, work: PassphraseWork) -> SealResult<Vec<u8>> {
        let header = container::header_bytes(&KeyHeader { recipient: self.recipient() })?;
        let mut lock = scrypt::Recipient::new(secret(passphrase)?);
        lock.set_work_factor(work.factor());
        let text = self.identity.to_string();
        let body = age_file::encrypt(&lock, &[text.expose_secret().as_bytes()])?;
        container::write(SealedKind::JuryKey, &header, &body)
    }

    /// Opens the file of a key. Takes about a second: not for the thread that draws.
    ///
    /// # Errors
    /// [`SealProblem::WrongPassphrase`] only if the file is intact; else what is wrong with it.
    pub fn unlock(bytes: &[u8], passphrase: &str) -> SealResult<Self> {
        let contents = container::read(SealedKind::JuryKey, bytes)?;
        let header: KeyHeader = contents.parsed_header()?;
        let mut key = scrypt::Identity::new(secret(passphrase)?);
        key.set_max_work_factor(PassphraseWork::MOST);
        let plain = age_file::decrypt(&key, contents.body, SealProblem::WrongPassphrase)?;
        let text = std::str::from_utf8(&plain).map_err(|_| SealProblem::Inner)?;
        let identity: x25519::Identity = text.trim().parse().map_err(|_| SealProblem::Inner)?;
        if read_recipient(&header.recipient)? == identity.to_public() {
            Ok(Self { identity })
        } else {
            Err(SealProblem::Altered)
        }
    }

    /// The private half, as age uses it.
    pub(super) fn identity(&self) -> &x25519::Identity {
        &self.identity
    }
}

impl std::fmt::Debug for JuryKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("JuryKey")
    }
}

/// The public half that a key file states in clear: a claim, until the passphrase opens the file.
///
/// # Errors
/// When the file is altered, of another kind or version, or malformed.
pub fn recipient_of(bytes: &[u8]) -> SealResult<String> {
    let header: KeyHeader = container::read(SealedKind::JuryKey, bytes)?.parsed_header()?;
    read_recipient(&header.recipient).map(|recipient| recipient.to_string())
}

fn secret(passphrase: &str) -> SealResult<SecretString> {
    let passphrase: Zeroizing<String> = canonical(passphrase)?;
    Ok(SecretString::from(passphrase.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::generate_passphrase;
    use super::*;

    fn protected(key: &JuryKey, passphrase: &str) -> Vec<u8> {
        key.protect_with(passphrase, PassphraseWork::LightForTests).unwrap()
    }

    #[test]
    fn a_protected_key_is_unlocked_by_its_passphrase() {
        let key = JuryKey::generate();
        let passphrase = generate_passphrase().unwrap();
        let bytes = protected(&key, &passphrase);
        let unlocked = JuryKey::unlock(&bytes, &passphrase.to_lowercase()).unwrap();
        assert_eq!(unlocked.recipient(), key.recipient());
        assert_eq!(recipient_of(&bytes).unwrap(), key.recipient());
        assert!(key.recipient().starts_with("age1"));
    }

    #[test]
    fn a_wrong_passphrase_says_so_and_an_empty_one_too() {
        let bytes = protected(&JuryKey::generate(), "le jury de mai");
        let problem = JuryKey::unlock(&bytes, "le jury de juin").unwrap_err();
        assert_eq!(problem, SealProblem::WrongPassphrase);
        assert_eq!(JuryKey::unlock(&bytes, "").unwrap_err(), SealProblem::EmptyPassphrase);
        let problem = JuryKey::generate().protect(" ").unwrap_err();
        assert_eq!(problem, SealProblem::EmptyPassphrase);
    }

    #[test]
    fn an_altered_key_file_is_altered_and_not_a_wrong_passphrase() {
        let bytes = protected(&JuryKey::generate(), "le jury de mai");
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            let problem = JuryKey::unlock(&changed, "le jury de mai").unwrap_err();
            assert!(
                matches!(problem, SealProblem::Altered | SealProblem::NotSealed),
                "byte {place}: {problem:?}"
            );
        }
    }

    #[test]
    fn the_private_half_is_nowhere_in_clear() {
        let bytes = protected(&JuryKey::generate(), "le jury de mai");
        assert!(!String::from_utf8_lossy(&bytes).contains("SECRET"));
        assert_eq!(format!("{:?}", JuryKey::generate()), "JuryKey");
    }

    #[test]
    fn a_file_that_states_another_public_half_is_refused() {
        let bytes = protected(&JuryKey::generate(), "le jury de mai");
        let contents = container::read(SealedKind::JuryKey, &bytes).unwrap();
        let header = KeyHeader { recipient: JuryKey::generate().recipient() };
        let header = container::header_bytes(&header).unwrap();
        let forged = container::write(SealedKind::JuryKey, &header, contents.body).unwrap();
        let problem = JuryKey::unlock(&forged, "le jury de mai").unwrap_err();
        assert_eq!(problem, SealProblem::Altered);
    }

    #[test]
    fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
        let bytes = protected(&JuryKey::generate(), "le jury de mai");
        let contents = container::read(SealedKind::JuryKey, &bytes).unwrap();
        let line_end = contents.body.windows(3).position(|part| part == b" 4\n").unwrap();
        let mut body = contents.body.to_vec();
        drop(body.splice(line_end..line_end + 2, *b" 40"));
        let forged = container::write(SealedKind::JuryKey, contents.header, &body).unwrap();
        let problem = JuryKey::unlock(&forged, "le jury de mai").unwrap_err();
        assert_eq!(problem, SealProblem::Inner);
    }
}
