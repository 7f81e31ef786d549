//! The door of the panel: the room code, checked in the background, and a wait after wrong ones.

use zeroize::Zeroize;

use crate::jobs::{Job, JobState};
use crate::storage::sealing::{CodeVerifier, OpeningCode};

/// Wrong codes in a row before a wait.
const TRIES: u32 = 3;
/// The wait, in milliseconds.
const WAIT: u64 = 10_000;
const SECOND: u64 = 1_000;

/// Why the door stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateProblem {
    /// Nothing was typed.
    Nothing,
    /// Another code was typed.
    WrongCode,
    /// The check stopped without an answer.
    Lost,
}

/// The door. Wrong codes are counted over all the openings of the panel.
#[derive(Debug, Default)]
pub struct Gate {
    /// The code as it is being typed.
    pub typed: String,
    is_open: bool,
    wants_focus: bool,
    wrong: u32,
    problem: Option<GateProblem>,
    /// Until when it waits, on the running clock.
    waits_until: Option<u64>,
    check: Option<Job<bool>>,
}

impl Gate {
    /// Whether the code was given.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether a code is being checked.
    pub const fn is_checking(&self) -> bool {
        self.check.is_some()
    }

    /// Why the door stays closed.
    pub const fn problem(&self) -> Option<GateProblem> {
        self.problem
    }

    /// The field wants the focus from now on.
    pub const fn knock(&mut self) {
        self.wants_focus = true;
    }

    /// Whether the field wants the focus; once. In a sizing pass nothing can take it.
    pub const fn takes_focus(&mut self, is_sizing_pass: bool) -> bool {
        let takes = self.wants_focus && !is_sizing_pass;
        if takes {
            self.wants_focus = false;
        }
        takes
    }

    /// Opens the door.
    pub fn let_in(&mut self) {
        self.forget();
        self.wrong = 0;
        self.is_open = true;
    }

    /// Closes the door: the code is asked again.
    pub fn lock(&mut self) {
        self.forget();
        self.is_open = false;
        self.check = None;
    }

    fn forget(&mut self) {
        self.typed.zeroize();
        self.problem = None;
    }

    /// Seconds before a code is taken again; `None` when one is taken now. `running` is the running
    /// clock in milliseconds.
    pub fn seconds_to_wait(&self, running: u64) -> Option<u64> {
        let left = self.waits_until?.checked_sub(running)?;
        (left > 0).then(|| left.div_ceil(SECOND))
    }

    /// Checks the code typed in the background; `wake` is called when it is known.
    pub fn submit(
        &mut self,
        verifier: &CodeVerifier,
        running: u64,
        wake: impl FnOnce() + Send + 'static,
    ) {
        if self.is_checking() || self.seconds_to_wait(running).is_some() {
            return;
        }
        if self.typed.trim().is_empty() {
            self.refuse(GateProblem::Nothing);
            return;
        }
        let code = OpeningCode::read(&self.typed);
        self.forget();
        let Some(code) = code else {
            self.count_wrong(running);
            return;
        };
        let verifier = verifier.clone();
        self.check = Some(Job::start("Code de la salle", wake, move |_| verifier.accepts(&code)));
    }

    /// Takes the answer of the check, when it has come.
    pub fn poll(&mut self, running: u64) {
        let Some(job) = &self.check else { return };
        let answer = job.poll();
        if matches!(answer, JobState::Running) {
            return;
        }
        self.check = None;
        match answer {
            JobState::Finished(true) => self.let_in(),
            JobState::Finished(false) => self.count_wrong(running),
            JobState::Lost | JobState::Running => self.refuse(GateProblem::Lost),
        }
    }

    fn count_wrong(&mut self, running: u64) {
        self.wrong += 1;
        if self.wrong >= TRIES {
            self.wrong = 0;
            self.waits_until = Some(running.saturating_add(WAIT));
        }
        self.refuse(GateProblem::WrongCode);
    }

    fn refuse(&mut self, problem: GateProblem) {
        self.problem = Some(problem);
        self.wants_focus = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::sealing::DerivationParameters;

    fn verifier() -> CodeVerifier {
        let code = OpeningCode::read("SALLE-204").expect("a code");
        let parameters = DerivationParameters::light_for_tests().expect("parameters");
        CodeVerifier::new(&code, parameters).expect("a verifier")
    }

    fn try_code(gate: &mut Gate, typed: &str, running: u64) {
        typed.clone_into(&mut gate.typed);
        gate.submit(&verifier(), running, || {});
        while gate.is_checking() {
            gate.poll(running);
            std::thread::yield_now();
        }
    }

    #[test]
    fn the_code_opens_the_door_and_is_forgotten() {
        let mut gate = Gate::default();
        try_code(&mut gate, "salle 204", 0);
        assert!(gate.is_open() && gate.typed.is_empty() && gate.problem().is_none());
        gate.lock();
        assert!(!gate.is_open());
    }

    #[test]
    fn three_wrong_codes_make_it_wait_even_when_the_panel_is_closed_in_between() {
        let mut gate = Gate::default();
        try_code(&mut gate, "a", 0);
        try_code(&mut gate, "b", 0);
        gate.lock();
        assert_eq!(gate.seconds_to_wait(0), None);
        try_code(&mut gate, "c", 1_000);
        assert_eq!(gate.problem(), Some(GateProblem::WrongCode));
        assert_eq!(gate.seconds_to_wait(1_001), Some(10));
        try_code(&mut gate, "SALLE-204", 5_000);
        assert!(!gate.is_open(), "no code is taken while it waits");
        assert_eq!(gate.seconds_to_wait(11_000), None);
        try_code(&mut gate, "SALLE-204", 11_000);
        assert!(gate.is_open());
    }

    #[test]
    fn nothing_typed_is_no_wrong_code() {
        let mut gate = Gate::default();
        for _ in 0..5 {
            try_code(&mut gate, "  ", 0);
        }
        assert_eq!(gate.problem(), Some(GateProblem::Nothing));
        assert_eq!(gate.seconds_to_wait(0), None);
    }

    #[test]
    fn the_field_takes_the_focus_once_and_never_while_sizes_are_measured() {
        let mut gate = Gate::default();
        gate.knock();
        assert!(!gate.takes_focus(true));
        assert!(gate.takes_focus(false));
        assert!(!gate.takes_focus(false));
    }
}
