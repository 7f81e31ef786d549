//! What holds of every sealed file together: no changed byte, no cut and no random bytes get
//! through, and none of them passes for a wrong code, key or passphrase.

use sha2::{Digest, Sha256};

use super::*;
use crate::domain::identifier::{CandidateId, CopyId, SessionId};

fn code() -> OpeningCode {
    OpeningCode::read("K7QM-4TRX-9DPH").unwrap()
}

fn sealed_subject() -> Vec<u8> {
    let facts = SubjectFacts {
        session: SessionId::from("S-1"),
        session_title: "Session de mai".to_owned(),
        paper_label: "Étude de cas".to_owned(),
        date: "12 mai 2026".to_owned(),
    };
    let light = DerivationParameters::light_for_tests().unwrap();
    seal_subject(&facts, b"Question 1", &code(), &light).unwrap()
}

fn sealed_copy(key: &JuryKey) -> Vec<u8> {
    let header = CopyHeader {
        session: SessionId::from("S-1"),
        paper: "E1".to_owned(),
        candidate: CandidateId::from("C-01"),
        copy: CopyId::from("7f3a"),
        subject_fingerprint: "12345 67890".to_owned(),
        sealed_at: "12 mai 2026, 12 h 04".to_owned(),
    };
    seal_copy(&header, b"42", &key.recipient()).unwrap()
}

/// Every single changed byte (several changes each), every cut, and one byte more.
fn damaged(bytes: &[u8]) -> impl Iterator<Item = (String, Vec<u8>)> {
    let flips = (0..bytes.len()).flat_map(move |place| {
        [0x01_u8, 0x02, 0x20, 0x80, 0xff].map(|mask| {
            let mut changed = bytes.to_vec();
            changed[place] ^= mask;
            (format!("byte {place} changed by {mask:#x}"), changed)
        })
    });
    let cuts =
        (0..bytes.len()).map(move |place| (format!("cut at {place}"), bytes[..place].to_vec()));
    let longer = std::iter::once(("one more".to_owned(), [bytes, b"\0"].concat()));
    flips.chain(cuts).chain(longer)
}

/// The same bytes with the hash that someone who knows the format would recompute.
fn with_right_hash(bytes: &[u8]) -> Vec<u8> {
    let hashed = &bytes[..bytes.len() - 32];
    [hashed, Sha256::digest(hashed).as_slice()].concat()
}

fn is_damage(problem: SealProblem) -> bool {
    matches!(problem, SealProblem::Altered | SealProblem::NotSealed | SealProblem::Newer)
}

#[test]
fn any_damage_to_a_subject_is_seen_and_is_never_a_wrong_code() {
    for (damage, bytes) in damaged(&sealed_subject()) {
        let problem = open_subject(&bytes, &code()).unwrap_err();
        assert!(is_damage(problem), "{damage}: {problem:?}");
        let problem = read_subject_header(&bytes).unwrap_err();
        assert!(is_damage(problem), "{damage}: {problem:?}");
    }
}

#[test]
fn any_damage_to_a_copy_is_seen_with_the_key_or_without() {
    let key = JuryKey::generate();
    for (damage, bytes) in damaged(&sealed_copy(&key)) {
        let problem = verify_copy(&bytes).unwrap_err();
        assert!(is_damage(problem), "{damage}: {problem:?}");
        let problem = open_copy(&bytes, &key).unwrap_err();
        assert!(is_damage(problem), "{damage}: {problem:?}");
    }
}

#[test]
fn a_subject_changed_on_purpose_never_opens() {
    let bytes = sealed_subject();
    for place in 0..bytes.len() - 32 {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(open_subject(&with_right_hash(&changed), &code()).is_err(), "byte {place}");
    }
}

#[test]
fn a_copy_changed_on_purpose_never_opens() {
    let key = JuryKey::generate();
    let bytes = sealed_copy(&key);
    for place in 0..bytes.len() - 32 {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(open_copy(&with_right_hash(&changed), &key).is_err(), "byte {place}");
    }
}

#[test]
fn each_reader_names_the_other_kinds() {
    let key = JuryKey::generate();
    let (subject, copy) = (sealed_subject(), sealed_copy(&key));
    let (found, wanted) = (SealedKind::Subject, SealedKind::Copy);
    assert_eq!(verify_copy(&subject).unwrap_err(), SealProblem::OtherKind { found, wanted });
    let (found, wanted) = (SealedKind::Copy, SealedKind::JuryKey);
    let problem = JuryKey::unlock(&copy, "phrase").unwrap_err();
    assert_eq!(problem, SealProblem::OtherKind { found, wanted });
    assert_eq!(sealed_kind(&copy), Some(SealedKind::Copy));
    assert_eq!(sealed_kind(b"{}"), None);
}

/// Every reader on the same bytes: none may panic, and none may accept.
fn all_refuse(bytes: &[u8], key: &JuryKey) -> bool {
    let _ = sealed_kind(bytes);
    open_subject(bytes, &code()).is_err()
        && read_subject_header(bytes).is_err()
        && verify_copy(bytes).is_err()
        && open_copy(bytes, key).is_err()
        && JuryKey::unlock(bytes, "phrase").is_err()
        && recipient_of(bytes).is_err()
}

/// Texts that look like headers.
const HEADERS: &str =
    r#"\{("(facts|derivation|recipient|copy)":("[a-z]{0,9}"|\{\}|[0-9]{1,12}),?){0,4}\}?"#;

proptest::proptest! {
    #[test]
    fn random_bytes_are_refused_by_every_reader(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
    ) {
        proptest::prop_assert!(all_refuse(&bytes, &JuryKey::generate()));
    }

    #[test]
    fn random_bytes_in_a_right_envelope_are_refused_by_every_reader(
        kind in 0..3_usize,
        header in HEADERS,
        body in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
    ) {
        let kind = [SealedKind::Subject, SealedKind::Copy, SealedKind::JuryKey][kind];
        let bytes = container::write(kind, header.as_bytes(), &body).unwrap();
        proptest::prop_assert!(all_refuse(&bytes, &JuryKey::generate()));
    }

    #[test]
    fn random_bodies_behind_a_right_header_are_refused(
        body in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
    ) {
        let key = JuryKey::generate();
        for (kind, bytes) in
            [(SealedKind::Subject, sealed_subject()), (SealedKind::Copy, sealed_copy(&key))]
        {
            let header = container::read(kind, &bytes).unwrap().header;
            let forged = container::write(kind, header, &body).unwrap();
            proptest::prop_assert!(open_subject(&forged, &code()).is_err());
            proptest::prop_assert!(open_copy(&forged, &key).is_err());
        }
    }
}
