//! Asks for a file or a folder: the system's dialog, or a path field where no dialog answers.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::paper::fr;
use super::ui_kit::{
    BannerKind, ButtonKind, Dialog, DialogAnswer, TextRole, banner, text, text_field,
};
use crate::jobs::{Job, JobState};

/// A system dialog that ends sooner than this was never shown.
const SHORTEST_DIALOG: Duration = Duration::from_millis(900);

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// An existing file.
    Open {
        /// Title of the dialog.
        title: String,
        /// Ends of the file names offered, without the dot.
        extensions: Vec<&'static str>,
    },
    /// A file to write.
    Save {
        /// Title of the dialog.
        title: String,
        /// Proposed file.
        proposed: PathBuf,
    },
    /// A folder.
    Folder {
        /// Title of the dialog.
        title: String,
    },
}

impl Wish {
    fn title(&self) -> &str {
        match self {
            Self::Open { title, .. } | Self::Save { title, .. } | Self::Folder { title } => title,
        }
    }

    fn proposed(&self) -> String {
        match self {
            Self::Save { proposed, .. } => proposed.display().to_string(),
            Self::Open { .. } | Self::Folder { .. } => String::new(),
        }
    }
}

enum Phase {
    Native { job: Job<Option<PathBuf>>, since: Instant },
    Field { path: String, problem: Option<String>, fresh: bool },
}

struct Request {
    key: &'static str,
    wish: Wish,
    phase: Phase,
}

/// File dialogs of the window, one at a time.
#[derive(Default)]
pub struct FilePicker {
    request: Option<Request>,
    answer: Option<(&'static str, PathBuf)>,
    field_only: bool,
}

impl FilePicker {
    /// A picker that only uses the path field: no dialog service, or a test.
    #[must_use]
    pub fn with_field_only() -> Self {
        Self { field_only: true, ..Self::default() }
    }

    /// Starts asking; `key` names the purpose of the answer.
    pub fn ask(&mut self, ctx: &egui::Context, key: &'static str, wish: Wish) {
        let phase = if self.field_only || !dialog_service_is_likely() {
            field(&wish)
        } else {
            let (asked, ctx) = (wish.clone(), ctx.clone());
            let job =
                Job::start("dialogue", move || ctx.request_repaint(), move |_| native(&asked));
            Phase::Native { job, since: now() }
        };
        self.request = Some(Request { key, wish, phase });
    }

    /// Starts asking for a folder.
    pub fn ask_folder(&mut self, ctx: &egui::Context, key: &'static str, title: &str) {
        self.ask(ctx, key, Wish::Folder { title: fr(title) });
    }

    /// The answer, once, when the person has chosen.
    pub fn take(&mut self, key: &'static str) -> Option<PathBuf> {
        let (_, path) = self.answer.take_if(|(known, _)| *known == key)?;
        Some(path)
    }

    /// Whether a dialog is open.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.request.is_some()
    }

    /// Whether the path field stands in for the system's dialog: what is shown over the window
    /// leaves it the place in front.
    #[must_use]
    pub fn shows_field(&self) -> bool {
        let request = self.request.as_ref();
        request.is_some_and(|request| matches!(request.phase, Phase::Field { .. }))
    }

    /// Draws the path field where it is needed; call once a frame, after the rest.
    pub fn show(&mut self, ctx: &egui::Context) {
        let Some(request) = &mut self.request else { return };
        let ending = match &mut request.phase {
            Phase::Native { job, since } => match job.poll() {
                JobState::Running => return,
                JobState::Finished(Some(path)) => Ending::Chosen(path),
                JobState::Finished(None) | JobState::Lost => {
                    if since.elapsed() < SHORTEST_DIALOG {
                        self.field_only = true;
                        request.phase = field(&request.wish);
                        ctx.request_repaint();
                        return;
                    }
                    Ending::GivenUp
                }
            },
            Phase::Field { path, problem, fresh } => {
                show_field(ctx, &request.wish, path, problem, fresh)
            }
        };
        let key = request.key;
        match ending {
            Ending::NotYet => return,
            Ending::GivenUp => {}
            Ending::Chosen(path) => self.answer = Some((key, path)),
        }
        self.request = None;
        ctx.request_repaint();
    }
}

#[allow(clippy::disallowed_methods, reason = "measures how long a dialog stayed open")]
fn now() -> Instant {
    Instant::now()
}

fn field(wish: &Wish) -> Phase {
    Phase::Field { path: wish.proposed(), problem: None, fresh: true }
}

/// Without a session bus no portal can answer on Linux; elsewhere dialogs belong to the system.
fn dialog_service_is_likely() -> bool {
    !cfg!(target_os = "linux") || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
}

fn native(wish: &Wish) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().set_title(wish.title());
    match wish {
        Wish::Open { extensions, .. } => dialog.add_filter("Documents", extensions).pick_file(),
        Wish::Save { proposed, .. } => {
            let name = proposed.file_name().map(|name| name.to_string_lossy().into_owned());
            let dialog = dialog.set_file_name(name.unwrap_or_default());
            match proposed.parent().filter(|folder| folder.is_dir()) {
                Some(folder) => dialog.set_directory(folder).save_file(),
                None => dialog.save_file(),
            }
        }
        Wish::Folder { .. } => dialog.pick_folder(),
    }
}

/// What came of a dialog in this frame.
enum Ending {
    NotYet,
    GivenUp,
    Chosen(PathBuf),
}

fn show_field(
    ctx: &egui::Context,
    wish: &Wish,
    path: &mut String,
    problem: &mut Option<String>,
    fresh: &mut bool,
) -> Ending {
    let label = match wish {
        Wish::Folder { .. } => "Chemin du dossier",
        _ => "Chemin du fichier",
    };
    let mut submitted = false;
    let title = fr(wish.title());
    let dialog = Dialog::new("choix-de-fichier", &title)
        .width(640.0)
        .content_has_focus()
        .button("Annuler", ButtonKind::Normal)
        .button("Choisir", ButtonKind::Primary);
    let answer = dialog.show(ctx, |ui| {
        text(ui, fr("Aucune fenêtre de choix de fichier ne répond sur ce poste : écrivez le chemin complet."), TextRole::Secondary);
        let response = text_field(ui, label, path);
        // In the first pass, which only measures, nothing can take the focus.
        if *fresh && !ui.is_sizing_pass() {
            *fresh = false;
            response.request_focus();
        }
        submitted = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if let Some(problem) = problem.as_deref() {
            banner(ui, BannerKind::Warn, problem, "", None);
        }
    });
    let confirmed = submitted || answer == DialogAnswer::Pressed(1);
    if confirmed {
        match check(wish, path.trim()) {
            Ok(path) => return Ending::Chosen(path),
            Err(message) => *problem = Some(message),
        }
    }
    match answer {
        DialogAnswer::Cancelled | DialogAnswer::Pressed(0) => Ending::GivenUp,
        DialogAnswer::Open | DialogAnswer::Pressed(_) => Ending::NotYet,
    }
}

fn check(wish: &Wish, path: &str) -> Result<PathBuf, String> {
    let chosen = PathBuf::from(path);
    if path.is_empty() {
        return Err(fr("Écrivez un chemin."));
    }
    let folder_exists = |path: &Path| {
        path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir())
    };
    match wish {
        Wish::Open { .. } if !chosen.exists() => {
            Err(fr("Ce fichier est introuvable. Vérifiez le chemin."))
        }
        Wish::Save { .. } if chosen.is_dir() => {
            Err(fr("C'est un dossier. Ajoutez un nom de fichier."))
        }
        Wish::Save { .. } if !folder_exists(&chosen) => {
            Err(fr("Le dossier n'existe pas. Choisissez un dossier existant."))
        }
        Wish::Folder { .. } if !chosen.is_dir() => {
            Err(fr("Ce dossier est introuvable. Vérifiez le chemin."))
        }
        _ => Ok(chosen),
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Event, Modifiers, PointerButton, RawInput, Rect, pos2, vec2};

    use super::super::ui_kit::{ThemeKind, install_fonts, install_theme};
    use super::*;

    /// A frame with these events, in which the picker may be asked for a folder.
    fn frame(ctx: &Context, picker: &mut FilePicker, events: Vec<Event>, mut asks: bool) {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0)));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| {
            if std::mem::take(&mut asks) {
                picker.ask(ui.ctx(), "essai", Wish::Folder { title: "Dossier".to_owned() });
            }
            picker.show(ui.ctx());
        });
        output.drop_without_applying_deltas();
    }

    #[test]
    fn the_path_field_has_the_focus_whether_a_key_or_a_click_asks_for_it() {
        for by_click in [false, true] {
            let ctx = Context::default();
            install_fonts(&ctx);
            install_theme(&ctx, ThemeKind::Light);
            let mut picker = FilePicker::with_field_only();
            frame(&ctx, &mut picker, Vec::new(), false);
            let (pos, button) = (pos2(5.0, 5.0), PointerButton::Primary);
            let modifiers = Modifiers::NONE;
            let click = [true, false].map(|pressed| Event::PointerButton {
                pos,
                button,
                pressed,
                modifiers,
            });
            let events = if by_click { click.to_vec() } else { Vec::new() };
            frame(&ctx, &mut picker, events, true);
            for _ in 0..3 {
                frame(&ctx, &mut picker, Vec::new(), false);
            }
            assert!(ctx.text_edit_focused(), "by a click: {by_click}");
        }
    }

    #[test]
    fn the_path_field_stands_in_for_the_dialog_while_it_asks() {
        let mut picker = FilePicker::with_field_only();
        assert!(!picker.shows_field());
        let wish = Wish::Folder { title: "Dossier".to_owned() };
        picker.ask(&Context::default(), "essai", wish);
        assert!(picker.is_asking() && picker.shows_field());
    }
}
