//! Documents written in the background: one job at a time, and how the last one ended.

use egui::Context;

use crate::jobs::{Job, JobContext, JobState, Progress};
use crate::storage::{StorageError, StorageResult};

/// How a job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending<T> {
    /// It gave this.
    Done(T),
    /// A document could not be made or written.
    Failed(StorageError),
    /// The job stopped without a result.
    Lost,
}

/// The job that writes documents, if one runs, and how the last one ended.
#[derive(Debug)]
pub struct Writing<T> {
    job: Option<Job<StorageResult<T>>>,
    ending: Option<Ending<T>>,
}

impl<T> Default for Writing<T> {
    fn default() -> Self {
        Self { job: None, ending: None }
    }
}

impl<T: Send + 'static> Writing<T> {
    /// Whether documents are being written.
    pub const fn is_running(&self) -> bool {
        self.job.is_some()
    }

    /// How far the job is.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().map(Job::progress)
    }

    /// How the last job ended.
    pub const fn ending(&self) -> Option<&Ending<T>> {
        self.ending.as_ref()
    }

    /// Forgets how the last job ended.
    pub fn forget(&mut self) {
        self.ending = None;
    }

    /// Asks the job to stop at its next step.
    pub fn stop(&self) {
        if let Some(job) = &self.job {
            job.cancel();
        }
    }

    /// Waits for the document being written: a write is never cut.
    pub fn finish(&mut self) {
        if let Some(job) = self.job.take() {
            job.wait();
        }
    }

    /// Takes the result of a job that has ended.
    pub fn poll(&mut self) {
        let Some(job) = &self.job else { return };
        let ending = match job.poll() {
            JobState::Running => return,
            JobState::Finished(Ok(done)) => Ending::Done(done),
            JobState::Finished(Err(problem)) => Ending::Failed(problem),
            JobState::Lost => Ending::Lost,
        };
        self.ending = Some(ending);
        self.job = None;
    }

    /// Starts a job, unless one runs.
    pub fn run(
        &mut self,
        ctx: &Context,
        name: &str,
        work: impl FnOnce(&JobContext) -> StorageResult<T> + Send + 'static,
    ) {
        if self.is_running() {
            return;
        }
        self.ending = None;
        let ctx = ctx.clone();
        self.job = Some(Job::start(name, move || ctx.request_repaint(), work));
    }

    /// Tells why no job can be started, unless one runs.
    pub fn refuse(&mut self, problem: StorageError) {
        if !self.is_running() {
            self.ending = Some(Ending::Failed(problem));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn problem() -> StorageError {
        StorageError::new(Path::new("a.pdf"), "le disque est plein.", "Libérez de la place.")
    }

    fn wait(writing: &mut Writing<u32>) {
        while writing.is_running() {
            writing.poll();
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_job_ends_with_what_it_gave_or_with_its_problem() {
        let cases = [(Ok(3), Ending::Done(3)), (Err(problem()), Ending::Failed(problem()))];
        for (given, expected) in cases {
            let mut writing: Writing<u32> = Writing::default();
            writing.run(&Context::default(), "essai", move |_| given);
            wait(&mut writing);
            assert_eq!(writing.ending(), Some(&expected));
            writing.forget();
            assert_eq!(writing.ending(), None);
        }
    }

    #[test]
    fn nothing_else_starts_nor_is_refused_while_a_job_runs() {
        let ctx = Context::default();
        let mut writing: Writing<u32> = Writing::default();
        writing.refuse(problem());
        assert_eq!(writing.ending(), Some(&Ending::Failed(problem())));
        writing.run(&ctx, "essai", |context| {
            while !context.is_cancelled() {
                std::thread::yield_now();
            }
            Ok(1)
        });
        writing.run(&ctx, "autre", |_| Ok(2));
        writing.refuse(problem());
        assert_eq!(writing.ending(), None);
        writing.stop();
        wait(&mut writing);
        assert_eq!(writing.ending(), Some(&Ending::Done(1)));
    }
}
