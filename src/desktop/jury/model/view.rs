//! What the juror looks at: screen, candidate, page, filters and open questions.

use std::collections::BTreeSet;

use super::bench::Bench;
use super::drafts::Drafts;
use super::history::HistoryLine;
use super::lacks::Lack;
use super::order::Mode;
use super::reference::Page;
use super::states::CopyState;
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId};

/// A screen of the workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// « Qui êtes-vous ? »
    #[default]
    Juror,
    /// All candidates.
    Session,
    /// Copies.
    Correction,
    /// One candidate before the jury.
    Deliberation,
}

/// Copies shown in the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CopyFilter {
    /// All of them.
    #[default]
    All,
    /// Those with something to judge.
    ToDo,
    /// Those flagged.
    SecondLook,
}

impl CopyFilter {
    /// All filters, in the order offered.
    pub const ALL: [Self; 3] = [Self::All, Self::ToDo, Self::SecondLook];

    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "Toutes",
            Self::ToDo => "À faire",
            Self::SecondLook => "Second regard",
        }
    }

    /// Whether a state passes.
    pub fn accepts(self, state: CopyState) -> bool {
        match self {
            Self::All => true,
            Self::ToDo => state.is_to_do(),
            Self::SecondLook => state == CopyState::SecondLook,
        }
    }
}

/// A text field that asks for the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FocusWish {
    /// Remark of the current criterion.
    Remark,
    /// Reason of the selected competence.
    Reason,
}

/// What is said above the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Why the last command did nothing: said until the next one is done.
    Words(String),
    /// What is left to judge on the page on screen: said while it is true.
    LeftToJudge,
}

/// The statement on conflicts of interest being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterestForm {
    /// The candidate.
    pub candidate: CandidateId,
    /// Whether there is a conflict; nothing is chosen beforehand.
    pub shared: Option<bool>,
    /// Reason of the abstention.
    pub reason: String,
    /// Whether the form was refused as incomplete.
    pub incomplete: bool,
}

/// Where the juror is: screen, candidate, page, criterion and competence.
pub type Place = (Screen, Option<CandidateId>, Option<Page>, usize, Option<CompetenceId>);

/// What makes a history stale.
pub type HistoryKey = (CandidateId, Page, usize);

/// What is shown beside an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Internal marks; hidden unless asked for.
    pub points: bool,
    /// Statement of the question.
    pub statement: bool,
    /// Expected values.
    pub expected: bool,
}

impl Default for Beside {
    fn default() -> Self {
        Self { points: false, statement: false, expected: true }
    }
}

/// How the messages on the files of the session are shown, where there are many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FileMessages {
    /// Their count alone.
    #[default]
    Gathered,
    /// One by one.
    Listed,
}

impl FileMessages {
    /// The other way.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Gathered => Self::Listed,
            Self::Listed => Self::Gathered,
        }
    }
}

/// State of the screens; nothing here is saved.
#[derive(Debug, Default)]
pub struct View {
    /// The screen.
    pub screen: Screen,
    /// The selected candidate.
    pub candidate: Option<CandidateId>,
    /// The page of the copy; the first one when none is chosen.
    pub page: Option<Page>,
    /// How copies are gone through.
    pub mode: Mode,
    /// Rank of the current criterion on the page.
    pub criterion: usize,
    /// Whether the current criterion is to be scrolled into view.
    pub reveal: bool,
    /// Rank of the other paper that is read.
    pub other_paper: usize,
    /// The competence selected in the deliberation.
    pub competence: Option<CompetenceId>,
    /// What the jury was last led to.
    pub led_to: Option<Lack>,
    /// Active tab of the right panel.
    pub tab: usize,
    /// Active tab where the window is narrow.
    pub narrow_tab: usize,
    /// Copies shown.
    pub filter: CopyFilter,
    /// What is shown beside an answer.
    pub beside: Beside,
    /// Texts being typed.
    pub drafts: Drafts,
    /// The statement being made.
    pub interest: Option<InterestForm>,
    /// Candidates for whom the statement was put off.
    pub put_off: BTreeSet<CandidateId>,
    /// The field that asks for the focus.
    pub focus: Option<FocusWish>,
    /// What is said above the content.
    pub notice: Option<Notice>,
    /// How the messages on the files are shown.
    pub file_messages: FileMessages,
    /// Whether the copy is looked at from the deliberation, where the way back leads.
    pub to_deliberation: bool,
    /// Whether giving up unsaved changes is being asked.
    pub confirm_reload: bool,
    /// History of the page on screen.
    pub history: Option<(HistoryKey, Vec<HistoryLine>)>,
}

impl View {
    /// The page on screen.
    pub fn page<'a>(&'a self, bench: &'a Bench) -> &'a Page {
        let first = bench.reference.pages.first().map(|entry| &entry.page);
        self.page.as_ref().or(first).unwrap_or(&Page::Synthesis)
    }

    /// What leaving must record the texts of.
    pub fn place(&self) -> Place {
        (
            self.screen,
            self.candidate.clone(),
            self.page.clone(),
            self.criterion,
            self.competence.clone(),
        )
    }

    /// Opens a page of a copy.
    pub fn correct(&mut self, candidate: CandidateId, page: Page) {
        if self.candidate.as_ref() != Some(&candidate) || self.page.as_ref() != Some(&page) {
            self.criterion = 0;
            self.reveal = true;
            self.notice = None;
        }
        self.to_deliberation &= self.candidate.as_ref() == Some(&candidate);
        self.go_to(Screen::Correction);
        self.candidate = Some(candidate);
        self.page = Some(page);
    }

    /// Something was done: why the command before did nothing is said no more.
    pub fn forget_words(&mut self) {
        if matches!(self.notice, Some(Notice::Words(_))) {
            self.notice = None;
        }
    }

    /// Opens the deliberation on a candidate.
    pub fn deliberate(&mut self, candidate: CandidateId) {
        if self.candidate.as_ref() != Some(&candidate) {
            self.competence = None;
        }
        self.led_to = None;
        self.notice = None;
        self.to_deliberation = false;
        self.go_to(Screen::Deliberation);
        self.candidate = Some(candidate);
    }

    /// Back to the session, the same candidate selected.
    pub fn go_to_session(&mut self) {
        self.notice = None;
        self.to_deliberation = false;
        self.go_to(Screen::Session);
    }

    /// Opens a page of a copy to look at it from the deliberation, and come back.
    pub fn look_at(&mut self, candidate: CandidateId, page: Page) {
        self.correct(candidate, page);
        self.to_deliberation = true;
    }

    fn go_to(&mut self, screen: Screen) {
        if self.screen != screen {
            self.narrow_tab = 0;
        }
        self.screen = screen;
    }

    /// Criteria judged on the page on screen for the selected candidate.
    pub fn criteria<'a>(&'a self, bench: &'a Bench) -> Vec<&'a CriterionId> {
        let candidate = self.candidate.as_ref().and_then(|id| bench.candidate(id));
        candidate.map_or_else(Vec::new, |candidate| {
            bench.reference.criteria_to_judge(candidate, self.page(bench)).collect()
        })
    }
}
