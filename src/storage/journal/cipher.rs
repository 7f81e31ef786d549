//! Encryption of one record: where it stands gives its nonce, what is before it is authenticated.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use super::chain::Chain;
use super::frame::RecordKind;
use super::key::DataKey;

/// Bytes that name a segment.
pub(super) const SEGMENT: usize = 16;

/// Where a record stands: its segment and its rank in it. No two records of a key share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    segment: [u8; SEGMENT],
    rank: u64,
}

impl Position {
    /// The record that begins a segment.
    pub(super) const fn start(segment: [u8; SEGMENT]) -> Self {
        Self { segment, rank: 0 }
    }

    /// The next record of the segment.
    pub(super) const fn next(self) -> Self {
        Self { segment: self.segment, rank: self.rank + 1 }
    }

    fn nonce(self) -> XNonce {
        let mut nonce = XNonce::default();
        let bytes = self.segment.into_iter().chain(self.rank.to_le_bytes());
        for (slot, byte) in nonce.iter_mut().zip(bytes) {
            *slot = byte;
        }
        nonce
    }
}

/// The cipher of one journal; its key is erased with it.
pub(super) struct RecordCipher(XChaCha20Poly1305);

impl RecordCipher {
    /// The cipher of a key.
    pub(super) fn new(key: &DataKey) -> Self {
        let key: &Key = key.as_bytes().into();
        Self(XChaCha20Poly1305::new(key))
    }

    /// Ciphertext and tag; none when the text is longer than the cipher allows.
    pub(super) fn seal(
        &self,
        position: Position,
        chain: Chain,
        kind: RecordKind,
        clear: &[u8],
    ) -> Option<Vec<u8>> {
        let aad = &associated_data(chain, kind);
        self.0.encrypt(&position.nonce(), Payload { msg: clear, aad }).ok()
    }

    /// The clear text; none when anything differs from what was sealed.
    pub(super) fn open(
        &self,
        position: Position,
        chain: Chain,
        kind: RecordKind,
        sealed: &[u8],
    ) -> Option<Vec<u8>> {
        let aad = &associated_data(chain, kind);
        self.0.decrypt(&position.nonce(), Payload { msg: sealed, aad }).ok()
    }
}

fn associated_data(chain: Chain, kind: RecordKind) -> Vec<u8> {
    let mut bytes = chain.value().to_vec();
    bytes.push(kind.byte());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_positions_share_a_nonce() {
        let first = Position::start([1; SEGMENT]);
        let second = Position::start([2; SEGMENT]);
        assert_ne!(first.nonce(), first.next().nonce());
        assert_ne!(first.next().nonce(), first.next().next().nonce());
        assert_ne!(first.nonce(), second.nonce());
    }

    #[test]
    fn a_record_opens_only_at_its_place() {
        let cipher = RecordCipher::new(&DataKey::from_bytes([7; 32]));
        let (position, chain) = (Position::start([1; SEGMENT]).next(), Chain::start([3; 32]));
        let sealed = cipher.seal(position, chain, RecordKind::Data, b"douze").unwrap();
        let open = |position, chain, kind| cipher.open(position, chain, kind, &sealed);
        assert_eq!(open(position, chain, RecordKind::Data).as_deref(), Some(&b"douze"[..]));
        assert_eq!(open(position.next(), chain, RecordKind::Data), None);
        assert_eq!(open(position, Chain::start([4; 32]), RecordKind::Data), None);
        assert_eq!(open(position, chain, RecordKind::Segment), None);
        let other = RecordCipher::new(&DataKey::from_bytes([8; 32]));
        assert_eq!(other.open(position, chain, RecordKind::Data, &sealed), None);
    }
}
