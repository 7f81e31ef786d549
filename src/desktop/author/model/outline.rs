//! The list of the elements of a case, with what is wrong in each.

use std::collections::HashMap;

use super::search::{dossier_words, exhibit_words, fold, question_words};
use super::{Spot, counted};
use crate::domain::case_study::CaseStudy;
use crate::domain::diagnostic::{Diagnostic, Severity};

/// Problems of one element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ProblemCount {
    /// Those that forbid an exam.
    pub errors: usize,
    /// Those to look at.
    pub warnings: usize,
}

impl ProblemCount {
    /// Number of all problems.
    pub const fn total(self) -> usize {
        self.errors + self.warnings
    }

    /// « 2 erreurs, 1 avertissement »; empty when there is none.
    pub fn words(self) -> String {
        let parts = [
            (self.errors, "erreur", "erreurs"),
            (self.warnings, "avertissement", "avertissements"),
        ];
        let filled = parts.into_iter().filter(|(count, ..)| *count > 0);
        let words: Vec<String> =
            filled.map(|(count, one, many)| counted(count, one, many)).collect();
        words.join(", ")
    }

    /// Counts problems.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut count = Self::default();
        for diagnostic in diagnostics {
            count.add(diagnostic.severity);
        }
        count
    }

    /// Counts one more.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }
}

/// Counts the problems of each element.
pub fn count_problems(diagnostics: &[Diagnostic]) -> HashMap<Spot, ProblemCount> {
    let mut counts: HashMap<Spot, ProblemCount> = HashMap::new();
    for diagnostic in diagnostics {
        let Some(spot) = Spot::of(&diagnostic.place.element) else { continue };
        if matches!(spot, Spot::Exhibit(_)) {
            counts.entry(Spot::Exhibits).or_default().add(diagnostic.severity);
        }
        counts.entry(spot).or_default().add(diagnostic.severity);
    }
    counts
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineLine {
    /// The element.
    pub spot: Spot,
    /// Number before its name.
    pub number: Option<String>,
    /// Its name.
    pub text: String,
    /// A count or a time after its name.
    pub trailing: Option<String>,
    /// What is wrong in it.
    pub problems: ProblemCount,
    /// Its words, folded, for the search.
    words: String,
}

impl OutlineLine {
    /// Whether the line holds the words looked for.
    pub fn matches(&self, wanted: &str) -> bool {
        let wanted = fold(wanted.trim());
        wanted.is_empty() || self.words.contains(&wanted)
    }
}

/// The lines of a case, in order.
pub fn outline(case: &CaseStudy, problems: &HashMap<Spot, ProblemCount>) -> Vec<OutlineLine> {
    let mut writer = Writer { problems, lines: Vec::new() };
    let header = format!("{} {}", case.title, case.author);
    writer.line(Spot::Identity, (None, "Identité"), None, &header);
    writer.line(Spot::Context, (None, "Contexte"), None, &case.context);
    let rules = [&case.instructions, &case.materials.allowed, &case.materials.forbidden]
        .map(|lines| lines.join("\n"));
    writer.line(Spot::Instructions, (None, "Consignes et matériel"), None, &rules.join("\n"));
    writer.line(Spot::Data, (None, "Données et calculs"), None, "");
    let count = Some(case.exhibits.len().to_string());
    writer.line(Spot::Exhibits, (None, "Annexes"), count, "");
    for (index, exhibit) in case.exhibits.iter().enumerate() {
        let name = (Some(index + 1), titled(&exhibit.title));
        writer.line(Spot::Exhibit(exhibit.id.clone()), name, None, &exhibit_words(exhibit));
    }
    let mut rank = 0;
    for (index, dossier) in case.dossiers.iter().enumerate() {
        let title = format!("Dossier {}, {}", index + 1, titled(&dossier.title));
        let minutes = Some(dossier.minutes().to_string());
        let spot = Spot::Dossier(dossier.id.clone());
        writer.line(spot, (None, &title), minutes, &dossier_words(dossier));
        for question in &dossier.questions {
            rank += 1;
            let name = (Some(rank), titled(&question.title));
            let minutes = Some(question.minutes.to_string());
            let spot = Spot::Question(question.id.clone());
            writer.line(spot, name, minutes, &question_words(question));
        }
    }
    writer.line(Spot::Framework, (None, "Référentiel"), None, "");
    writer.lines
}

fn titled(title: &str) -> &str {
    if title.trim().is_empty() { "Sans titre" } else { title }
}

struct Writer<'a> {
    problems: &'a HashMap<Spot, ProblemCount>,
    lines: Vec<OutlineLine>,
}

impl Writer<'_> {
    fn line(
        &mut self,
        spot: Spot,
        (number, text): (Option<usize>, &str),
        trailing: Option<String>,
        words: &str,
    ) {
        let problems = self.problems.get(&spot).copied().unwrap_or_default();
        let words = fold(&format!("{text}\n{words}"));
        let number = number.map(|number| number.to_string());
        self.lines.push(OutlineLine {
            spot,
            number,
            text: text.to_owned(),
            trailing,
            problems,
            words,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::case;
    use super::*;
    use crate::domain::diagnostic::Element;

    #[test]
    fn questions_are_numbered_through_the_dossiers() {
        let lines = outline(&case(), &HashMap::new());
        let numbers: Vec<_> = lines
            .iter()
            .filter(|line| matches!(line.spot, Spot::Question(_)))
            .filter_map(|line| line.number.clone())
            .collect();
        assert_eq!(numbers, ["1", "2", "3"]);
        let spots: Vec<_> = lines.into_iter().map(|line| line.spot).collect();
        assert_eq!(spots, Spot::order(&case()));
    }

    #[test]
    fn the_search_reads_statements_without_accents() {
        let mut case = case();
        if let Some(question) = case.dossiers.iter_mut().flat_map(|d| &mut d.questions).next() {
            question.statement = "Calculez le délai de réapprovisionnement.".to_owned();
        }
        let lines = outline(&case, &HashMap::new());
        let found: Vec<_> = lines.iter().filter(|line| line.matches(" REAPPRO ")).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found.first().map(|line| &line.spot), Some(&Spot::Question("Q3".into())));
        assert!(lines.iter().all(|line| line.matches("  ")));
    }

    #[test]
    fn problems_are_counted_by_element_and_for_all_exhibits() {
        let diagnostics = [
            Diagnostic::error(Element::Exhibit("A5".into()), "a", "b"),
            Diagnostic::warning(Element::Exhibit("A5".into()), "a", "b"),
            Diagnostic::warning(Element::Coverage, "a", "b"),
        ];
        let counts = count_problems(&diagnostics);
        let words = |spot: Spot| counts.get(&spot).copied().unwrap_or_default().words();
        assert_eq!(words(Spot::Exhibit("A5".into())), "1 erreur, 1 avertissement");
        assert_eq!(words(Spot::Exhibits), "1 erreur, 1 avertissement");
        assert_eq!(words(Spot::Identity), "");
    }
}
