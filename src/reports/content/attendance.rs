//! The attendance sheet: one line a candidate, signed on arrival and at hand-in.

use chrono::{DateTime, FixedOffset};

use super::room_paper::RoomPaper;
use crate::domain::exam::{Allowance, room_words, short_duration};
use crate::domain::french::{clock_minutes, duration, long_date};
use crate::domain::identifier::CandidateId;
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, CellContent, ColumnWidth, Document, Orientation, Table, TableCell, TableColumn,
    TableRow, TableStyle, Tone,
};

/// Name of the document.
const NAME: &str = "Feuille d'émargement";
/// Heads over the two times and the two signatures.
const ARRIVAL: &str = "Entrée";
const HAND_IN: &str = "Remise de la copie";
/// White space, in points, that brings a paragraph down to the line of the title beside it.
const BESIDE_TITLE: f32 = 9.3;

/// What the attendance sheet says of one candidate.
#[derive(Debug, Clone)]
pub struct AttendanceLine<'a> {
    /// Identifier.
    pub candidate: &'a CandidateId,
    /// Name and first name.
    pub name: &'a str,
    /// Their PC; empty is left to be filled by hand.
    pub seat: &'a str,
    /// The accommodation in words ([`crate::domain::exam::Accommodation::label`]); empty when there is
    /// none.
    pub accommodation: String,
    /// Time for the paper.
    pub allowance: Allowance,
    /// When they began; `None` is left to be filled by hand.
    pub arrived: Option<DateTime<FixedOffset>>,
    /// When they handed in; `None` is left to be filled by hand.
    pub handed_in: Option<DateTime<FixedOffset>>,
    /// Known not to have come.
    pub absent: bool,
}

/// The attendance sheet of a paper, empty to be signed or filled with what is known.
pub fn attendance_document(
    paper: RoomPaper<'_>,
    room: &str,
    lines: &[AttendanceLine<'_>],
) -> Document {
    let about = vec![Block::Space(BESIDE_TITLE), Block::Paragraph(about(paper, room, lines.len()))];
    let blocks = vec![
        Block::Columns(vec![(0.31, vec![Block::Title(NAME.to_owned())]), (0.69, about)]),
        Block::Table(table(lines)),
        Block::Columns(vec![
            (1.0, vec![count_box("Présents")]),
            (1.0, vec![count_box("Absents")]),
            (1.1, vec![count_box("Copies reçues")]),
            (1.6, vec![invigilator_box()]),
        ]),
        Block::Note(vec![Span::plain(
            "Sur la copie figure l'identifiant seul. Fin : heure d'entrée + temps accordé ; toute interruption s'y ajoute (voir l'accusé de remise du candidat).",
        )]),
    ];
    let mut document = paper.document(NAME, "", blocks);
    document.frame.orientation = Orientation::Landscape;
    document
}

/// What is sat, when, where and by how many, on the line of the title.
fn about(paper: RoomPaper<'_>, room: &str, candidates: usize) -> Vec<Span> {
    let date = paper.printed.session.map_or_else(|| "…… / …… / ………".to_owned(), long_date);
    let room = room_words(room);
    let room = if room.is_empty() { "salle ………" } else { room.as_str() };
    let many = if candidates > 1 { "s" } else { "" };
    vec![
        Span::plain(format!("« {} » – ", paper.title)),
        Span::bold(date),
        Span::plain(format!(
            ", début … h …, durée {} – {room} – {candidates} candidat{many}",
            duration(paper.minutes)
        )),
    ]
}

/// Where a count is written by hand.
fn count_box(label: &str) -> Block {
    Block::Frame(
        Tone::Ink,
        vec![Block::Paragraph(vec![Span::bold(label.to_owned())]), Block::Space(14.0)],
    )
}

/// Where the invigilator signs.
fn invigilator_box() -> Block {
    Block::Frame(
        Tone::Ink,
        vec![
            Block::Paragraph(vec![Span::bold("Surveillant")]),
            Block::Note(vec![Span::plain("Nom, signature :")]),
            Block::Space(10.0),
        ],
    )
}

fn table(lines: &[AttendanceLine<'_>]) -> Table {
    let fixed = |head: &str, width: f32| TableColumn::left(head, ColumnWidth::Fixed(width));
    Table {
        columns: vec![
            TableColumn::right("N°", ColumnWidth::Fixed(9.0)),
            fixed("Identifiant", 20.0),
            TableColumn::left("Nom et prénom", ColumnWidth::Share(1.0)),
            TableColumn::right("Poste", ColumnWidth::Fixed(13.0)),
            fixed("Temps accordé, aménagement", 44.0),
            fixed("Heure", 21.0).under(ARRIVAL),
            fixed("Signature", 40.0).under(ARRIVAL),
            fixed("Heure", 21.0).under(HAND_IN),
            fixed("Signature", 40.0).under(HAND_IN),
        ],
        rows: lines.iter().enumerate().map(|(index, line)| row(index + 1, line)).collect(),
        style: TableStyle::Filling,
        ..Table::default()
    }
}

fn row(number: usize, line: &AttendanceLine<'_>) -> TableRow {
    let clock = |moment: Option<DateTime<FixedOffset>>| moment.map(clock_minutes);
    let arrived = if line.absent { Some("absent".to_owned()) } else { clock(line.arrived) };
    let mut time =
        vec![CellContent::Text(vec![Span::bold(short_duration(line.allowance.milliseconds()))])];
    if !line.accommodation.trim().is_empty() {
        time.push(CellContent::Text(vec![Span::plain(line.accommodation.trim())]));
    }
    TableRow::Cells(vec![
        TableCell::text(number.to_string()),
        TableCell::bold(line.candidate.as_str()),
        TableCell::text(line.name),
        TableCell::text(line.seat),
        TableCell { content: time, ..TableCell::default() },
        TableCell::text(arrived.unwrap_or_default()),
        TableCell::text(""),
        TableCell::text(clock(line.handed_in).unwrap_or_default()),
        TableCell::text(""),
    ])
}

#[cfg(test)]
mod tests {
    use super::super::room_paper::samples::{paper, words};
    use super::*;
    use crate::domain::exam::{Accommodation, ExtraTime};

    fn line(candidate: &CandidateId, extra: ExtraTime) -> AttendanceLine<'_> {
        AttendanceLine {
            candidate,
            name: "Caradec Inès",
            seat: "",
            accommodation: String::new(),
            allowance: Allowance { minutes: 100, extra },
            arrived: None,
            handed_in: None,
            absent: false,
        }
    }

    #[test]
    fn each_candidate_has_a_line_to_sign_with_the_time_granted() {
        let (first, second, third) = ("C-01".into(), "C-02".into(), "C-03".into());
        let at = |time| DateTime::parse_from_rfc3339(time).expect("a time");
        let granted = Accommodation::read("tiers temps, texte 175 %, lecteur").expect("read");
        let lines = [
            line(&first, ExtraTime::None),
            AttendanceLine {
                seat: "14",
                accommodation: granted.as_ref().map(Accommodation::label).unwrap_or_default(),
                arrived: Some(at("2027-03-11T09:02:10+01:00")),
                handed_in: Some(at("2027-03-11T11:15:00+01:00")),
                ..line(&second, ExtraTime::Fraction { part: 1, whole: 3 })
            },
            AttendanceLine { absent: true, ..line(&third, ExtraTime::None) },
        ];
        let document = attendance_document(paper(), "B 12", &lines);
        let words = words(&document);
        for expected in [
            "Feuille d'émargement",
            "« Lampe LB40 » – jeudi 11 mars 2027, début … h …, durée 2 h 00 – salle B 12 – 3 candidats",
            "| Poste | Temps accordé, aménagement | Entrée : Heure | Entrée : Signature | Remise de la copie : Heure |",
            "1 | C-01 | Caradec Inès |  | 1 h 40 |  |  |  | ",
            "2 | C-02 | Caradec Inès | 14 | 2 h 13 min 20 s / tiers temps, texte 175 % – à assurer par le centre : lecteur | 9 h 02 |  | 11 h 15 | ",
            "3 | C-03 | Caradec Inès |  | 1 h 40 | absent |  |  | ",
            "Copies reçues",
            "Surveillant\nNom, signature :",
        ] {
            assert!(words.contains(expected), "{expected} in\n{words}");
        }
        let named = self::words(&attendance_document(paper(), "Salle 4", &lines));
        assert!(named.contains("durée 2 h 00 – Salle 4 – 3 candidats"), "{named}");
        assert_eq!(document.frame.header_left.1, " – ZINV CCP 2, examen blanc");
        assert_eq!(document.frame.orientation, Orientation::Landscape);
    }
}
