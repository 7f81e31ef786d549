//! What the invigilator is filling, and what it means.

use super::deed::InvigilatorDeed;
use crate::domain::exam::TimeEvent;
use crate::domain::identifier::CandidateId;

/// Most minutes taken at once: ten hours.
const MOST_MINUTES: i64 = 600;

/// What is being filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Time given, or taken back.
    Extend,
    /// The time is stopped.
    Pause,
    /// Something to remember.
    Incident,
    /// A late arrival.
    Late,
    /// The copy is closed.
    Close,
}

impl Form {
    const fn first_field(self) -> FormField {
        match self {
            Self::Extend | Self::Late => FormField::Minutes,
            Self::Pause | Self::Incident => FormField::Text,
            Self::Close => FormField::Confirmation,
        }
    }
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// Minutes.
    Minutes,
    /// A reason, or what happened.
    Text,
    /// The identifier, to confirm.
    Confirmation,
}

/// What is wrong with a field, and what to do.
pub type FormProblem = (FormField, &'static str);

/// What is being filled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Minutes, as typed.
    pub minutes: String,
    /// A reason, or what happened.
    pub text: String,
    /// The identifier, as typed to confirm.
    pub confirmation: String,
    /// The extension is for the whole room.
    pub for_all: bool,
    /// The candidate keeps the whole time despite the late arrival.
    pub given_back: bool,
    form: Option<Form>,
    problem: Option<FormProblem>,
    wants_focus: Option<FormField>,
}

impl Draft {
    /// The form shown.
    pub const fn form(&self) -> Option<Form> {
        self.form
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: FormField) -> Option<&'static str> {
        self.problem.filter(|(known, _)| *known == field).map(|(_, words)| words)
    }

    /// Shows a form, empty; or none when it is the one shown.
    pub fn toggle(&mut self, form: Form) {
        let was_shown = self.form == Some(form);
        self.give_up();
        if !was_shown {
            self.form = Some(form);
            self.given_back = true;
            self.wants_focus = Some(form.first_field());
        }
    }

    /// Shows no form.
    pub fn give_up(&mut self) {
        *self = Self::default();
    }

    /// Whether a field wants the focus; once. In a sizing pass nothing can take it.
    pub fn takes_focus(&mut self, field: FormField, is_sizing_pass: bool) -> bool {
        let takes = self.wants_focus == Some(field) && !is_sizing_pass;
        if takes {
            self.wants_focus = None;
        }
        takes
    }

    /// Whether a field is about to take the focus: its form must be on screen.
    pub const fn wants_to_be_seen(&self) -> bool {
        self.wants_focus.is_some()
    }

    /// Reads what is filled. The form is shown no more once it says something.
    pub fn submit(&mut self, candidate: &CandidateId) -> Option<InvigilatorDeed> {
        match self.read(self.form?, candidate) {
            Ok(deed) => {
                self.give_up();
                Some(deed)
            }
            Err(problem) => {
                self.problem = Some(problem);
                self.wants_focus = Some(problem.0);
                None
            }
        }
    }

    fn read(&self, form: Form, candidate: &CandidateId) -> Result<InvigilatorDeed, FormProblem> {
        Ok(InvigilatorDeed::Time(match form {
            Form::Extend => TimeEvent::Extended {
                seconds: self.extension()? * 60,
                reason: self.words("Écrivez le motif : il est imprimé sur l'accusé.")?,
                for_all: self.for_all,
            },
            Form::Pause => TimeEvent::Paused {
                reason: self.words("Écrivez le motif, par exemple alarme incendie.")?,
            },
            Form::Incident => {
                TimeEvent::Incident { text: self.words("Écrivez ce qui s'est passé.")? }
            }
            Form::Late => TimeEvent::Late {
                milliseconds: self.lateness()? * 60_000,
                given_back: self.given_back,
            },
            Form::Close => {
                self.confirm(candidate)?;
                return Ok(InvigilatorDeed::CloseCopy);
            }
        }))
    }

    fn extension(&self) -> Result<i64, FormProblem> {
        minutes(&self.minutes)
            .filter(|minutes| *minutes != 0 && minutes.abs() <= MOST_MINUTES)
            .ok_or((FormField::Minutes, "Écrivez un nombre entier de minutes, de 1 à 600."))
    }

    fn lateness(&self) -> Result<u64, FormProblem> {
        minutes(&self.minutes)
            .filter(|minutes| *minutes <= MOST_MINUTES)
            .and_then(|minutes| u64::try_from(minutes).ok())
            .ok_or((FormField::Minutes, "Écrivez un nombre entier de minutes, de 0 à 600."))
    }

    fn words(&self, missing: &'static str) -> Result<String, FormProblem> {
        match self.text.trim() {
            "" => Err((FormField::Text, missing)),
            text => Ok(text.to_owned()),
        }
    }

    fn confirm(&self, candidate: &CandidateId) -> Result<(), FormProblem> {
        let typed = self.confirmation.trim();
        if typed.is_empty() {
            Err((FormField::Confirmation, "Écrivez l'identifiant du candidat pour confirmer."))
        } else if typed.eq_ignore_ascii_case(candidate.as_str()) {
            Ok(())
        } else {
            Err((FormField::Confirmation, "C'est un autre identifiant. La copie reste ouverte."))
        }
    }
}

/// « 10 », « + 10 min », « − 5 ».
fn minutes(typed: &str) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let typed = typed.replace('−', "-");
    let typed = typed.strip_suffix("min").unwrap_or(&typed);
    typed.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(form: Form, minutes: &str, text: &str) -> Draft {
        let mut draft = Draft::default();
        draft.toggle(form);
        minutes.clone_into(&mut draft.minutes);
        text.clone_into(&mut draft.text);
        draft
    }

    fn submit(draft: &mut Draft) -> Option<InvigilatorDeed> {
        draft.submit(&CandidateId::from("B-07"))
    }

    #[test]
    fn an_extension_is_read_in_seconds_and_the_form_is_closed() {
        let mut draft = filled(Form::Extend, " 10 min", " bruit ");
        draft.for_all = true;
        let reason = "bruit".to_owned();
        let event = TimeEvent::Extended { seconds: 600, reason, for_all: true };
        assert_eq!(submit(&mut draft), Some(InvigilatorDeed::Time(event)));
        assert_eq!(draft, Draft::default());
        let mut draft = filled(Form::Extend, "−5", "erreur");
        let reason = "erreur".to_owned();
        let event = TimeEvent::Extended { seconds: -300, reason, for_all: false };
        assert_eq!(submit(&mut draft), Some(InvigilatorDeed::Time(event)));
    }

    #[test]
    fn what_is_missing_is_said_and_nothing_typed_is_lost() {
        for typed in ["", "0", "601", "-601", "dix", "1,5", "99999999999999999999"] {
            let mut draft = filled(Form::Extend, typed, "bruit");
            assert_eq!(submit(&mut draft), None, "{typed}");
            assert!(draft.problem(FormField::Minutes).is_some(), "{typed}");
            assert_eq!(draft.text, "bruit");
        }
        for form in [Form::Extend, Form::Pause, Form::Incident] {
            let mut draft = filled(form, "5", "  ");
            assert_eq!(submit(&mut draft), None);
            assert!(draft.problem(FormField::Text).is_some());
            assert_eq!(draft.form(), Some(form));
        }
    }

    #[test]
    fn a_late_arrival_is_given_back_unless_the_invigilator_says_otherwise() {
        let mut draft = filled(Form::Late, "5", "");
        let event = TimeEvent::Late { milliseconds: 300_000, given_back: true };
        assert_eq!(submit(&mut draft), Some(InvigilatorDeed::Time(event)));
        let mut draft = filled(Form::Late, "-5", "");
        assert_eq!(submit(&mut draft), None);
    }

    #[test]
    fn a_copy_is_closed_only_with_its_identifier() {
        let mut draft = filled(Form::Close, "", "");
        assert_eq!(submit(&mut draft), None);
        draft.confirmation = "B-08".to_owned();
        assert_eq!(submit(&mut draft), None);
        assert!(draft.problem(FormField::Confirmation).is_some());
        draft.confirmation = " b-07 ".to_owned();
        assert_eq!(submit(&mut draft), Some(InvigilatorDeed::CloseCopy));
    }

    #[test]
    fn the_focus_goes_to_the_first_field_then_to_the_one_that_is_wrong() {
        let mut draft = filled(Form::Extend, "5", "");
        assert!(!draft.takes_focus(FormField::Minutes, true));
        assert!(draft.takes_focus(FormField::Minutes, false));
        assert!(!draft.takes_focus(FormField::Minutes, false));
        assert_eq!(submit(&mut draft), None);
        assert!(draft.takes_focus(FormField::Text, false));
    }

    #[test]
    fn a_form_is_shown_once_and_hidden_by_a_second_press() {
        let mut draft = filled(Form::Pause, "", "alarme");
        draft.toggle(Form::Incident);
        assert_eq!((draft.form(), draft.text.as_str()), (Some(Form::Incident), ""));
        draft.toggle(Form::Incident);
        assert_eq!(draft.form(), None);
        assert_eq!(submit(&mut draft), None);
    }
}
