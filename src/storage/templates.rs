//! Competence templates: built in, and overridden or completed by those of a folder.

use std::path::Path;

use super::bundled::bundled_templates;
use super::document::{self, Kind};
use super::{StorageError, StorageResult};
use crate::domain::diagnostic::has_errors;
use crate::domain::framework::{Catalogue, Qualification};

/// Reads one template and checks it.
///
/// # Errors
/// When it cannot be read or contradicts itself.
pub fn read_template(path: &Path) -> StorageResult<Qualification> {
    checked(path, document::read(path, Kind::Template)?)
}

/// The built-in templates, then those of a folder and of its subfolders (`*.yaml` that are
/// templates); those that cannot be used are reported and left out.
pub fn load_catalogue(folder: Option<&Path>) -> (Catalogue, Vec<StorageError>) {
    let mut catalogue = Catalogue::default();
    let mut problems = Vec::new();
    for (path, text) in bundled_templates() {
        let template = document::parse(path, text, Kind::Template);
        match template.and_then(|template| checked(path, template)) {
            Ok(template) => catalogue.install(template),
            Err(problem) => problems.push(problem),
        }
    }
    let Some(folder) = folder else { return (catalogue, problems) };
    if !folder.is_dir() {
        problems.push(StorageError::new(
            folder,
            "le dossier des référentiels est introuvable.",
            "Corrigez son chemin ; seuls les référentiels du programme sont employés.",
        ));
        return (catalogue, problems);
    }
    for path in template_files(folder) {
        match read_template(&path) {
            Ok(template) => catalogue.install(template),
            Err(problem) => problems.push(problem),
        }
    }
    (catalogue, problems)
}

/// Files that call themselves templates, in the folder and one level below.
fn template_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = |folder: &Path| {
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        paths.sort();
        paths
    };
    let is_yaml = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|e| e == "yaml" || e == "yml")
            && !path.to_string_lossy().ends_with(".cas.yaml")
    };
    let mut files = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            files.extend(entries(&path).into_iter().filter(is_yaml));
        } else if is_yaml(&path) {
            files.push(path);
        }
    }
    files
}

fn checked(path: &Path, template: Qualification) -> StorageResult<Qualification> {
    let problems = template.diagnostics();
    match problems.first() {
        Some(first) if has_errors(&problems) => {
            Err(StorageError::new(path, format!("le référentiel n'est pas cohérent – {first}"), ""))
        }
        _ => Ok(template),
    }
}
