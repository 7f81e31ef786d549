//! « Composer » in the window: which screen, the clock, and what people ask for.

mod entering;

use std::path::PathBuf;
use std::time::Duration;

use egui::{Context, Ui};

use super::appearance::{change_text_size, change_theme};
use super::commands::{Command, perform};
use super::companions::{Companions, OTHER_FOLDER};
use super::help_panel::KeysOf;
use super::identification::Identification;
use super::paper_entry::PaperEntry;
use super::sitting::{Sitting, Step};
use super::sitting_panel::Beside;
use super::{help_panel, identification_panel, keys, sitting_panel};
use crate::desktop::paper::{fr, refuse_outside_pastes};
use crate::desktop::services::{Departure, Services};
use crate::storage::{Preferences, StorageResult, Theme};

enum Screen {
    Identification(Box<Identification>),
    Sitting(Box<Sitting>, Box<Companions>),
    Paper(Box<PaperEntry>),
}

/// The workspace of a candidate.
pub struct ExamRoomWorkspace {
    screen: Screen,
    help_is_open: bool,
}

impl ExamRoomWorkspace {
    /// Opens a subject at the identification of the candidate.
    ///
    /// # Errors
    /// When the subject cannot be read.
    pub fn open(subject_path: PathBuf) -> StorageResult<Self> {
        let form = Identification::open(subject_path)?;
        Ok(Self { screen: Screen::Identification(Box::new(form)), help_is_open: false })
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        match &self.screen {
            Screen::Identification(form) => {
                fr(&format!("{} – Composer – Cas d'école", form.title()))
            }
            Screen::Paper(entry) => entry.title(),
            Screen::Sitting(sitting, _) => {
                let candidate = &sitting.copy.sheet().candidate;
                let title = &sitting.copy.subject().title;
                fr(&format!("{candidate}, {title} – Composer – Cas d'école"))
            }
        }
    }

    /// Colours and size of the text (percent) of this PC while a sitting shows its own; `None` when
    /// none is open. Those of a sitting stay with it: they are never the preferences of the PC.
    pub fn usual_appearance(&self) -> Option<(Theme, u32)> {
        match &self.screen {
            Screen::Identification(_) | Screen::Paper(_) => None,
            Screen::Sitting(_, companions) => {
                let usual = companions.usual();
                Some((usual.theme, usual.text_percent))
            }
        }
    }

    /// Before the window closes: the copy must be on the disk; `false` keeps the window open.
    pub fn close_requested(&mut self) -> bool {
        match &mut self.screen {
            Screen::Identification(_) => true,
            Screen::Paper(entry) => entry.close(),
            Screen::Sitting(sitting, companions) => {
                let closed = sitting.copy.close();
                sitting.refresh();
                companions.finish();
                closed
            }
        }
    }

    /// Draws the whole window and does what is asked in it.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let ctx = ui.ctx().clone();
        self.take_folders(services);
        self.enter_when_open(&ctx, services.preferences);
        let mut asked = Vec::new();
        let hands_off = self.help_is_open || services.picker.is_asking() || self.is_watched();
        if !hands_off {
            keys::read(&ctx, self.sitting(), &mut asked);
            if let Screen::Paper(entry) = &mut self.screen {
                entry.read_keys(&ctx);
            }
        }
        let mut departure = None;
        match &mut self.screen {
            Screen::Identification(form) => {
                identification_panel::show(ui, form, services.preferences, &mut asked);
            }
            Screen::Paper(entry) => departure = entry.ui(ui, services, &mut self.help_is_open),
            Screen::Sitting(sitting, companions) => {
                if !sitting.copy.sitting().facts().rules.paste_from_outside {
                    refuse_outside_pastes(&ctx);
                }
                let notices = sitting.tick();
                companions.look(&ctx, sitting, services.picker.is_asking(), notices);
                let beside = Beside::of(companions, sitting);
                sitting_panel::show(ui, sitting, services.preferences, &beside, &mut asked);
                companions.show(&ctx, sitting, services);
            }
        }
        let whose = self.keys();
        help_panel::show(&ctx, &mut self.help_is_open, whose);
        if !asked.is_empty() {
            ctx.request_repaint();
        }
        for command in asked {
            departure = self.follow(&ctx, command, services).or(departure);
        }
        if let Some(delay) = self.delay() {
            ctx.request_repaint_after(delay);
        }
        departure
    }

    /// The clocks go on while the window is hidden: the end of the time and sleep are noticed.
    pub fn look(&mut self, ctx: &Context, dialog_is_open: bool) {
        if let Screen::Sitting(sitting, companions) = &mut self.screen {
            let notices = sitting.tick();
            companions.look(ctx, sitting, dialog_is_open, notices);
        }
        if let Some(delay) = self.delay() {
            ctx.request_repaint_after(delay);
        }
    }

    /// Whether the invigilator has the keyboard.
    fn is_watched(&self) -> bool {
        match &self.screen {
            Screen::Identification(_) | Screen::Paper(_) => false,
            Screen::Sitting(_, companions) => companions.invigilator_is_shown(),
        }
    }

    /// Whose keys the help shows.
    fn keys(&self) -> KeysOf {
        match &self.screen {
            Screen::Paper(_) => KeysOf::Paper,
            Screen::Sitting(sitting, _) if sitting.speller.is_some() => KeysOf::SpelledSitting,
            Screen::Sitting(..) | Screen::Identification(_) => KeysOf::Sitting,
        }
    }

    fn sitting(&self) -> Option<&Sitting> {
        match &self.screen {
            Screen::Identification(_) | Screen::Paper(_) => None,
            Screen::Sitting(sitting, _) => Some(sitting.as_ref()),
        }
    }

    /// Time before the clock changes something on screen or a save is due.
    fn delay(&self) -> Option<Duration> {
        self.sitting().and_then(|sitting| sitting.copy.delay())
    }

    fn follow(
        &mut self,
        ctx: &Context,
        command: Command,
        services: &mut Services<'_>,
    ) -> Option<Departure> {
        match command {
            Command::Entrance(entrance) => self.enter(ctx, entrance, services),
            Command::Deed(deed) => {
                if let Screen::Sitting(sitting, _) = &mut self.screen
                    && !sitting.is_suspended()
                {
                    perform(sitting, deed);
                }
            }
            Command::OtherFolder => {
                services.picker.ask_folder(ctx, OTHER_FOLDER, "Autre dossier pour la copie");
            }
            Command::TextSize(size) => change_text_size(ctx, services.preferences, size),
            Command::Theme(theme) => change_theme(ctx, services.preferences, theme),
            Command::CloseNotice(number) => {
                if let Screen::Sitting(_, companions) = &mut self.screen {
                    companions.close_notice(number);
                }
            }
            Command::CloseFolderNews(count) => {
                if let Screen::Sitting(sitting, _) = &mut self.screen {
                    sitting.copy.close_folder_news(count);
                }
            }
            Command::Help => self.help_is_open = true,
            Command::Companion(which) => {
                if let Screen::Sitting(sitting, companions) = &mut self.screen {
                    companions.toggle(ctx, sitting, which);
                }
            }
            Command::Leave => return self.leaving(ctx, services.preferences),
        }
        None
    }

    /// The exam room is left before the test or after the hand-in, never in between.
    fn leaving(&mut self, ctx: &Context, preferences: &mut Preferences) -> Option<Departure> {
        if let Screen::Sitting(sitting, companions) = &mut self.screen {
            if sitting.step() != Step::Receipt {
                return None;
            }
            companions.leave(ctx, preferences);
        }
        Some(Departure::Home)
    }
}

#[cfg(test)]
impl ExamRoomWorkspace {
    /// A sitting that has just begun, and the folder it is kept in.
    pub(crate) fn begun(ctx: &Context, preferences: &mut Preferences) -> (tempfile::TempDir, Self) {
        let (folder, _) = super::example::folder_with_subject();
        let copy = super::example::begun(&folder, "");
        let mut sitting = Box::new(Sitting::new(copy));
        let companions = Companions::begin(ctx, &mut sitting, preferences);
        let screen = Screen::Sitting(sitting, Box::new(companions));
        (folder, Self { screen, help_is_open: false })
    }
}

#[cfg(test)]
mod tests;
