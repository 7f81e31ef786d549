//! The content of the sealed subjects, and the files of a prepared session.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::variants::variant_subject;
use super::{OpeningWork, PreparedPaper, RoomSecrets, RoomWishes};
use crate::domain::case_study::Subject;
use crate::domain::exam::{Paper, Session, fingerprint_key};
use crate::domain::framework::Catalogue;
use crate::storage::new_folder::NewFiles;
use crate::storage::room_package::{RoomPackage, Seat, save_package};
use crate::storage::sealing::{CodeVerifier, DerivationParameters, OpeningCode, SealResult};
use crate::storage::subjects::{fingerprint, subject_of};
use crate::storage::{StorageResult, StoredCase, picture_bytes, save_case};

/// What the making of the files shares.
pub(super) struct Making<'a> {
    pub(super) root: &'a Path,
    pub(super) session: &'a Session,
    pub(super) secrets: &'a RoomSecrets,
    pub(super) wishes: RoomWishes,
    pub(super) catalogue: &'a Catalogue,
    /// What is created in the folder.
    pub(super) new: &'a NewFiles,
}

impl Making<'_> {
    /// The content of the sealed subject of each paper.
    pub(super) fn packages(&self, papers: &[PreparedPaper]) -> StorageResult<Vec<RoomPackage>> {
        let room_code = self
            .parameters()
            .and_then(|parameters| CodeVerifier::new(&self.secrets.room, parameters))
            .map_err(|problem| problem.at(self.root))?;
        let named = self.session.papers();
        papers
            .iter()
            .zip(&named)
            .map(|(prepared, paper)| {
                let subjects = self.subjects(&prepared.case)?;
                let several = subjects.len() > 1;
                let seats = self.session.candidates.iter().enumerate();
                Ok(RoomPackage {
                    session: self.session.id.clone(),
                    session_title: self.session.title.clone(),
                    centre: self.session.centre.clone(),
                    room: self.session.room.clone(),
                    date: self.session.date,
                    paper: paper.id.clone(),
                    paper_label: prepared.label.clone(),
                    jury_recipient: self.session.jury_recipient.clone().unwrap_or_default(),
                    room_code: room_code.clone(),
                    rules: self.wishes.rules,
                    seats: seats
                        .map(|(rank, candidate)| Seat {
                            candidate: candidate.id.clone(),
                            accommodation: candidate.accommodation.clone(),
                            subject: if several { rank } else { 0 },
                        })
                        .collect(),
                    subjects,
                })
            })
            .collect()
    }

    /// The fingerprint of each subject, kept for the jury.
    pub(super) fn fingerprints(
        &self,
        packages: &[RoomPackage],
    ) -> StorageResult<BTreeMap<String, String>> {
        let mut kept = BTreeMap::new();
        for package in packages {
            let seats = package.seats.iter().zip(&self.session.candidates);
            for (seat, candidate) in seats {
                let varied = Some(candidate).filter(|known| known.variant.is_some());
                let key = fingerprint_key(&package.paper, varied);
                if let Some(subject) = package.subject_of(seat).filter(|_| !kept.contains_key(&key))
                {
                    kept.insert(key, fingerprint(subject)?);
                }
            }
        }
        Ok(kept)
    }

    /// The subject of a case, or of the variant of each candidate.
    fn subjects(&self, stored: &StoredCase) -> StorageResult<Vec<Subject>> {
        let seeds = self.session.candidates.iter().filter_map(|candidate| candidate.variant);
        let seeds: Vec<u64> = seeds.collect();
        if seeds.is_empty() {
            return Ok(vec![subject_of(&stored.path, &stored.solved()?, self.catalogue)?]);
        }
        seeds.into_iter().map(|seed| variant_subject(stored, seed, self.catalogue)).collect()
    }

    /// The cases and their pictures, which never go to the room.
    pub(super) fn save_cases(&self, papers: &[PreparedPaper]) -> StorageResult<()> {
        for (prepared, paper) in papers.iter().zip(self.session.papers()) {
            for (name, bytes) in picture_bytes(&prepared.case.case, &prepared.case.path)? {
                let path = self.root.join(name);
                // Two papers may show the same picture.
                if std::fs::read(&path).is_ok_and(|known| known == bytes) {
                    continue;
                }
                self.new.write(&path, &bytes)?;
            }
            let path = self.root.join(&paper.case_file);
            self.new.create(&path, |path| save_case(path, &prepared.case.case))?;
        }
        Ok(())
    }

    /// One sealed subject for all, or one for each candidate.
    pub(super) fn save_subjects(
        &self,
        paper: &Paper,
        package: &RoomPackage,
        code: &OpeningCode,
    ) -> StorageResult<Vec<PathBuf>> {
        let path = self.root.join(&paper.subject_file);
        if !self.wishes.one_for_each {
            self.seal(&path, package, code)?;
            return Ok(vec![path]);
        }
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        let each = package.seats.iter().map(|seat| {
            let path = path.with_file_name(format!("{stem}-{}.sujet", seat.candidate));
            let subject = package.subjects.get(seat.subject).cloned();
            let alone = RoomPackage {
                seats: vec![Seat { subject: 0, ..seat.clone() }],
                subjects: subject.into_iter().collect(),
                ..package.clone()
            };
            self.seal(&path, &alone, code)?;
            Ok(path)
        });
        each.collect()
    }

    fn seal(&self, path: &Path, package: &RoomPackage, code: &OpeningCode) -> StorageResult<()> {
        let parameters = self.parameters().map_err(|problem| problem.at(path))?;
        self.new.create(path, |path| save_package(path, package, code, &parameters))
    }

    fn parameters(&self) -> SealResult<DerivationParameters> {
        match self.wishes.work {
            OpeningWork::Recommended => DerivationParameters::recommended(),
            OpeningWork::Least => DerivationParameters::light_for_tests(),
        }
    }
}
