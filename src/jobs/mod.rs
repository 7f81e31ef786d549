//! Named background work with progress and cancellation; the window never waits for it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

/// How far a job is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: String,
    /// Steps done.
    pub done: usize,
    /// Steps in all; 0 while unknown.
    pub total: usize,
}

/// What a job sees of its outside: where it tells its progress and learns that it must stop.
#[derive(Debug, Clone)]
pub struct JobContext {
    progress: Arc<Mutex<Progress>>,
    cancelled: Arc<AtomicBool>,
}

impl JobContext {
    /// Tells how far the job is.
    pub fn report(&self, progress: Progress) {
        if let Ok(mut known) = self.progress.lock() {
            *known = progress;
        }
    }

    /// Whether somebody asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// How a job ended.
#[derive(Debug)]
pub enum JobState<T> {
    /// Still at work.
    Running,
    /// Ended with this.
    Finished(T),
    /// The thread stopped without a result.
    Lost,
}

/// A running job.
#[derive(Debug)]
pub struct Job<T> {
    name: String,
    context: JobContext,
    result: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts a job; `wake` is called once when it ends, so that a resting window looks.
    pub fn start(
        name: impl Into<String>,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&JobContext) -> T + Send + 'static,
    ) -> Self {
        let context = JobContext {
            progress: Arc::new(Mutex::new(Progress::default())),
            cancelled: Arc::new(AtomicBool::new(false)),
        };
        let (sender, result) = channel();
        let inside = context.clone();
        let thread = std::thread::spawn(move || {
            let value = work(&inside);
            // The receiver may be gone when the window closed: nobody waits for the result then.
            let _ = sender.send(value);
            wake();
        });
        Self { name: name.into(), context, result, thread: Some(thread) }
    }

    /// Its name, shown to people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.context.progress.lock().map(|known| known.clone()).unwrap_or_default()
    }

    /// Asks it to stop at its next step.
    pub fn cancel(&self) {
        self.context.cancelled.store(true, Ordering::Relaxed);
    }

    /// Looks at it without waiting.
    pub fn poll(&self) -> JobState<T> {
        match self.result.try_recv() {
            Ok(value) => JobState::Finished(value),
            Err(TryRecvError::Empty) => JobState::Running,
            Err(TryRecvError::Disconnected) => JobState::Lost,
        }
    }

    /// Whether its thread has ended: the next look gives its result.
    pub fn has_ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end: a write is never cut by closing the window.
    pub fn wait(mut self) -> Option<T> {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        self.result.try_recv().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_reports_stops_when_asked_and_gives_its_result() {
        let job = Job::start(
            "essai",
            || {},
            |context| {
                let mut steps = 0;
                while !context.is_cancelled() {
                    steps = 1;
                    context.report(Progress { step: "tour".into(), done: steps, total: 0 });
                    std::thread::yield_now();
                }
                steps
            },
        );
        while job.progress().done == 0 {
            std::thread::yield_now();
        }
        job.cancel();
        assert_eq!(job.wait(), Some(1));
    }
}
