//! The choice of a titre and of a scheme for a new case: the model, apart from its drawing.

mod panel;

use std::path::{Path, PathBuf};

use super::model::scheme_words;
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::identifier::SchemeId;
use crate::storage::{Preferences, StorageError};

/// End of the name of a case.
const END: &str = ".cas.yaml";
/// Name proposed for a case whose title gives none.
const USUAL_NAME: &str = "etude-de-cas";

/// A new case, as chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Sigle of the titre.
    pub qualification: String,
    /// Scheme.
    pub scheme: SchemeId,
    /// Title.
    pub title: String,
    /// File to write.
    pub path: PathBuf,
}

/// What the trainer chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewCaseChoice {
    /// Create this case.
    Create(NewCase),
    /// Create nothing.
    Cancel,
}

impl NewCaseChoice {
    /// The case to create, if one was chosen.
    pub fn into_case(self) -> Option<NewCase> {
        match self {
            Self::Create(case) => Some(case),
            Self::Cancel => None,
        }
    }
}

/// The form where a trainer chooses the frame of a new case.
#[derive(Debug, Clone, Default)]
pub struct NewCaseForm {
    qualification: usize,
    scheme: Option<SchemeId>,
    title: String,
    path: String,
    /// Whether the path was chosen by the person: then the title no longer changes it.
    path_is_chosen: bool,
    /// Why the case could not be created.
    problem: Option<StorageError>,
    /// The title has not taken the focus yet.
    is_shown: bool,
}

impl NewCaseForm {
    /// Shows why the case could not be created, until something changes.
    pub fn show_problem(&mut self, problem: Option<&StorageError>) {
        self.problem = problem.cloned();
    }

    fn qualification<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Qualification> {
        catalogue.qualifications().get(self.qualification)
    }

    /// The scheme chosen: the first one with a written case until one is.
    fn scheme<'a>(&self, catalogue: &'a Catalogue) -> Option<(&'a Qualification, &'a ExamScheme)> {
        let qualification = self.qualification(catalogue)?;
        let chosen = self.scheme.as_ref().and_then(|id| qualification.scheme(id));
        let chosen = chosen.filter(|scheme| scheme.written_case().is_some());
        let first = || qualification.schemes.iter().find(|s| s.written_case().is_some());
        Some((qualification, chosen.or_else(first)?))
    }

    fn choose_qualification(&mut self, rank: usize) {
        self.qualification = rank;
        self.scheme = None;
    }

    /// A new title: until a file is chosen, it names the file.
    fn write_title(&mut self, title: String, preferences: &Preferences) {
        self.title = title;
        if !self.path_is_chosen {
            self.path = self.proposed(preferences).display().to_string();
        }
    }

    fn write_path(&mut self, path: String) {
        self.path_is_chosen = !path.trim().is_empty();
        self.path = path;
    }

    /// The file proposed: named after the title, in the folder used last.
    fn proposed(&self, preferences: &Preferences) -> PathBuf {
        usual_folder(preferences).join(format!("{}{END}", file_name(&self.title)))
    }

    /// The case to create, or what is missing.
    fn choice(&self, catalogue: &Catalogue) -> Result<NewCase, &'static str> {
        let (qualification, scheme) = self
            .scheme(catalogue)
            .ok_or("Aucun dispositif de ce titre n'a de mise en situation écrite.")?;
        let title = self.title.trim();
        if title.is_empty() {
            return Err("Donnez un titre à l'étude de cas.");
        }
        if self.path.trim().is_empty() {
            return Err("Choisissez le fichier à écrire.");
        }
        Ok(NewCase {
            qualification: qualification.sigle.clone(),
            scheme: scheme.id.clone(),
            title: title.to_owned(),
            path: completed(Path::new(self.path.trim())),
        })
    }
}

/// « CCP 2 : label », as a choice.
fn scheme_label(scheme: &ExamScheme) -> String {
    format!("{} : {}", scheme_words(scheme), scheme.title)
}

/// A path with the end of a case.
fn completed(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lower = name.to_lowercase();
    if [".yaml", ".yml"].iter().any(|end| lower.ends_with(end)) {
        path.to_owned()
    } else {
        path.with_file_name(format!("{name}{END}"))
    }
}

/// Letters and digits without accents, joined by hyphens.
fn file_name(title: &str) -> String {
    let folded = super::model::fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    let name: String = name.chars().take(60).collect();
    let name = name.trim_end_matches('-');
    if name.is_empty() { USUAL_NAME.to_owned() } else { name.to_owned() }
}

/// The folder of the last file opened, the documents of the person, or the current folder.
fn usual_folder(preferences: &Preferences) -> PathBuf {
    let recent = preferences.recent.iter().filter_map(|file| file.path.parent());
    let recent = recent.map(Path::to_owned).find(|folder| folder.is_dir());
    let home = || {
        let home = ["USERPROFILE", "HOME"].into_iter().find_map(std::env::var_os)?;
        let home = PathBuf::from(home);
        let documents = home.join("Documents");
        Some(if documents.is_dir() { documents } else { home })
    };
    recent.or_else(home).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::model::example::catalogue;
    use super::*;
    use crate::storage::RecentFile;

    fn preferences(folder: &Path) -> Preferences {
        let mut preferences = Preferences::default();
        preferences.remember(RecentFile {
            path: folder.join("autre.cas.yaml"),
            title: String::new(),
            what: String::new(),
        });
        preferences
    }

    #[test]
    fn only_schemes_with_a_written_case_are_chosen() {
        let catalogue = catalogue();
        for (rank, qualification) in catalogue.qualifications().iter().enumerate() {
            let mut form = NewCaseForm::default();
            form.choose_qualification(rank);
            for scheme in &qualification.schemes {
                form.scheme = Some(scheme.id.clone());
                let (_, chosen) = form.scheme(&catalogue).expect("a scheme");
                assert!(chosen.written_case().is_some());
                assert_eq!(chosen.id == scheme.id, scheme.written_case().is_some());
            }
        }
    }

    #[test]
    fn the_title_names_the_file_until_one_is_chosen() {
        let folder = tempfile::tempdir().expect("a folder");
        let preferences = preferences(folder.path());
        let mut form = NewCaseForm::default();
        form.write_title("L'Été à l'atelier : suite".to_owned(), &preferences);
        let expected = folder.path().join("l-ete-a-l-atelier-suite.cas.yaml");
        assert_eq!(form.path, expected.display().to_string());
        form.write_path("ailleurs/mon cas".to_owned());
        form.write_title("Autre".to_owned(), &preferences);
        assert_eq!(form.path, "ailleurs/mon cas");
        let case = form.choice(&catalogue()).expect("everything is there");
        assert_eq!(case.path, Path::new("ailleurs/mon cas.cas.yaml"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let catalogue = catalogue();
        let mut form = NewCaseForm::default();
        assert!(form.choice(&catalogue).is_err_and(|why| why.contains("titre")));
        form.title = "Essai".to_owned();
        assert!(form.choice(&catalogue).is_err_and(|why| why.contains("fichier")));
        assert!(form.choice(&Catalogue::default()).is_err());
    }

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(file_name("  "), USUAL_NAME);
        assert_eq!(file_name("!?"), USUAL_NAME);
        assert_eq!(completed(Path::new("a/b.YAML")), Path::new("a/b.YAML"));
        assert_eq!(completed(Path::new("a/b")), Path::new("a/b.cas.yaml"));
    }
}
