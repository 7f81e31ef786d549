//! What the titles of a list mean.

use crate::domain::exam::decision::DecisionColumn;
use crate::domain::planning::expression::spelling::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Identifier,
    Name,
    FirstName,
    /// « Candidat », « Juré »: the identifier, or the name where another column has it.
    Person,
    Route,
    Organisation,
    /// An accommodation.
    Decision(DecisionColumn),
    /// Not understood.
    Unknown,
}

/// Words that change nothing to a title.
const LINKS: [&str; 18] = [
    "a",
    "accorde",
    "accordes",
    "accordee",
    "accordees",
    "au",
    "d",
    "de",
    "des",
    "du",
    "epreuve",
    "epreuves",
    "eventuel",
    "eventuels",
    "l",
    "la",
    "le",
    "les",
];

/// The titles of each column, without capitals, accents and links.
const TITLES: [(Field, &[&str]); 13] = [
    (
        Field::Identifier,
        &[
            "identifiant",
            "identifiants",
            "id",
            "n°",
            "nº",
            "no",
            "num",
            "numero",
            "matricule",
            "anonymat",
            "n° anonymat",
            "numero anonymat",
            "n° candidat",
            "nº candidat",
            "no candidat",
            "num candidat",
            "numero candidat",
            "id candidat",
            "identifiant candidat",
            "code candidat",
            "n° jure",
            "numero jure",
            "identifiant jure",
        ],
    ),
    (Field::Person, &["candidat", "candidate", "candidats", "jure", "juree", "jures"]),
    (
        Field::Name,
        &[
            "nom",
            "noms",
            "name",
            "nom prenom",
            "nom prenoms",
            "nom et prenom",
            "nom et prenoms",
            "noms et prenoms",
            "prenom nom",
            "prenom et nom",
            "nom complet",
            "nom candidat",
            "nom jure",
            "apprenant",
            "stagiaire",
        ],
    ),
    (Field::FirstName, &["prenom", "prenoms", "first name"]),
    (Field::Route, &["parcours", "voie", "acces", "voie acces", "route"]),
    (
        Field::Organisation,
        &[
            "employeur",
            "employeur ou centre",
            "centre",
            "entreprise",
            "organisme",
            "organisation",
            "societe",
            "structure",
        ],
    ),
    (
        Field::Decision(DecisionColumn::Words),
        &[
            "amenagement",
            "amenagements",
            "accommodation",
            "extra",
            "remarque",
            "remarques",
            "observation",
            "observations",
            "commentaire",
            "commentaires",
            "mesure",
            "mesures",
            "besoins",
        ],
    ),
    (
        Field::Decision(DecisionColumn::ThirdTime),
        &["tiers temps", "tiers tps", "1 3 temps", "1 3", "tiers temps mdph"],
    ),
    (
        Field::Decision(DecisionColumn::ExtraTime),
        &[
            "temps majore",
            "majoration",
            "majoration temps",
            "temps",
            "extra time",
            "temps supplementaire",
            "temps additionnel",
            "temps en plus",
        ],
    ),
    (
        Field::Decision(DecisionColumn::TextSize),
        &["texte", "taille texte", "taille caracteres", "agrandissement"],
    ),
    (
        Field::Decision(DecisionColumn::Contrast),
        &["contraste", "contraste eleve", "fort contraste"],
    ),
    (Field::Decision(DecisionColumn::SpacedReading), &["lecture espacee", "dyslexie"]),
    (
        Field::Decision(DecisionColumn::SpellCheck),
        &["correcteur", "correcteur orthographique", "orthographe"],
    ),
];

impl Field {
    /// What a title names.
    pub(super) fn named(title: &str) -> Self {
        // « Candidat(e) », « Tiers temps (oui ou non) ».
        let folded = fold(title.split('(').next().unwrap_or_default());
        let is_kept = |c: char| c.is_alphanumeric() || c == '°';
        let spaced: String = folded.chars().map(|c| if is_kept(c) { c } else { ' ' }).collect();
        let words: Vec<&str> =
            spaced.split_whitespace().filter(|word| !LINKS.contains(word)).collect();
        let words = words.join(" ");
        let known = TITLES.iter().find(|(_, titles)| titles.contains(&words.as_str()));
        known.map_or(Self::Unknown, |(field, _)| *field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_understood_whatever_their_capitals_accents_and_links() {
        for (title, field) in [
            ("N° de candidat", Field::Identifier),
            ("Candidat(e)", Field::Person),
            ("NOM / Prénom", Field::Name),
            ("Voie d'accès", Field::Route),
            ("Aménagement(s) d’épreuve", Field::Decision(DecisionColumn::Words)),
            ("Observations", Field::Decision(DecisionColumn::Words)),
            ("Tiers-temps (oui/non)", Field::Decision(DecisionColumn::ThirdTime)),
            ("Majoration du temps", Field::Decision(DecisionColumn::ExtraTime)),
            ("Taille du texte", Field::Decision(DecisionColumn::TextSize)),
            ("extra_time", Field::Decision(DecisionColumn::ExtraTime)),
            ("Temps de trajet", Field::Unknown),
            ("", Field::Unknown),
        ] {
            assert_eq!(Field::named(title), field, "{title}");
        }
    }
}
