//! Longer names of figures told by their words: "`arrets_pannes_min`", "`pieces_mauvaises`".

use casdecole::domain::planning::effectiveness::StopKind;

use super::inputs::Field;

/// Words that tell what a name speaks of, the most telling first.
const WORDS: &[(Field, &[&str])] = &[
    (Field::Opening, &["ouverture"]),
    (
        Field::Stop(StopKind::SlowRunning),
        &["micro", "microarrets", "ralentissements", "ecart", "ecarts", "slow"],
    ),
    (Field::Rate, &["cadence", "rate", "vitesse"]),
    (Field::Cycle, &["cycle"]),
    (
        Field::Scrapped,
        &["mauvaises", "mauvais", "rebut", "rebuts", "rebutees", "rebutes", "rejets", "rejects"],
    ),
    (Field::Scrapped, &["defectueuses", "defectueux", "defects", "nc"]),
    (Field::Good, &["bonnes", "bons", "conformes", "good"]),
    (
        Field::Stop(StopKind::Planned),
        &["programmes", "planifies", "planned", "pause", "pauses", "repas", "nettoyage", "sous"],
    ),
    (Field::Stop(StopKind::Planned), &["reunion", "reunions", "breaks", "prevus"]),
    (
        Field::Stop(StopKind::Changeover),
        &["changement", "changements", "changeover", "changeovers", "serie", "series"],
    ),
    (
        Field::Stop(StopKind::Undergone),
        &["arret", "arrets", "panne", "pannes", "attente", "attentes", "reglage", "reglages"],
    ),
    (
        Field::Stop(StopKind::Undergone),
        &["imprevus", "subis", "manque", "manques", "down", "downtime", "breakdown", "stops"],
    ),
    (
        Field::Produced,
        &["produites", "produits", "produced", "realisees", "fabriquees", "production"],
    ),
];

/// Words that turn the one after them into its contrary.
const DENIALS: [&str; 3] = ["non", "un", "hors"];

/// What a normal name speaks of, by its words.
pub fn field_by_words(name: &str) -> Option<Field> {
    let words: Vec<&str> = name.split('_').collect();
    let denied = |rank: usize| {
        let before = rank.checked_sub(1).and_then(|rank| words.get(rank));
        before.is_some_and(|word| DENIALS.contains(word))
    };
    let said = |known: &[&str]| {
        words.iter().enumerate().any(|(rank, word)| known.contains(word) && !denied(rank))
    };
    let is_rate = words.iter().any(|word| ["taux", "pct", "prix", "cout"].contains(word));
    if is_rate {
        return None;
    }
    // One word alone only counts pieces.
    let counts = [Field::Produced, Field::Good, Field::Scrapped];
    let kept = |field: &Field| words.len() > 1 || counts.contains(field);
    WORDS.iter().find(|(field, known)| kept(field) && said(known)).map(|(field, _)| *field)
}
