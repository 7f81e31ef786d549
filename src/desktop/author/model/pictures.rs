//! Pictures beside a case: read once for the screen, copied in when the author adds one.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::domain::case_study::{CaseStudy, Exhibit, ExhibitBlock};
use crate::storage::{
    StorageError, StorageResult, picture_bytes, pictures_beside, write_atomically,
};

/// Largest picture taken, in bytes.
const LIMIT: u64 = 8 * 1024 * 1024;

/// Pictures in the folder of a case.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    beside: BTreeSet<String>,
    /// In Base64, as a subject carries them.
    data: BTreeMap<String, String>,
}

impl Pictures {
    /// Looks in the folder of a case.
    pub fn beside(case_path: &Path) -> Self {
        Self { beside: pictures_beside(case_path), data: BTreeMap::new() }
    }

    /// Names of the files.
    pub const fn names(&self) -> &BTreeSet<String> {
        &self.beside
    }

    /// Pictures that the exhibits show, in Base64.
    pub const fn data(&self) -> &BTreeMap<String, String> {
        &self.data
    }

    /// Reads the pictures of the exhibits that are not read yet.
    pub fn load(&mut self, case: &CaseStudy, case_path: &Path) {
        let missing: Vec<&String> = used(case)
            .filter(|file| self.beside.contains(*file) && !self.data.contains_key(*file))
            .collect();
        for file in missing {
            // One at a time: a picture that is too large must not hide the others. Its problem
            // is among the diagnostics of an export; here it is simply not shown.
            let alone = CaseStudy { exhibits: vec![shown(file)], ..case.clone() };
            if let Ok(mut bytes) = picture_bytes(&alone, case_path)
                && let Some(bytes) = bytes.remove(file)
            {
                self.data.insert(file.clone(), STANDARD.encode(bytes));
            }
        }
    }
}

fn used(case: &CaseStudy) -> impl Iterator<Item = &String> {
    case.exhibits.iter().flat_map(|exhibit| &exhibit.content).filter_map(|block| match block {
        ExhibitBlock::Picture { file, .. } => Some(file),
        _ => None,
    })
}

fn shown(file: &str) -> Exhibit {
    let picture = ExhibitBlock::Picture { file: file.to_owned(), description: String::new() };
    Exhibit { id: "image".into(), title: String::new(), content: vec![picture] }
}

/// Copies a picture beside a case; gives its name there. A picture already there is only named.
///
/// # Errors
/// When it is no PNG or JPEG, is too large, or its name is taken by another file.
pub fn import_picture(from: &Path, case_path: &Path) -> StorageResult<String> {
    let name = from.file_name().and_then(OsStr::to_str).unwrap_or_default().to_owned();
    let refusal = |message: &str, remedy: &str| StorageError::new(from, message, remedy);
    let size = std::fs::metadata(from).map(|known| known.len()).map_err(|_| unreadable(from))?;
    if size > LIMIT {
        return Err(refusal("l'image dépasse 8 Mo.", "Réduisez-la avant de l'ajouter."));
    }
    let bytes = std::fs::read(from).map_err(|_| unreadable(from))?;
    let format = image::guess_format(&bytes).ok();
    let lower = name.to_ascii_lowercase();
    let named = [".png", ".jpg", ".jpeg"].iter().any(|end| lower.ends_with(end));
    if !named || !matches!(format, Some(image::ImageFormat::Png | image::ImageFormat::Jpeg)) {
        return Err(refusal(
            "ce n'est pas une image PNG ou JPEG.",
            "Convertissez-la, puis ajoutez-la de nouveau.",
        ));
    }
    let target = beside(case_path, &name);
    if is_same_file(from, &target) {
        return Ok(name);
    }
    if target.exists() {
        return Err(StorageError::new(
            &target,
            "un autre fichier de ce nom est déjà à côté de l'étude de cas.",
            "Renommez l'image avant de l'ajouter, ou choisissez dans la liste celle qui est là.",
        ));
    }
    write_atomically(&target, &bytes)?;
    Ok(name)
}

/// Copies the pictures that a case shows beside its new place, where they are not there yet.
///
/// # Errors
/// When one cannot be read or written; the case itself is already safe then.
pub fn carry_pictures(case: &CaseStudy, from: &Path, to: &Path) -> StorageResult<()> {
    for file in used(case) {
        let (source, target) = (beside(from, file), beside(to, file));
        if Path::new(file).components().count() != 1 || !source.exists() || target.exists() {
            continue;
        }
        let bytes = std::fs::read(&source).map_err(|_| unreadable(&source))?;
        write_atomically(&target, &bytes)?;
    }
    Ok(())
}

fn beside(case_path: &Path, name: &str) -> PathBuf {
    case_path.parent().unwrap_or_else(|| Path::new("")).join(name)
}

fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn unreadable(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "l'image ne peut pas être lue.",
        "Vérifiez son emplacement, ou copiez-la dans vos documents.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::example::{case, opened};
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    fn folder_with(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        write_atomically(&path, bytes).expect("written");
        (folder, path)
    }

    #[test]
    fn a_picture_is_copied_once_and_never_over_another_file() {
        let (_folder, open) = opened(&case());
        let (_elsewhere, picture) = folder_with("plan.png", PNG);
        assert_eq!(import_picture(&picture, open.path()).as_deref(), Ok("plan.png"));
        let there = open.path().with_file_name("plan.png");
        assert_eq!(import_picture(&there, open.path()).as_deref(), Ok("plan.png"));
        let taken = import_picture(&picture, open.path()).expect_err("the name is taken");
        assert!(taken.message.contains("déjà"));
        assert!(Pictures::beside(open.path()).names().contains("plan.png"));
    }

    #[test]
    fn only_png_and_jpeg_are_taken() {
        let (_folder, open) = opened(&case());
        for (name, bytes) in [("plan.png", &b"texte"[..]), ("plan.bmp", PNG)] {
            let (_elsewhere, picture) = folder_with(name, bytes);
            assert!(import_picture(&picture, open.path()).is_err(), "{name}");
        }
        assert!(import_picture(Path::new("absente.png"), open.path()).is_err());
    }

    #[test]
    fn pictures_follow_a_case_saved_elsewhere() {
        let mut case = case();
        case.exhibits.push(shown("plan.png"));
        let (_folder, open) = opened(&case);
        write_atomically(&open.path().with_file_name("plan.png"), PNG).expect("written");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let target = elsewhere.path().join("autre.cas.yaml");
        carry_pictures(&case, open.path(), &target).expect("carried");
        assert!(elsewhere.path().join("plan.png").exists());
    }
}
