//! Random bytes from the system's generator; no other source of chance exists in sealing.

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::rand_core::RngCore;
use zeroize::Zeroizing;

use super::{SealProblem, SealResult};

/// `N` random bytes, erased from memory after use.
///
/// # Errors
/// When the system gives none.
pub(super) fn random_bytes<const N: usize>() -> SealResult<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0_u8; N]);
    OsRng.try_fill_bytes(bytes.as_mut_slice()).map_err(|_| SealProblem::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ() {
        let first = random_bytes::<32>().unwrap();
        let second = random_bytes::<32>().unwrap();
        assert_ne!(*first, *second);
        assert_ne!(*first, [0; 32]);
    }
}
