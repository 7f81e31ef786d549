//! The sheet of codes, for the invigilator alone: codes, how to begin, what to do in an incident.

use super::room_paper::{RoomPaper, groups_to_read, heading};
use crate::domain::exam::room_label;
use crate::domain::french::{duration, long_date};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, Chip, ColumnWidth, Document, Table, TableCell, TableColumn, TableRow, Tone,
};

/// Name of the document.
const NAME: &str = "Codes de la salle";

/// What the sheet of codes says.
#[derive(Debug, Clone, Copy)]
pub struct RoomCodes<'a> {
    /// The first paper of the session, for the frame of the pages.
    pub paper: RoomPaper<'a>,
    /// Title of the session.
    pub session: &'a str,
    /// The room; empty when it is not known.
    pub room: &'a str,
    /// Number of candidates.
    pub candidates: usize,
    /// Opening code of each paper.
    pub papers: &'a [PaperCode<'a>],
    /// Code of the invigilator's panel, its groups between spaces or dashes.
    pub room_code: &'a str,
}

/// The opening code of one paper.
#[derive(Debug, Clone, Copy)]
pub struct PaperCode<'a> {
    /// Name of the paper ("Étude de cas").
    pub label: &'a str,
    /// Title of its subject.
    pub title: &'a str,
    /// Duration in minutes.
    pub minutes: u32,
    /// The code, its groups between spaces or dashes.
    pub code: &'a str,
}

const BEGIN: [&str; 5] = [
    "Sur chaque poste, ouvrez le sujet et vérifiez avec le candidat son identifiant et le temps accordé.",
    "Quand tous sont prêts, dites le code d'ouverture à voix haute, groupe par groupe. Un code faux est refusé sans rien changer.",
    "Le temps de chaque candidat part quand il commence ; l'heure de fin s'affiche sur son écran.",
    "Un candidat arrive en retard : ouvrez le panneau du surveillant sur son poste, notez le retard et dites s'il est rendu.",
    "À la remise, comparez l'empreinte à voix haute avec le candidat, puis signez son accusé.",
];

const INCIDENTS: [(&str, &str); 6] = [
    (
        "Alarme, évacuation",
        "Panneau du surveillant, Suspendre, avec la raison. Reprendre au retour : le temps est rendu et la fin reculée d'autant.",
    ),
    (
        "Programme fermé, poste redémarré",
        "Ouvrez à nouveau le sujet sur le même poste, avec le même code : la copie reprend au dernier mot et le temps perdu est rendu.",
    ),
    (
        "Poste en panne",
        "Portez la clé USB de la copie sur un autre poste et ouvrez-y le sujet avec le même code : la copie et le temps restant suivent.",
    ),
    (
        "Bandeau d'enregistrement",
        "Les réponses restent à l'écran : ne fermez rien, libérez le disque ou proposez la clé USB.",
    ),
    (
        "Temps à donner",
        "Panneau du surveillant, Prolonger, pour un candidat ou pour tous, avec la raison.",
    ),
    (
        "Tout autre incident",
        "Panneau du surveillant, Incident : une phrase suffit, elle figure sur l'accusé.",
    ),
];

/// The sheet of codes.
pub fn room_codes_document(codes: &RoomCodes<'_>) -> Document {
    let mut blocks = vec![
        Block::Kicker(codes.session.to_owned()),
        Block::Title(NAME.to_owned()),
        Block::ChipLine(
            Chip { sign: None, text: "À ne pas afficher".to_owned(), tone: Tone::Bad },
            vec![Span::plain(
                "Pour le surveillant seul. Gardez cette feuille sur vous ; détruisez-la après la session.",
            )],
        ),
        Block::Facts(facts(codes)),
    ];
    blocks.extend(codes.papers.iter().map(opening_code));
    blocks.push(Block::Together(vec![
        heading("Code de la salle"),
        Block::Paragraph(vec![
            Span::plain("Il ouvre le panneau du surveillant. "),
            Span::bold("Ne le dites à personne."),
        ]),
        groups_to_read(groups(codes.room_code)),
    ]));
    blocks.push(heading("Pour commencer"));
    let steps = BEGIN.iter().map(|step| (None, vec![Span::plain(*step)]));
    blocks.push(Block::Items(steps.collect()));
    blocks.push(heading("En cas d'incident"));
    blocks.push(Block::Table(incidents()));
    codes.paper.document(NAME, "surveillant", blocks)
}

fn facts(codes: &RoomCodes<'_>) -> Vec<(String, String)> {
    let date = codes.paper.printed.session.map_or_else(|| "–".to_owned(), long_date);
    let room = room_label(codes.room);
    let room = if room.is_empty() { "non précisée" } else { room };
    [
        ("Date", date),
        ("Salle", room.to_owned()),
        ("Candidats", codes.candidates.to_string()),
        ("Épreuves", codes.papers.len().to_string()),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

fn opening_code(paper: &PaperCode<'_>) -> Block {
    Block::Together(vec![
        Block::Heading {
            text: format!("{} – code d'ouverture", paper.label),
            aside: duration(paper.minutes),
        },
        Block::Paragraph(vec![
            Span::plain(format!("« {} ». ", paper.title)),
            Span::plain("À dire à voix haute au début de l'épreuve, pas avant."),
        ]),
        groups_to_read(groups(paper.code)),
    ])
}

fn incidents() -> Table {
    let rows = INCIDENTS
        .iter()
        .map(|(what, to_do)| TableRow::Cells(vec![TableCell::bold(*what), TableCell::text(*to_do)]))
        .collect();
    Table {
        columns: vec![
            TableColumn::left("Incident", ColumnWidth::Fixed(46.0)),
            TableColumn::left("Que faire", ColumnWidth::Share(1.0)),
        ],
        rows,
        ..Table::default()
    }
}

/// The groups of a code, as it is read aloud.
fn groups(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–'))
        .filter(|group| !group.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::room_paper::samples::{paper, words};
    use super::*;

    #[test]
    fn the_sheet_gives_each_code_in_groups_and_says_what_to_do() {
        let code = |label, title, minutes, code| PaperCode { label, title, minutes, code };
        let papers = [
            code("Étude de cas", "Lampe LB40", 120, "48271-93605"),
            code("Questionnaire professionnel", "Gestion", 20, "77120 44018"),
        ];
        let document = room_codes_document(&RoomCodes {
            paper: paper(),
            session: "Session de mars",
            room: "",
            candidates: 12,
            papers: &papers,
            room_code: "KQ7F-2M9T",
        });
        let words = words(&document);
        for line in [
            "À ne pas afficher Pour le surveillant seul.",
            "Salle : non précisée",
            "Candidats : 12",
            "Étude de cas – code d'ouverture 2 h 00",
            "groupe 1 48271\ngroupe 2 93605",
            "Questionnaire professionnel – code d'ouverture 0 h 20",
            "groupe 1 77120\ngroupe 2 44018",
            "groupe 1 KQ7F\ngroupe 2 2M9T",
            "Quand tous sont prêts, dites le code d'ouverture à voix haute",
            "Poste en panne | Portez la clé USB",
        ] {
            assert!(words.contains(line), "{line} in\n{words}");
        }
        let opening = words.find("48271").expect("the code");
        assert!(words.find("KQ7F").expect("the other code") > opening);
    }
}
