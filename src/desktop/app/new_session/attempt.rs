//! A try at making the session: what it lacked is said until it is corrected.

use egui::Context;

use super::preparation::{NotPrepared, Preparation};
use super::{NewSessionScreen, Page};
use crate::desktop::services::Services;
use crate::environment::Environment;

impl NewSessionScreen {
    /// Starts making the session, or says what the form lacks.
    pub(super) fn create(&mut self, ctx: &Context, services: &Services<'_>) {
        self.form.refresh();
        match self.form.order(services.environment) {
            Ok(order) => {
                self.problems.clear();
                let now = services.environment.now();
                let preparation = Preparation::start(ctx, order, services.catalogue, now);
                self.page = Page::Preparing(preparation);
            }
            Err(problems) => self.say(problems),
        }
        ctx.request_repaint();
    }

    /// Shows what was made once it is, or why it was not.
    pub(super) fn poll(&mut self, ctx: &Context) {
        let Page::Preparing(preparation) = &self.page else { return };
        let Some(ended) = preparation.poll() else { return };
        self.refused = false;
        self.page = match ended {
            Ok(prepared) => {
                self.form.erase_secrets();
                self.forget_fields(ctx);
                Page::Prepared(Box::new(prepared))
            }
            Err(reason) => {
                self.say(vec![words_of(&reason)]);
                Page::Filling
            }
        };
        ctx.request_repaint();
    }

    /// Says what is lacking, beside the button.
    pub(super) fn say(&mut self, problems: Vec<String>) {
        self.problems = problems;
        self.said_of = self.form.mark();
        self.reveal = true;
    }

    /// What was corrected is not said any more; nothing else is said before the next try.
    pub(super) fn forget_solved(&mut self, environment: &Environment) {
        if self.problems.is_empty() || self.form.mark() == self.said_of {
            return;
        }
        self.form.refresh();
        let still = self.form.order(environment).err().unwrap_or_default();
        self.problems.retain(|problem| still.contains(problem));
        self.said_of = self.form.mark();
    }
}

fn words_of(reason: &NotPrepared) -> String {
    match reason {
        NotPrepared::Cancelled => "La préparation est annulée. Rien n'a été écrit.".to_owned(),
        NotPrepared::Problem(problem) => problem.to_string(),
        NotPrepared::Lost => {
            "La préparation s'est interrompue. Choisissez un autre dossier, puis recommencez."
                .to_owned()
        }
    }
}
