//! A sealed subject: a clear header without a word of the subject, a data key wrapped by the key of
//! the opening code, and the content encrypted by the data key.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    DerivationParameters, DerivedKey, OpeningCode, SealProblem, SealResult, SealedKind,
    WRAPPED_KEY_LENGTH, cipher, container, new_data_key, unwrap_key, wrap_key,
};
use crate::domain::identifier::SessionId;

/// What the wrapped key serves.
const KEY_CONTEXT: &[u8] = b"casdecole cle d'un sujet 1";

/// What the body is; the clear header follows in the bytes that authenticate it.
const BODY_CONTEXT: &[u8] = b"casdecole contenu d'un sujet 1\n";

/// What can be read on a sealed subject without its code: enough to find the right file, nothing of
/// what will be asked. Sure once the subject is open, a mere claim before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectFacts {
    /// The session that the subject belongs to.
    pub session: SessionId,
    /// Title of the session, as people know it.
    pub session_title: String,
    /// Name of the paper ("Étude de cas", "Questionnaire professionnel").
    pub paper_label: String,
    /// Date of the sitting, as text.
    pub date: String,
}

/// The clear header of a sealed subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectHeader {
    /// What people can know before the start.
    pub facts: SubjectFacts,
    /// How the key is derived from the opening code.
    pub derivation: DerivationParameters,
}

/// A subject that its code has opened.
#[derive(Debug)]
pub struct OpenedSubject {
    /// The header, now authenticated.
    pub header: SubjectHeader,
    /// The content, erased from memory after use.
    pub payload: Zeroizing<Vec<u8>>,
    /// The key of the code: it also wraps the keys of journals, so that a sitting derives once.
    pub key: DerivedKey,
}

/// Seals a subject. Derives a key: not for the thread that draws.
///
/// # Errors
/// When the content is too large, or memory or random bytes are missing.
pub fn seal_subject(
    facts: &SubjectFacts,
    payload: &[u8],
    code: &OpeningCode,
    derivation: &DerivationParameters,
) -> SealResult<Vec<u8>> {
    let kind = SealedKind::Subject;
    if payload.len() > kind.largest_payload() {
        return Err(SealProblem::TooLarge(kind));
    }
    let header = SubjectHeader { facts: facts.clone(), derivation: *derivation };
    let header = container::header_bytes(&header)?;
    let data_key = new_data_key()?;
    let mut body = wrap_key(&derivation.derive(code)?, &data_key, KEY_CONTEXT)?;
    body.extend(cipher::encrypt(&data_key, &authenticated(&header), payload)?);
    container::write(kind, &header, &body)
}

/// Reads the clear header of a sealed subject whose bytes are intact.
///
/// # Errors
/// When the file is altered, of another kind or version, or malformed.
pub fn read_subject_header(bytes: &[u8]) -> SealResult<SubjectHeader> {
    container::read(SealedKind::Subject, bytes)?.parsed_header()
}

/// Opens a subject with its code. Derives a key: not for the thread that draws.
///
/// # Errors
/// [`SealProblem::WrongCode`] only if the file is intact; else what is wrong with the file.
pub fn open_subject(bytes: &[u8], code: &OpeningCode) -> SealResult<OpenedSubject> {
    let contents = container::read(SealedKind::Subject, bytes)?;
    let header: SubjectHeader = contents.parsed_header()?;
    let (wrapped, encrypted) =
        contents.body.split_at_checked(WRAPPED_KEY_LENGTH).ok_or(SealProblem::Inner)?;
    let key = header.derivation.derive(code)?;
    let data_key = unwrap_key(&key, wrapped, KEY_CONTEXT).ok_or(SealProblem::WrongCode)?;
    let payload = cipher::decrypt(&data_key, &authenticated(contents.header), encrypted)
        .ok_or(SealProblem::Altered)?;
    Ok(OpenedSubject { header, payload, key })
}

fn authenticated(header: &[u8]) -> Vec<u8> {
    [BODY_CONTEXT, header].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(title: &str) -> SubjectFacts {
        SubjectFacts {
            session: SessionId::from("S-1"),
            session_title: title.to_owned(),
            paper_label: "Étude de cas".to_owned(),
            date: "12 mai 2026".to_owned(),
        }
    }

    fn code(typed: &str) -> OpeningCode {
        OpeningCode::read(typed).unwrap()
    }

    fn sealed(payload: &[u8]) -> Vec<u8> {
        let light = DerivationParameters::light_for_tests().unwrap();
        seal_subject(&facts("Session de mai"), payload, &code("K7QM-4TRX-9DPH"), &light).unwrap()
    }

    #[test]
    fn a_sealed_subject_opens_with_its_code() {
        let bytes = sealed(b"Question 1");
        let opened = open_subject(&bytes, &code("k7qm 4trx 9dph")).unwrap();
        assert_eq!(opened.payload.as_slice(), b"Question 1");
        assert_eq!(opened.header.facts, facts("Session de mai"));
        assert_eq!(read_subject_header(&bytes).unwrap(), opened.header);
        let again = opened.header.derivation.derive(&code("K7QM-4TRX-9DPH")).unwrap();
        assert_eq!(opened.key.as_bytes(), again.as_bytes());
    }

    #[test]
    fn an_empty_and_a_long_content_are_sealed_alike() {
        for payload in [Vec::new(), vec![b'a'; 300_000]] {
            let opened = open_subject(&sealed(&payload), &code("K7QM-4TRX-9DPH")).unwrap();
            assert_eq!(*opened.payload, payload);
        }
    }

    #[test]
    fn a_wrong_code_says_so() {
        let problem = open_subject(&sealed(b"Question 1"), &code("K7QM-4TRX-9DPK")).unwrap_err();
        assert_eq!(problem, SealProblem::WrongCode);
    }

    #[test]
    fn nothing_of_the_content_nor_the_code_is_in_clear() {
        let text = String::from_utf8_lossy(&sealed(b"Quincaillerie")).into_owned();
        assert!(text.contains("Session de mai"));
        for secret in ["Quincaillerie", "K7QM-4TRX-9DPH", "K7QM4TRX9DPH"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }

    #[test]
    fn the_same_subject_is_never_sealed_the_same() {
        assert_ne!(sealed(b"Question 1"), sealed(b"Question 1"));
    }

    #[test]
    fn a_forged_header_is_altered() {
        let bytes = sealed(b"Question 1");
        let contents = container::read(SealedKind::Subject, &bytes).unwrap();
        let mut header: SubjectHeader = contents.parsed_header().unwrap();
        header.facts = facts("Session de juin");
        let header = container::header_bytes(&header).unwrap();
        let forged = container::write(SealedKind::Subject, &header, contents.body).unwrap();
        assert!(read_subject_header(&forged).is_ok(), "the hash is right");
        let problem = open_subject(&forged, &code("K7QM-4TRX-9DPH")).unwrap_err();
        assert_eq!(problem, SealProblem::Altered);
    }

    #[test]
    fn hostile_parameters_are_refused_before_any_derivation() {
        let bytes = sealed(b"Question 1");
        let contents = container::read(SealedKind::Subject, &bytes).unwrap();
        let header = std::str::from_utf8(contents.header).unwrap();
        let hostile = header.replace(r#""memory_kib":8,"#, r#""memory_kib":4294967295,"#);
        assert_ne!(hostile, header);
        let forged =
            container::write(SealedKind::Subject, hostile.as_bytes(), contents.body).unwrap();
        assert_eq!(read_subject_header(&forged).unwrap_err(), SealProblem::Inner);
        assert_eq!(open_subject(&forged, &code("4821")).unwrap_err(), SealProblem::Inner);
    }

    #[test]
    fn too_large_a_content_is_refused() {
        let light = DerivationParameters::light_for_tests().unwrap();
        let payload = vec![0; SealedKind::Subject.largest_payload() + 1];
        let problem = seal_subject(&facts("S"), &payload, &code("4821"), &light).unwrap_err();
        assert_eq!(problem, SealProblem::TooLarge(SealedKind::Subject));
    }
}
