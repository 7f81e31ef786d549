//! What `session prepare` understood of the list: a table to compare with the convocations, for a
//! wrong time is seen there or in the room.

use crate::domain::exam::{Accommodation, Candidate, Session, short_duration};

/// The table, and what to compare it with; `minutes` are the durations of the papers.
pub(super) fn understood(session: &Session, minutes: &[u32]) -> String {
    let is_noted = session.candidates.iter().any(|one| !noted(one).is_empty());
    let mut rows = vec![head(session, is_noted)];
    rows.extend(session.candidates.iter().map(|one| row(one, minutes, is_noted)));
    format!(
        "Compris ainsi, à comparer avec les convocations et les décisions d'aménagement avant \
         d'imprimer :\n{}",
        in_columns(&rows)
    )
}

fn head(session: &Session, is_noted: bool) -> Vec<String> {
    let papers = session.papers();
    let mut head = vec!["Identifiant".to_owned(), "Nom".to_owned()];
    head.extend(papers.iter().map(|paper| match papers.len() {
        1 => "Temps accordé".to_owned(),
        _ => format!("Temps accordé, {}", paper.label),
    }));
    head.extend(["Temps en plus", "À l'écran"].map(str::to_owned));
    head.extend(is_noted.then(|| "Noté, sans effet".to_owned()));
    head
}

fn row(candidate: &Candidate, minutes: &[u32], is_noted: bool) -> Vec<String> {
    let granted = candidate.accommodation.clone().unwrap_or_default();
    let mut row = vec![candidate.id.to_string(), candidate.name.clone()];
    let times = minutes.iter().map(|minutes| candidate.allowance(*minutes).milliseconds());
    row.extend(times.map(short_duration));
    row.extend([granted.time_label(), granted.on_screen()]);
    row.extend(is_noted.then(|| noted(candidate).to_owned()));
    row.into_iter().map(|cell| if cell.is_empty() { "–".to_owned() } else { cell }).collect()
}

/// What is granted to a candidate in words alone.
fn noted(candidate: &Candidate) -> &str {
    candidate.accommodation.as_ref().map_or("", Accommodation::noted)
}

/// Rows whose cells stand under each other.
fn in_columns(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths);
        let cells: Vec<String> = cells.map(|(cell, &width)| format!("{cell:<width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::Paper;
    use crate::domain::exam::samples::session_of;

    fn session(candidates: &str, other_papers: Vec<Paper>) -> Session {
        Session { other_papers, ..session_of(candidates) }
    }

    fn lines(session: &Session, minutes: &[u32]) -> Vec<String> {
        let table = understood(session, minutes).replace('\u{a0}', " ");
        table.lines().skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn each_candidate_has_a_line_with_their_time() {
        let list = "C-01;Nadia Belkacem;;tiers temps, texte 175 %, contraste\nC-02;Léa\n";
        assert_eq!(
            lines(&session(list, Vec::new()), &[120]),
            [
                "Identifiant  Nom             Temps accordé  Temps en plus  À l'écran",
                "C-01         Nadia Belkacem  2 h 40         tiers temps    texte 175 %, contraste \
                 élevé",
                "C-02         Léa             2 h 00         –              –",
            ]
        );
        let said = understood(&session(list, Vec::new()), &[120]);
        assert!(said.contains("à comparer avec les convocations"), "{said}");
    }

    #[test]
    fn other_papers_and_words_without_effect_have_a_column() {
        let paper = Paper {
            id: "E2".into(),
            label: "QP".to_owned(),
            case_file: String::new(),
            subject_file: String::new(),
        };
        let said = lines(&session("C-01;A;;+ 30 min, secrétaire\n", vec![paper]), &[120, 30]);
        let head = said.first().expect("titles");
        assert!(head.contains("Temps accordé, Étude de cas  Temps accordé, QP"), "{head}");
        assert!(head.ends_with("Noté, sans effet"), "{head}");
        let row = said.get(1).expect("a candidate");
        assert!(row.contains("2 h 30") && row.contains("1 h 00"), "{row}");
        assert!(row.ends_with("secrétaire"), "{row}");
    }
}
