//! What the person looks at, and what is being asked of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Drafts, Scratch, Spot};
use crate::domain::case_study::WrittenKind;
use crate::domain::identifier::{CompetenceId, QuestionId};

/// A tab at the right of the editor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SideTab {
    /// The question as the candidate sees it.
    #[default]
    Preview,
    /// Criteria and questions.
    Coverage,
    /// What is wrong.
    Diagnostics,
}

impl SideTab {
    /// All tabs, in order.
    pub const ALL: [Self; 3] = [Self::Preview, Self::Coverage, Self::Diagnostics];

    /// Its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Preview => "Aperçu candidat",
            Self::Coverage => "Couverture",
            Self::Diagnostics => "Diagnostics",
        }
    }

    /// Its rank.
    pub const fn rank(self) -> usize {
        match self {
            Self::Preview => 0,
            Self::Coverage => 1,
            Self::Diagnostics => 2,
        }
    }

    /// The tab of a rank.
    pub fn of_rank(rank: usize) -> Self {
        Self::ALL.get(rank).copied().unwrap_or_default()
    }
}

/// Where the focus must go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FocusWish {
    /// The search.
    Search,
    /// The first field of the editor.
    FirstField,
}

/// What a dialog asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// Whether to remove an element.
    Removal(Spot),
    /// Whether to lose the key of a question for another kind.
    Kind(QuestionId, WrittenKind),
    /// Which criteria a question speaks for.
    Criteria(QuestionId),
    /// Nothing: the list of keys.
    Keys,
}

/// State of the screen.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The element on the desk.
    pub spot: Spot,
    /// The tab at the right.
    pub tab: SideTab,
    /// In a narrow window, whether the tab takes the place of the editor.
    pub tab_in_front: bool,
    /// Words looked for in the list.
    pub search: String,
    /// Where the focus must go.
    pub focus: Option<FocusWish>,
    /// Competences whose criteria are shown.
    pub unfolded: BTreeSet<CompetenceId>,
    /// The dialog that is open.
    pub asking: Option<Asking>,
    /// Why the last thing asked was not done.
    pub notice: Option<(String, String)>,
    /// The copy that a save kept of a file with comments, until it is read.
    pub kept: Option<PathBuf>,
    /// Texts being typed.
    pub drafts: Drafts,
    /// Answers tried in the preview.
    pub scratch: Scratch,
    /// An undo changed the case in this frame: a cell being typed in must show it.
    pub tables_changed: bool,
}

impl View {
    /// Puts an element on the desk.
    pub fn select(&mut self, spot: Spot) {
        if self.spot != spot {
            self.drafts.settle();
        }
        self.spot = spot;
        self.tab_in_front = false;
    }

    /// Shows a tab.
    pub fn show_tab(&mut self, tab: SideTab) {
        self.tab = tab;
        self.tab_in_front = true;
    }

    /// Shows or hides the criteria of a competence.
    pub fn fold(&mut self, competence: &CompetenceId) {
        if !self.unfolded.remove(competence) {
            self.unfolded.insert(competence.clone());
        }
    }

    /// Takes the focus once, if it was meant for this place.
    pub fn takes_focus(&mut self, wish: FocusWish) -> bool {
        let taken = self.focus == Some(wish);
        if taken {
            self.focus = None;
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_is_given_once() {
        let mut view = View { focus: Some(FocusWish::Search), ..View::default() };
        assert!(!view.takes_focus(FocusWish::FirstField));
        assert!(view.takes_focus(FocusWish::Search));
        assert!(!view.takes_focus(FocusWish::Search));
    }

    #[test]
    fn an_element_chosen_comes_in_front_of_the_tabs() {
        let mut view = View::default();
        view.show_tab(SideTab::Diagnostics);
        assert!(view.tab_in_front);
        view.select(Spot::Context);
        assert_eq!((view.tab, view.tab_in_front), (SideTab::Diagnostics, false));
    }

    #[test]
    fn tabs_keep_their_rank() {
        for (rank, tab) in SideTab::ALL.into_iter().enumerate() {
            assert_eq!((tab.rank(), SideTab::of_rank(rank)), (rank, tab));
        }
        assert_eq!(SideTab::of_rank(9), SideTab::Preview);
    }
}
