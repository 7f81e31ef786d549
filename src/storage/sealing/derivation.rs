//! From a code to a key: argon2id with parameters that a file states and that are bounded here.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::random::random_bytes;
use super::{OpeningCode, SealProblem, SealResult, encoding};

/// Bytes of every key.
pub(super) const KEY_LENGTH: usize = 32;

/// Most memory that a file may ask for: a hostile one must not eat the PC.
const MOST_MEMORY_KIB: u32 = 256 * 1024;

/// Most passes over the memory.
const MOST_PASSES: u32 = 10;

/// Most lanes.
const MOST_LANES: u32 = 4;

/// Least memory of one lane, set by argon2.
const LEAST_MEMORY_KIB: u32 = Params::MIN_M_COST;

/// How a key is derived from a code: always within bounds, however it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct DerivationParameters {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
}

/// The one function that derives keys, named in the file so that another may come.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum KeyFunction {
    #[serde(rename = "argon2id-19")]
    Argon2id,
}

/// The parameters as a file states them.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    function: KeyFunction,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    #[serde(with = "encoding")]
    salt: [u8; 16],
}

impl From<DerivationParameters> for Written {
    fn from(parameters: DerivationParameters) -> Self {
        let DerivationParameters { memory_kib, passes, lanes, salt } = parameters;
        Self { function: KeyFunction::Argon2id, memory_kib, passes, lanes, salt }
    }
}

impl TryFrom<Written> for DerivationParameters {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { function: KeyFunction::Argon2id, memory_kib, passes, lanes, salt } = written;
        let reasonable = (1..=MOST_LANES).contains(&lanes)
            && (1..=MOST_PASSES).contains(&passes)
            && (LEAST_MEMORY_KIB * lanes..=MOST_MEMORY_KIB).contains(&memory_kib);
        if reasonable {
            Ok(Self { memory_kib, passes, lanes, salt })
        } else {
            Err("derivation parameters out of bounds")
        }
    }
}

impl DerivationParameters {
    /// The parameters of real sittings, with a fresh salt: 64 MiB and 3 passes as the second
    /// recommendation of RFC 9106, with one lane since this library computes lanes one by one.
    /// Some tenths of a second on the PC of an exam room.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn recommended() -> SealResult<Self> {
        Self::with_fresh_salt(64 * 1024, 3)
    }

    /// The least work allowed, with a fresh salt. Never for a real subject.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn light_for_tests() -> SealResult<Self> {
        Self::with_fresh_salt(LEAST_MEMORY_KIB, 1)
    }

    /// The least work: for what hides nothing, such as the journal of a subject of training.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn without_secret() -> SealResult<Self> {
        Self::with_fresh_salt(LEAST_MEMORY_KIB, 1)
    }

    fn with_fresh_salt(memory_kib: u32, passes: u32) -> SealResult<Self> {
        Ok(Self { memory_kib, passes, lanes: 1, salt: *random_bytes::<16>()? })
    }

    /// Memory used, in KiB.
    pub fn memory_kib(&self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(&self) -> u32 {
        self.passes
    }

    /// Lanes of the memory.
    pub fn lanes(&self) -> u32 {
        self.lanes
    }

    /// Derives the key of a code. Slow on purpose: not for the thread that draws.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn derive(&self, code: &OpeningCode) -> SealResult<DerivedKey> {
        let parameters = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_LENGTH))
            .map_err(|_| SealProblem::Inner)?;
        let block_count = parameters.block_count();
        let mut blocks: Zeroizing<Vec<Block>> = Zeroizing::new(Vec::new());
        blocks.try_reserve_exact(block_count).map_err(|_| SealProblem::OutOfMemory)?;
        blocks.resize(block_count, Block::default());
        let mut key = Zeroizing::new([0_u8; KEY_LENGTH]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into_with_memory(
                code.as_bytes(),
                &self.salt,
                key.as_mut_slice(),
                blocks.as_mut_slice(),
            )
            .map_err(|_| SealProblem::Inner)?;
        Ok(DerivedKey(key))
    }
}

/// A key derived from a code, erased from memory after use.
#[derive(Clone)]
pub struct DerivedKey(Zeroizing<[u8; KEY_LENGTH]>);

impl DerivedKey {
    pub(super) fn as_bytes(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }
}

impl std::fmt::Debug for DerivedKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DerivedKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(memory_kib: u64, passes: u64, lanes: u64) -> Result<DerivationParameters, String> {
        let text = format!(
            r#"{{"function":"argon2id-19","memory_kib":{memory_kib},"passes":{passes},
                "lanes":{lanes},"salt":"AAAAAAAAAAAAAAAAAAAAAA=="}}"#
        );
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }

    fn code(typed: &str) -> OpeningCode {
        OpeningCode::read(typed).unwrap()
    }

    #[test]
    fn parameters_are_stated_in_the_file_and_read_back() {
        let parameters = DerivationParameters::recommended().unwrap();
        let text = serde_json::to_string(&parameters).unwrap();
        assert!(text.starts_with(
            r#"{"function":"argon2id-19","memory_kib":65536,"passes":3,"lanes":1,"salt":""#
        ));
        assert_eq!(serde_json::from_str::<DerivationParameters>(&text).unwrap(), parameters);
    }

    #[test]
    fn a_salt_serves_once() {
        let first = DerivationParameters::light_for_tests().unwrap();
        let second = DerivationParameters::light_for_tests().unwrap();
        assert_ne!(first.salt, second.salt);
        let code = code("4821");
        let keys = (first.derive(&code).unwrap(), second.derive(&code).unwrap());
        assert_ne!(keys.0.as_bytes(), keys.1.as_bytes());
    }

    #[test]
    fn the_same_code_gives_the_same_key_and_another_another() {
        let parameters = DerivationParameters::light_for_tests().unwrap();
        let key = parameters.derive(&code("K7QM-4TRX-9DPH")).unwrap();
        assert_eq!(parameters.derive(&code("k7qm4trx9dph")).unwrap().as_bytes(), key.as_bytes());
        assert_ne!(parameters.derive(&code("K7QM-4TRX-9DPK")).unwrap().as_bytes(), key.as_bytes());
    }

    #[test]
    fn a_hostile_file_cannot_ask_for_the_memory_or_the_time_of_the_pc() {
        assert!(read(65_536, 3, 1).is_ok());
        assert!(read(8, 1, 1).is_ok());
        assert!(read(262_144, 10, 4).is_ok());
        for (memory_kib, passes, lanes) in [
            (262_145, 3, 1),
            (4_294_967_295, 3, 1),
            (99_999_999_999, 3, 1),
            (7, 1, 1),
            (31, 1, 4),
            (65_536, 0, 1),
            (65_536, 11, 1),
            (65_536, 3, 0),
            (65_536, 3, 5),
            (65_536, 3, 4_294_967_295),
        ] {
            let read = read(memory_kib, passes, lanes);
            assert!(read.is_err(), "{memory_kib} {passes} {lanes}");
        }
    }

    #[test]
    fn another_function_is_refused() {
        let text = serde_json::to_string(&DerivationParameters::light_for_tests().unwrap());
        let text = text.unwrap().replace("argon2id-19", "argon2d-19");
        assert!(serde_json::from_str::<DerivationParameters>(&text).is_err());
    }

    #[test]
    fn no_key_shows_in_a_debug_text() {
        let parameters = DerivationParameters::light_for_tests().unwrap();
        let key = parameters.derive(&code("4821")).unwrap();
        assert_eq!(format!("{key:?}"), "DerivedKey");
    }
}
