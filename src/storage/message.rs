//! The messages of the YAML and JSON readers, in French.

use std::path::Path;

use super::StorageError;

/// The error of the YAML reader, with its place.
pub(super) fn yaml_error(path: &Path, error: &serde_yaml::Error) -> StorageError {
    let place = error.location().map(|at| format!("ligne {}, colonne {}", at.line(), at.column()));
    describe(path, &error.to_string()).at(place)
}

/// The error of the JSON reader, with its place.
pub(super) fn json_error(path: &Path, error: &serde_json::Error) -> StorageError {
    let place = format!("ligne {}, colonne {}", error.line(), error.column());
    if error.is_eof() {
        return StorageError::new(
            path,
            "le fichier est coupé avant sa fin.",
            "Reprenez une sauvegarde ou la copie de la clé USB.",
        )
        .at(Some(place));
    }
    describe(path, &error.to_string()).at(Some(place))
}

fn describe(path: &Path, text: &str) -> StorageError {
    let (message, remedy) = french(text);
    StorageError::new(path, message, remedy)
}

fn french(text: &str) -> (String, &'static str) {
    let quoted = |prefix: &str| {
        let rest = text.get(text.find(prefix)? + prefix.len()..)?;
        rest.split('`').next().map(|name| name.chars().take(60).collect::<String>())
    };
    // A message of our own types is already French.
    if let Some(twice) = written_twice(text) {
        return (twice, "Gardez-en une seule.");
    }
    if let Some(own) = own_message(text) {
        return (own, "Corrigez la valeur à cet endroit.");
    }
    if let Some(name) = quoted("missing field `") {
        return (format!("le champ « {name} » manque."), "Ajoutez-le au fichier.");
    }
    if let Some(name) = quoted("unknown field `") {
        return (
            format!("le champ « {name} » n'est pas connu."),
            "Corrigez son nom, ou mettez Cas d'école à jour.",
        );
    }
    if let Some(name) = quoted("unknown variant `") {
        return (format!("la valeur « {name} » n'est pas permise ici."), "Corrigez-la.");
    }
    if let Some(name) = quoted("duplicate field `") {
        return (format!("le champ « {name} » est donné deux fois."), "Gardez-en un seul.");
    }
    if text.contains("recursion limit") {
        return (
            "le document est imbriqué trop profondément.".to_owned(),
            "Vérifiez que le fichier vient de Cas d'école.",
        );
    }
    if text.contains("repetition limit") {
        return (
            "le document se répète sans fin (alias YAML).".to_owned(),
            "Retirez les ancres et alias, ou refusez ce fichier.",
        );
    }
    if text.contains("invalid type") || text.contains("invalid value") {
        return (
            "une valeur n'est pas de la sorte attendue (texte, nombre, liste…).".to_owned(),
            "Comparez avec un document qui s'ouvre.",
        );
    }
    (
        "l'écriture du document n'est pas valide : il est abîmé ou coupé.".to_owned(),
        "Vérifiez le retrait et la ponctuation de la ligne, ou reprenez une sauvegarde.",
    )
}

fn own_message(text: &str) -> Option<String> {
    const OWN: [&str; 4] = [
        "une cellule porte un seul de number, text, date, blocked",
        "une tolérance s'écrit exact, {absolute: 0.5} ou {relative_percent: 1}",
        "les points se comptent par quarts, sans signe moins",
        "un nom d'entrée est un texte ou un nombre",
    ];
    OWN.into_iter().find(|own| text.contains(own)).map(|own| format!("{own}."))
}

/// Two entries of planning data with one name: the name, and the entry that holds them both.
fn written_twice(text: &str) -> Option<String> {
    const BEFORE: &str = "l'entrée « ";
    const AFTER: &str = " » est écrite deux fois";
    let (path, rest) = text.split_once(BEFORE)?;
    let (name, _) = rest.rsplit_once(AFTER)?;
    let name: String = name.chars().take(60).collect();
    let within = data_path(path.trim_end().trim_end_matches(':'));
    Some(match within.as_str() {
        "" => format!("{BEFORE}{name}{AFTER}."),
        within => format!("{BEFORE}{name}{AFTER} dans « {within} »."),
    })
}

/// The path of the YAML reader as authors name a place of their data: from the sections on, ranks
/// of lists from 1. Empty at the root, and outside the data of a case.
fn data_path(read: &str) -> String {
    let within_data = match read.strip_prefix("document") {
        Some(inside) => inside.strip_prefix(".data").unwrap_or_default(),
        None => read,
    };
    let mut parts = within_data.trim_start_matches('.').split('[');
    let mut path = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rank = part
            .split_once(']')
            .and_then(|(rank, rest)| Some((rank.parse::<usize>().ok()?.checked_add(1)?, rest)));
        path = match rank {
            Some((rank, rest)) => format!("{path}.{rank}{rest}"),
            None => format!("{path}[{part}"),
        };
    }
    path.chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::super::document::{Kind, parse};
    use super::super::planning_files::parse_planning_text;
    use super::*;
    use crate::domain::case_study::CaseStudy;

    /// Place and message of the refusal of planning data.
    fn refusal(text: &str) -> (String, String) {
        let error = parse_planning_text(text).expect_err("refused");
        (error.place.unwrap_or_default(), error.message)
    }

    #[test]
    fn a_name_written_twice_is_said_with_the_place_of_the_second() {
        let (place, message) = refusal("articles:\n  PIED: {stock: 1}\n  A: 2\n  PIED: {}\n");
        assert_eq!(place, "ligne 4, colonne 3");
        assert_eq!(message, "l'entrée « PIED » est écrite deux fois dans « articles ».");
        let (place, message) = refusal("articles: {}\ndemande: {}\narticles: {}\n");
        assert_eq!(place, "ligne 3, colonne 1");
        assert_eq!(message, "l'entrée « articles » est écrite deux fois.");
        let routing = "gammes:\n  P:\n    - {poste: A}\n    - {poste: B, ts: 1, poste: C}\n";
        let (place, message) = refusal(routing);
        assert_eq!(place, "ligne 4, colonne 25");
        assert_eq!(message, "l'entrée « poste » est écrite deux fois dans « gammes.P.2 ».");
    }

    #[test]
    fn numbers_and_texts_are_the_same_name() {
        let (_, message) = refusal("demande: {1: 5, '1': 6}\n");
        assert_eq!(message, "l'entrée « 1 » est écrite deux fois dans « demande ».");
        let (_, message) = refusal("demande: {[1, 2]: 5}\n");
        assert_eq!(message, "un nom d'entrée est un texte ou un nombre.");
    }

    #[test]
    fn data_of_a_case_name_their_section_and_not_the_envelope() {
        let text = "format: casdecole/etude-de-cas\nversion: 1\ndocument:\n  data:\n    \
                    postes:\n      P1: {}\n      P1: {}\n";
        let path = Path::new("essai.cas.yaml");
        let error = parse::<CaseStudy>(path, text, Kind::Case).expect_err("refused");
        assert_eq!(error.place.as_deref(), Some("ligne 7, colonne 7"));
        assert_eq!(error.message, "l'entrée « P1 » est écrite deux fois dans « postes ».");
        assert_eq!(error.remedy, "Gardez-en une seule.");
    }
}
