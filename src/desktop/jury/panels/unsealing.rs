//! « Copies scellées »: the jury's key and its passphrase, before the copies can be read.

use egui::text_edit::TextEditState;
use egui::{Context, Id, Key, Ui};

use super::desk::{Desk, Wish};
use super::lone_column::lone_column;
use super::{bars, messages};
use crate::desktop::jury::model::counted;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, Icon, banner, card, field_name, label, page_title, progress_bar,
    secondary,
};

/// Width of the column, in points.
const COLUMN: f32 = 560.0;

/// Shows the panel.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    bars::top(ui, desk, narrow);
    bars::bottom(ui, desk);
    lone_column(ui, "jury_unsealing", COLUMN, |ui| column(ui, desk));
}

fn column(ui: &mut Ui, desk: &mut Desk<'_>) {
    let count = desk.bench.folder.sealed.len();
    page_title(ui, fr("Copies scellées"));
    let words = counted(count, "copie est scellée", "copies sont scellées");
    label(ui, fr(&format!("{words}. Il faut la clé du jury et sa phrase secrète pour lire.")));
    secondary(
        ui,
        fr(
            "La clé reste dans la mémoire de ce poste et elle est oubliée quand vous quittez la session. Les copies restent scellées dans le dossier ; les documents que vous écrivez ensuite, eux, sont lisibles par tous.",
        ),
    );
    messages::problems(ui, desk);
    if let Some(problem) = desk.unsealing.problem() {
        let title = fr("Les copies ne sont pas ouvertes.");
        banner(ui, BannerKind::Warn, &title, &messages::place_and_remedy(problem), None);
    }
    ui.add_space(space::SMALL);
    let running = desk.unsealing.is_running();
    ui.add_enabled_ui(!running, |ui| {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            key_file(ui, desk);
            ui.add_space(space::SMALL);
            passphrase(ui, desk);
        });
    });
    ui.add_space(space::SMALL);
    if running { progress(ui, desk) } else { actions(ui, desk) }
}

/// The key found in the folder of the session, or chosen.
fn key_file(ui: &mut Ui, desk: &mut Desk<'_>) {
    field_name(ui, fr("Clé du jury"));
    match &desk.unsealing.form.key {
        Some(path) => label(ui, path.display().to_string()),
        None => label(
            ui,
            fr(
                "La clé (jury.cle) n'est pas dans le dossier de la session. Choisissez-la, par exemple sur la clé USB du jury.",
            ),
        ),
    };
    if Button::new(&fr("Choisir la clé…")).icon(Icon::Folder).small().show(ui).clicked() {
        desk.wishes.push(Wish::ChooseKey);
    }
}

fn passphrase(ui: &mut Ui, desk: &mut Desk<'_>) {
    let form = &mut desk.unsealing.form;
    let name = fr("Phrase secrète du jury");
    let field = Field::new(&name);
    let field = if form.is_visible { field } else { field.password() };
    let id = field.id(ui);
    let response = field.text(ui, &mut form.passphrase);
    forget_undo(ui.ctx(), id);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if form.key.is_some() && ui.is_enabled() && std::mem::take(&mut form.wants_focus) {
        response.request_focus();
    }
    let (word, name) = if form.is_visible {
        ("Masquer", "Masquer la phrase secrète")
    } else {
        ("Afficher", "Afficher la phrase secrète")
    };
    let name = fr(name);
    if Button::quiet(word).icon(Icon::Eye).name(&name).small().show(ui).clicked() {
        form.is_visible = !form.is_visible;
    }
    if entered && form.missing().is_none() {
        desk.wishes.push(Wish::OpenCopies);
    }
}

/// What was typed here is kept nowhere but in the field.
fn forget_undo(ctx: &Context, field: Id) {
    if let Some(mut state) = TextEditState::load(ctx, field) {
        state.clear_undoer();
        state.store(ctx, field);
    }
}

fn progress(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(progress) = desk.unsealing.progress() else { return };
    label(ui, fr(&progress.step));
    progress_bar(ui, progress.done, progress.total);
    if Button::new("Annuler").show(ui).clicked() {
        desk.wishes.push(Wish::StopOpening);
    }
}

fn actions(ui: &mut Ui, desk: &mut Desk<'_>) {
    let missing = desk.unsealing.form.missing();
    let reason = fr(missing.unwrap_or_default());
    ui.horizontal_wrapped(|ui| {
        let button = Button::primary("Ouvrir les copies").icon(Icon::Lock);
        if button.enabled(missing.is_none(), &reason).show(ui).clicked() {
            desk.wishes.push(Wish::OpenCopies);
        }
        if Button::quiet("Continuer sans ouvrir").show(ui).clicked() {
            desk.wishes.push(Wish::KeepSealed);
        }
    });
    if missing.is_some() {
        secondary(ui, reason);
    }
}
