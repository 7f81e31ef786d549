//! The receipt on paper: written in the background beside each file of the copy, once it is handed
//! in and verified.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use egui::Context;

use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Subject;
use crate::domain::exam::Accommodation;
use crate::jobs::{Job, JobState};
use crate::publishing::{HandedIn, WrittenReceipts, write_receipts};
use crate::sitting::{Delivered, Delivery, LiveSitting};
use crate::storage::StorageError;

/// What a document is made from, owned by the job that writes it.
#[derive(Debug, Clone)]
pub(super) struct DocumentSource {
    subject: Arc<Subject>,
    sheet: AnswerSheet,
    accommodation: String,
    delivered: Delivered,
    /// Day of the session, when it is known.
    session: Option<NaiveDate>,
    /// The time now.
    pub(super) now: DateTime<FixedOffset>,
}

impl DocumentSource {
    /// What a sitting gives, once its copy is written and verified.
    pub(super) fn of(sitting: &LiveSitting) -> Option<Self> {
        let Delivery::Delivered(delivered) = sitting.delivery() else { return None };
        Some(Self {
            subject: Arc::clone(sitting.subject()),
            sheet: sitting.sheet().clone(),
            accommodation: sitting
                .facts()
                .accommodation
                .as_ref()
                .map(Accommodation::label)
                .unwrap_or_default(),
            delivered: delivered.clone(),
            session: sitting.facts().date,
            now: sitting.now().wall,
        })
    }

    /// The copy, as documents want it.
    pub(super) fn handed_in(&self) -> HandedIn<'_> {
        HandedIn {
            subject: &self.subject,
            sheet: &self.sheet,
            accommodation: &self.accommodation,
            fingerprint: &self.delivered.fingerprint,
            files: &self.delivered.files,
            session: self.session,
        }
    }
}

/// The receipts of a copy: being written, or what became of them.
#[derive(Debug, Default)]
pub(super) struct ReceiptDocument {
    job: Option<Job<WrittenReceipts>>,
    written: Option<WrittenReceipts>,
    /// Files of the copy for which receipts were asked for.
    asked: usize,
}

impl ReceiptDocument {
    /// Writes the receipts of a copy that is delivered; again when it was written at more places
    /// since. To be called at each frame of the receipt: it costs nothing then.
    pub(super) fn keep_written(&mut self, sitting: &LiveSitting, ctx: &Context) {
        self.poll();
        let Delivery::Delivered(delivered) = sitting.delivery() else { return };
        if self.job.is_some() || self.asked == delivered.files.len() {
            return;
        }
        self.start(sitting, ctx);
    }

    /// Writes the receipts again, after a failure.
    pub(super) fn write_again(&mut self, sitting: &LiveSitting, ctx: &Context) {
        if self.job.is_none() {
            self.start(sitting, ctx);
        }
    }

    fn start(&mut self, sitting: &LiveSitting, ctx: &Context) {
        let Some(source) = DocumentSource::of(sitting) else { return };
        self.asked = source.delivered.files.len();
        let ctx = ctx.clone();
        let wake = move || ctx.request_repaint();
        self.job = Some(Job::start("Accusé de remise", wake, move |_| {
            write_receipts(&source.handed_in(), source.now)
        }));
    }

    fn poll(&mut self) {
        let Some(job) = &self.job else { return };
        let written = match job.poll() {
            JobState::Running => return,
            JobState::Finished(written) => written,
            JobState::Lost => WrittenReceipts::default(),
        };
        self.job = None;
        self.written = Some(written);
    }

    /// Whether the receipts are being written.
    pub(super) const fn is_writing(&self) -> bool {
        self.job.is_some()
    }

    /// Files of the receipts.
    pub(super) fn files(&self) -> &[PathBuf] {
        self.written.as_ref().map_or(&[], |written| written.files.as_slice())
    }

    /// Receipts that could not be written, and why.
    pub(super) fn missing(&self) -> &[StorageError] {
        self.written.as_ref().map_or(&[], |written| written.missing.as_slice())
    }

    /// What became of the receipts in words; `None` while nothing is known.
    pub(super) fn words(&self) -> Option<String> {
        if self.is_writing() {
            return Some("L'accusé s'écrit…".to_owned());
        }
        let written = self.written.as_ref()?;
        let name = written.files.first().and_then(|path| path.file_name());
        Some(match (name, written.files.len()) {
            (None, _) => {
                "L'accusé n'a pas pu être écrit. La copie, elle, est remise et vérifiée.".to_owned()
            }
            (Some(name), 1) => {
                format!("Accusé à imprimer : {}, à côté de la copie.", name.to_string_lossy())
            }
            (Some(name), count) => format!(
                "Accusé à imprimer : {}, à côté de chacune des {count} copies.",
                name.to_string_lossy()
            ),
        })
    }

    /// Before the window closes: a write is never cut.
    pub(super) fn finish(&mut self) {
        if let Some(job) = self.job.take() {
            self.written = job.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{begun, folder_with_subject};
    use super::*;

    #[test]
    fn the_receipt_is_written_once_the_copy_is_delivered() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        let ctx = Context::default();
        let mut receipt = ReceiptDocument::default();
        receipt.keep_written(copy.sitting(), &ctx);
        assert!(!receipt.is_writing() && receipt.words().is_none());
        copy.hand_in("B-07").expect("it is handed in");
        receipt.keep_written(copy.sitting(), &ctx);
        assert!(receipt.is_writing());
        receipt.finish();
        assert_eq!(receipt.files(), [folder.path().join("B-07.accuse.pdf")]);
        assert!(receipt.missing().is_empty());
        let words = receipt.words().expect("words");
        assert!(words.contains("B-07.accuse.pdf"), "{words}");
        receipt.keep_written(copy.sitting(), &ctx);
        assert!(!receipt.is_writing(), "it is not written twice");
    }
}
