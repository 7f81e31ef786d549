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
    const OWN: [&str; 3] = [
        "une cellule porte un seul de number, text, date, blocked",
        "une tolérance s'écrit exact, {absolute: 0.5} ou {relative_percent: 1}",
        "les points se comptent par quarts, sans signe moins",
    ];
    OWN.into_iter().find(|own| text.contains(own)).map(|own| format!("{own}."))
}
