//! Tells whether a typed code is the room code, without holding it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{DerivationParameters, OpeningCode, SealResult, encoding};

/// Separates a verifier from a key derived with the same parameters from the same code.
const CONTEXT: &[u8] = b"casdecole verification d'un code 1";

/// What remains of a code when it only has to be recognised. It travels inside the sealed subject.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeVerifier {
    derivation: DerivationParameters,
    #[serde(with = "encoding")]
    expected: [u8; 32],
}

impl CodeVerifier {
    /// The verifier of a code.
    ///
    /// # Errors
    /// When the memory of the derivation is not there.
    pub fn new(code: &OpeningCode, derivation: DerivationParameters) -> SealResult<Self> {
        Ok(Self { derivation, expected: digest(code, &derivation)? })
    }

    /// Whether this is the code. Slow on purpose: not for the thread that draws.
    pub fn accepts(&self, code: &OpeningCode) -> bool {
        digest(code, &self.derivation).is_ok_and(|found| are_equal(&found, &self.expected))
    }
}

impl std::fmt::Debug for CodeVerifier {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("CodeVerifier")
    }
}

fn digest(code: &OpeningCode, derivation: &DerivationParameters) -> SealResult<[u8; 32]> {
    let key = derivation.derive(code)?;
    Ok(Sha256::new().chain_update(CONTEXT).chain_update(key.as_bytes()).finalize().into())
}

/// Compares every byte whatever the first ones are, so that time tells nothing.
fn are_equal(first: &[u8; 32], second: &[u8; 32]) -> bool {
    let differences = first.iter().zip(second).fold(0_u8, |all, (one, other)| all | (one ^ other));
    differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(typed: &str) -> OpeningCode {
        OpeningCode::read(typed).unwrap()
    }

    fn verifier(typed: &str) -> CodeVerifier {
        CodeVerifier::new(&code(typed), DerivationParameters::light_for_tests().unwrap()).unwrap()
    }

    #[test]
    fn the_code_is_accepted_and_another_is_not() {
        let verifier = verifier("Salle 12");
        assert!(verifier.accepts(&code("SALLE-I2")));
        assert!(!verifier.accepts(&code("salle 13")));
        assert!(!verifier.accepts(&code("salle 1")));
    }

    #[test]
    fn it_is_written_without_the_code_and_read_back() {
        let verifier = verifier("ARGENTEUIL");
        let text = serde_json::to_string(&verifier).unwrap();
        assert!(!text.to_uppercase().contains("ARGENTEUIL"));
        let read: CodeVerifier = serde_json::from_str(&text).unwrap();
        assert_eq!(read, verifier);
        assert!(read.accepts(&code("argenteuil")));
    }

    #[test]
    fn a_verifier_is_no_key_of_the_same_code() {
        let derivation = DerivationParameters::light_for_tests().unwrap();
        let verifier = CodeVerifier::new(&code("4821"), derivation).unwrap();
        assert_ne!(&verifier.expected, derivation.derive(&code("4821")).unwrap().as_bytes());
    }

    #[test]
    fn every_byte_counts() {
        let reference = [7_u8; 32];
        assert!(are_equal(&reference, &reference));
        for place in 0..32 {
            let mut changed = reference;
            changed[place] ^= 1;
            assert!(!are_equal(&reference, &changed));
        }
    }
}
