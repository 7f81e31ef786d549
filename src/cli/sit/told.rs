//! What is said of the disks while a script is played.

use std::collections::BTreeSet;

use crate::sitting::LiveSitting;

/// What was said of the disks.
#[derive(Default)]
pub(super) struct Told {
    troubles: BTreeSet<String>,
    /// How much of what happened to the folders was said.
    remarks: usize,
}

impl Told {
    /// Says once each trouble of a disk, and each time what happened to a folder meanwhile.
    pub(super) fn tell(&mut self, sitting: &LiveSitting) {
        for remark in sitting.later_remarks().iter().skip(self.remarks) {
            eprintln!("{remark}");
            self.remarks += 1;
        }
        let state = sitting.save_state();
        let Some(trouble) = state.missing() else { return };
        let words = trouble.to_string();
        if !self.troubles.contains(&words) {
            eprintln!("{words}");
            self.troubles.insert(words);
        }
    }
}
