//! The codes of a session are never the same: who is told one would know the other.

use crate::storage::sealing::OpeningCode;

/// Two codes of a session that are the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Deux codes sont les mêmes ({first} et {second}) : qui connaît l'un connaîtrait l'autre. \
     Prenez-en un autre ; majuscules, espaces, tirets et signes qui se ressemblent (O et 0, I et \
     1…) ne les distinguent pas."
)]
pub struct TwinCodes {
    /// What the first one opens.
    pub first: String,
    /// What the second one opens.
    pub second: String,
}

/// Refuses the same code for two papers, or for a paper and the room.
///
/// # Errors
/// The first two codes that are the same.
pub fn refuse_twin_codes(opening: &[OpeningCode], room: &OpeningCode) -> Result<(), TwinCodes> {
    let papers = opening.iter().enumerate().map(|(rank, code)| match opening.len() {
        1 => ("ouverture".to_owned(), code),
        _ => (format!("ouverture de l'épreuve {}", rank + 1), code),
    });
    let all: Vec<(String, &OpeningCode)> = papers.chain([("salle".to_owned(), room)]).collect();
    for (rank, (first, code)) in all.iter().enumerate() {
        let twin = all.iter().skip(rank + 1).find(|(_, other)| other == code);
        if let Some((second, _)) = twin {
            return Err(TwinCodes { first: first.clone(), second: second.clone() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(typed: &str) -> OpeningCode {
        OpeningCode::read(typed).expect("a code")
    }

    #[test]
    fn the_same_code_twice_is_refused_and_named() {
        let (first, second, room) = (code("K7QM-4TRX"), code("9DPH-4TRX"), code("SALLE-2027"));
        assert_eq!(refuse_twin_codes(&[first.clone(), second.clone()], &room), Ok(()));
        let twin = refuse_twin_codes(std::slice::from_ref(&first), &code("k7qm 4trx"));
        let twin = twin.expect_err("refused");
        assert!(twin.to_string().contains("(ouverture et salle)"), "{twin}");
        let twin = refuse_twin_codes(&[second.clone(), first, second], &room);
        let twin = twin.expect_err("refused").to_string();
        assert!(twin.contains("ouverture de l'épreuve 1 et ouverture de l'épreuve 3"), "{twin}");
    }
}
