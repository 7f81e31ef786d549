//! Entering, leaving, and what a suspended test refuses.

use std::sync::Arc;

use super::super::commands::{Deed, TextSize};
use super::super::example::folder_with_subject;
use super::*;
use crate::domain::exam::TimeEvent;

#[test]
fn a_subject_opens_at_the_identification_and_closes_freely() {
    let (_folder, path) = folder_with_subject();
    let mut workspace = ExamRoomWorkspace::open(path).expect("it opens");
    assert!(workspace.sitting().is_none());
    assert!(workspace.title().contains("Brévenne"));
    assert!(workspace.close_requested());
    let leaving = workspace.leaving(&Context::default(), &mut Preferences::default());
    assert_eq!(leaving, Some(Departure::Home));
}

#[test]
fn nothing_of_a_suspended_test_changes() {
    let ctx = Context::default();
    let mut preferences = Preferences::default();
    let (_folder, mut workspace) = ExamRoomWorkspace::begun(&ctx, &mut preferences);
    let environment = super::super::example::environment();
    let catalogue = Arc::new(crate::storage::load_catalogue(None).0);
    let mut picker = crate::desktop::file_picker::FilePicker::with_field_only();
    let mut services = Services {
        environment: &environment,
        catalogue: &catalogue,
        picker: &mut picker,
        preferences: &mut preferences,
    };
    let Screen::Sitting(sitting, _) = &mut workspace.screen else { panic!("a sitting") };
    let reason = "alarme".to_owned();
    sitting.copy.sitting_mut().record_time(TimeEvent::Paused { reason });
    for deed in [Deed::ShowReview(true), Deed::NextQuestion(true), Deed::ToggleReview] {
        let _ = workspace.follow(&ctx, Command::Deed(deed), &mut services);
    }
    let sitting = workspace.sitting().expect("a sitting");
    assert_eq!((sitting.step(), sitting.current()), (Step::Questions, 0));
    assert!(sitting.copy.sheet().to_review.is_empty());
}

#[test]
fn the_appearance_of_the_pc_is_known_during_a_sitting() {
    let ctx = Context::default();
    let mut preferences = Preferences { theme: Theme::Dark, ..Preferences::default() };
    let (_folder, mut workspace) = ExamRoomWorkspace::begun(&ctx, &mut preferences);
    change_theme(&ctx, &mut preferences, Theme::HighContrast);
    change_text_size(&ctx, &mut preferences, TextSize::Larger);
    assert_eq!(workspace.usual_appearance(), Some((Theme::Dark, 100)));
    assert!(workspace.close_requested());
    assert_eq!(workspace.usual_appearance(), Some((Theme::Dark, 100)));
    let (_folder, path) = folder_with_subject();
    let workspace = ExamRoomWorkspace::open(path).expect("it opens");
    assert_eq!(workspace.usual_appearance(), None);
}
