//! Documents of the case, written in the background: sujet, corrigé, support.

mod kind;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::Context;

use crate::desktop::writing::Writing;
use crate::domain::framework::Catalogue;
use crate::jobs::{JobContext, Progress};
use crate::publishing::{case_document, write_large_document};
use crate::reports::content::PrintedOn;
use crate::storage::{StorageResult, StoredCase, derive_subject, save_subject};

pub use kind::ExportKind;

/// What came of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// The file is there.
    Written(ExportKind, PathBuf),
    /// Stopped before its end; nothing was written.
    Stopped,
}

/// The document being written, if any, and how the last one ended.
pub type Export = Writing<Exported>;

impl Export {
    /// Writes a document of the case as it is now.
    pub fn start(
        &mut self,
        ctx: &Context,
        kind: ExportKind,
        chosen: PathBuf,
        stored: StoredCase,
        (catalogue, now): (&Arc<Catalogue>, DateTime<FixedOffset>),
    ) {
        let target = match kind.target(chosen, &stored.path) {
            Ok(target) => target,
            Err(problem) => return self.refuse(problem),
        };
        let catalogue = Arc::clone(catalogue);
        self.run(ctx, kind.label(), move |context| {
            write(kind, &target, &stored, &catalogue, now, context)
        });
    }
}

fn write(
    kind: ExportKind,
    target: &Path,
    stored: &StoredCase,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
    context: &JobContext,
) -> StorageResult<Exported> {
    let step = |step: &str, done| {
        context.report(Progress { step: step.to_owned(), done, total: 2 });
        context.is_cancelled()
    };
    if step("Mise en page", 0) {
        return Ok(Exported::Stopped);
    }
    if kind == ExportKind::Subject {
        let subject = derive_subject(stored, catalogue)?;
        if step("Écriture du fichier", 1) {
            return Ok(Exported::Stopped);
        }
        save_subject(target, &subject)?;
    } else {
        let printed = PrintedOn { session: None, edited: now.date_naive() };
        let document =
            case_document(&stored.path, &stored.solved()?, catalogue, kind.document(), printed)?;
        if step("Écriture du fichier", 1) {
            return Ok(Exported::Stopped);
        }
        write_large_document(target, document, now, kind.text_percent())?;
    }
    Ok(Exported::Written(kind, target.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::model::example::{at, case, catalogue, opened};
    use super::*;
    use crate::desktop::writing::Ending;
    use crate::storage::read_subject;

    #[test]
    fn the_subject_of_the_case_in_memory_is_written() {
        let (folder, open) = opened(&case());
        let catalogue = Arc::new(catalogue());
        let mut export = Export::default();
        let chosen = folder.path().join("essai.sujet");
        let given = (&catalogue, at(0));
        export.start(
            &Context::default(),
            ExportKind::Subject,
            chosen.clone(),
            open.stored(),
            given,
        );
        while export.is_running() {
            export.poll();
            std::thread::yield_now();
        }
        let expected = Ending::Done(Exported::Written(ExportKind::Subject, chosen.clone()));
        assert_eq!(export.ending(), Some(&expected));
        assert_eq!(read_subject(&chosen).expect("it reads").case, open.case().id);
    }
}
