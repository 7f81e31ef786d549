//! The receipt of a copy handed in: whose it is, its time with the computation, its fingerprint.

use super::frame::say_day_of_sitting;
use super::receipt_time::time_blocks;
use super::room_paper::{RoomPaper, groups_to_read, heading};
use crate::domain::answers::AnswerCounts;
use crate::domain::exam::Ledger;
use crate::domain::french::{clock_seconds, long_date, short_date};
use crate::domain::identifier::CandidateId;
use crate::domain::rich_text::Span;
use crate::reports::document::{Block, Document, Sign, Tone};

/// Name of the document.
const NAME: &str = "Accusé de remise";
/// What became of a copy: not closed, closed, closed and verified.
const ON_SCREEN: [&str; 3] =
    ["Copie non remise", "Copie remise, fichier non vérifié", "Copie remise, relue et conforme"];
const ON_PAPER: [&str; 3] = [
    "Copie papier non scellée",
    "Copie papier scellée, fichier non vérifié",
    "Copie papier scellée, fichier vérifié",
];

/// What a receipt says.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptFacts<'a> {
    /// The paper.
    pub paper: RoomPaper<'a>,
    /// The candidate.
    pub candidate: &'a CandidateId,
    /// Room and PC, as typed.
    pub seat: &'a str,
    /// The accommodation in words ([`crate::domain::exam::Accommodation::label`]); empty when there is
    /// none.
    pub accommodation: &'a str,
    /// The time of the sitting, up to its closing; for a copy on paper, when it was typed in.
    pub ledger: &'a Ledger,
    /// Who typed it in and read it again, in words, for a copy on paper.
    pub paper_copy: Option<&'a str>,
    /// How many questions were answered.
    pub answers: AnswerCounts,
    /// Fingerprint of the sealed copy, in groups to read aloud.
    pub fingerprint: &'a [String],
    /// Name of the file of the copy.
    pub file_name: &'a str,
    /// Number of places where the file was written, opened again and compared.
    pub places: usize,
}

/// The receipt of a copy handed in.
pub fn receipt_document(facts: &ReceiptFacts<'_>) -> Document {
    let candidate = facts.candidate;
    let mut blocks = vec![
        facts.paper.kicker(),
        Block::Title(format!("{NAME} – candidat {candidate}")),
        Block::Facts(who(facts)),
        outcome(facts),
    ];
    blocks.extend(match facts.paper_copy {
        Some(words) => typing(words),
        None => time_blocks(facts.ledger),
    });
    blocks.push(Block::Fill);
    // Who signs has the fingerprint in sight.
    blocks.push(Block::Together(proof(facts)));
    let mut document = facts.paper.document(NAME, &format!("candidat {candidate}"), blocks);
    if facts.paper_copy.is_none() {
        let day = facts.ledger.started().map(|at| at.wall.date_naive());
        say_day_of_sitting(&mut document.frame, facts.paper.printed, day);
    }
    document
}

fn who(facts: &ReceiptFacts<'_>) -> Vec<(String, String)> {
    let or = |text: &str, absent: &str| {
        if text.trim().is_empty() { absent.to_owned() } else { text.trim().to_owned() }
    };
    // When a paper copy was typed in says nothing of the day of the test.
    let (day, date) = match facts.paper_copy {
        Some(_) => ("Session", facts.paper.printed.session),
        None => ("Composée le", facts.ledger.started().map(|at| at.wall.date_naive())),
    };
    [
        ("Usage", facts.paper.usage.to_owned()),
        (day, date.map_or_else(|| "–".to_owned(), short_date)),
        ("Salle et poste", or(facts.seat, "non précisés")),
        ("Aménagement", or(facts.accommodation, "aucun")),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

/// A copy that was written on paper has no time to prove.
fn typing(words: &str) -> Vec<Block> {
    vec![
        heading("Copie papier"),
        Block::Paragraph(vec![Span::bold(words)]),
        Block::Note(vec![Span::plain(
            "Aucun temps n'est mesuré pendant la saisie : celui de l'épreuve est sur la feuille d'émargement. Le papier fait foi.",
        )]),
    ]
}

/// What became of the copy. Nothing is said verified that was not.
fn outcome(facts: &ReceiptFacts<'_>) -> Block {
    let on_paper = facts.paper_copy.is_some();
    let when = facts.ledger.closed().map(|(at, _)| {
        let day = long_date(at.wall.date_naive());
        if on_paper {
            format!(" – {day}")
        } else {
            format!(" – {day} à {}", clock_seconds(at.wall))
        }
    });
    let [missing, unverified, verified] = if on_paper { ON_PAPER } else { ON_SCREEN };
    let (tone, sign, words) = match (&when, facts.places) {
        (None, _) => (Tone::Bad, Sign::Cross, missing),
        (Some(_), 0) => (Tone::Partial, Sign::Half, unverified),
        (Some(_), _) => (Tone::Good, Sign::Check, verified),
    };
    let line = vec![Span::bold(words), Span::plain(when.unwrap_or_default())];
    Block::Frame(
        tone,
        vec![
            Block::Items(vec![(Some((sign, tone)), line)]),
            Block::Note(vec![Span::plain(counts(facts))]),
        ],
    )
}

fn counts(facts: &ReceiptFacts<'_>) -> String {
    format!(
        "Réponses : {} ; {}.",
        facts.answers.words(),
        if facts.places > 1 {
            format!("{} exemplaires vérifiés", facts.places)
        } else {
            format!("{} exemplaire vérifié", facts.places)
        }
    )
}

/// The fingerprint, and where two people sign that they compared it.
fn proof(facts: &ReceiptFacts<'_>) -> Vec<Block> {
    let (keeps, signatures) = if facts.paper_copy.is_some() {
        (
            "Le centre le garde avec le papier.",
            [
                "Saisie\nempreinte comparée, nom et signature :".to_owned(),
                "Seconde lecture\nempreinte comparée, nom et signature :".to_owned(),
            ],
        )
    } else {
        (
            "Le candidat le garde ; le centre en garde un double.",
            [
                format!("Candidat {}\nempreinte comparée, signature :", facts.candidate),
                "Surveillant\nempreinte comparée, nom et signature :".to_owned(),
            ],
        )
    };
    vec![
        Block::Heading {
            text: "Empreinte de la copie scellée".to_owned(),
            aside: "à comparer à voix haute, groupe par groupe".to_owned(),
        },
        groups_to_read(facts.fingerprint.iter().map(String::as_str)),
        Block::Note(vec![Span::plain(format!(
            "Copie : {}. Cet accusé ne contient aucune réponse. {keeps}",
            facts.file_name
        ))]),
        Block::Signatures(signatures.to_vec()),
    ]
}

#[cfg(test)]
mod tests;
