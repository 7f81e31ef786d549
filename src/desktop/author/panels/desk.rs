//! What the panels read, what they may change, and what they ask for.

use chrono::{DateTime, FixedOffset};
use egui::Response;

use crate::desktop::author::commands::{Command, Errand};
use crate::desktop::author::export::Export;
use crate::desktop::author::model::{FocusWish, OpenCase, View};
use crate::domain::case_study::{CaseStudy, Edit};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};

/// Lent to the panels for one frame.
pub struct Desk<'a> {
    /// The case, read only.
    pub open: &'a OpenCase,
    /// State of the screen.
    pub view: &'a mut View,
    /// Installed référentiels.
    pub catalogue: &'a Catalogue,
    /// The document being written.
    pub export: &'a Export,
    /// Time of the frame.
    pub now: DateTime<FixedOffset>,
    /// What is asked for.
    pub asked: Vec<Command>,
}

impl<'a> Desk<'a> {
    /// The case.
    pub fn case(&self) -> &'a CaseStudy {
        self.open.case()
    }

    /// The référentiel of the case, where it is installed.
    pub fn qualification(&self) -> Option<&'a Qualification> {
        self.catalogue.find(&self.case().qualification)
    }

    /// The référentiel and the scheme of the case.
    pub fn scheme(&self) -> Option<(&'a Qualification, &'a ExamScheme)> {
        let qualification = self.qualification()?;
        Some((qualification, qualification.scheme(&self.case().scheme)?))
    }

    /// Asks for something.
    pub fn ask(&mut self, command: Command) {
        self.asked.push(command);
    }

    /// Asks for something that the workspace does itself.
    pub fn send(&mut self, errand: Errand) {
        self.ask(Command::Errand(errand));
    }

    /// A keystroke in a field.
    pub fn type_in(&mut self, edit: Edit) {
        self.ask(Command::Type(Box::new(edit)));
    }

    /// A change that undoes alone.
    pub fn apply(&mut self, edit: Edit) {
        self.ask(Command::Apply(Box::new(edit)));
    }

    /// Gives the focus to the first field of the editor, when it is waited for there.
    pub fn first_field(&mut self, response: &Response) {
        if self.view.takes_focus(FocusWish::FirstField) {
            response.request_focus();
            response.scroll_to_me(None);
            response.ctx.request_repaint();
        }
    }
}
