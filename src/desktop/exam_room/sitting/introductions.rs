//! The introductions of dossiers, folded or unfolded above the question on screen.

use super::Sitting;

impl Sitting {
    /// The dossier of the question on screen: its rank, and whether the question begins it.
    pub(in crate::desktop::exam_room) fn dossier(&self) -> Option<(usize, bool)> {
        let mut first = 0;
        for (rank, dossier) in self.copy.subject().dossiers.iter().enumerate() {
            let next = first + dossier.questions.len();
            if (first..next).contains(&self.current) {
                return Some((rank, self.current == first));
            }
            first = next;
        }
        None
    }

    /// Whether the introduction of the dossier on screen is unfolded: as the candidate left it,
    /// at first on the first question of the dossier alone.
    pub(in crate::desktop::exam_room) fn introduction_is_open(&self) -> bool {
        let Some((rank, begins)) = self.dossier() else { return false };
        self.introductions.get(&rank).copied().unwrap_or(begins)
    }

    /// Folds or unfolds the introduction of the dossier on screen.
    pub(in crate::desktop::exam_room) fn toggle_introduction(&mut self) {
        let open = self.introduction_is_open();
        if let Some((rank, _)) = self.dossier() {
            self.introductions.insert(rank, !open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::example::{begun, folder_with_subject};
    use super::*;

    #[test]
    fn an_introduction_is_unfolded_at_the_first_question_then_as_it_was_left() {
        let (folder, _) = folder_with_subject();
        let mut sitting = Sitting::new(begun(&folder, ""));
        assert!(sitting.introduction_is_open());
        sitting.open_question(1);
        assert!(!sitting.introduction_is_open());
        sitting.toggle_introduction();
        assert!(sitting.introduction_is_open());
        sitting.open_question(2);
        assert_eq!(sitting.dossier(), Some((1, true)));
    }
}
