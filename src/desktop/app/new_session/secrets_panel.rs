//! The seals of a new session: codes, passphrase of the jury, what the room allows.

use egui::{Id, Ui};

use super::form::Form;
use super::form_panel::{Sheet, warning};
use super::secrets::{CodeDraft, PassphraseDraft};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Button, Field, card, check_box, divider, field_name, radio, secondary, subtitle,
};

/// Width of the field of a code, in points.
const CODE: f32 = 320.0;

/// Shows the card of the seals.
pub(super) fn show(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let Sheet { form, fields, .. } = sheet;
    card(ui, |ui| {
        subtitle(ui, fr("Codes et scellés"));
        secondary(
            ui,
            fr(
                "Le code d'ouverture se dit à voix haute au début de l'épreuve. Le code de la salle ouvre le panneau du surveillant.",
            ),
        );
        codes(ui, form, fields);
        divider(ui);
        passphrase(ui, &mut form.passphrase, fields);
        divider(ui);
        wishes(ui, form);
    });
}

fn codes(ui: &mut Ui, form: &mut Form, fields: &mut Vec<Id>) {
    if form.others.is_empty() {
        code(ui, "Code d'ouverture", &mut form.code, fields);
    } else {
        code(ui, "Code d'ouverture, étude de cas", &mut form.code, fields);
    }
    for (rank, paper) in form.others.iter_mut().enumerate() {
        ui.push_id(("code", paper.number), |ui| {
            let label = paper.label.trim();
            let name = match label {
                "" => format!("Code d'ouverture, épreuve {}", rank + 2),
                _ => format!("Code d'ouverture, {label}"),
            };
            code(ui, &name, &mut paper.code, fields);
        });
    }
    code(ui, "Code de la salle", &mut form.room_code, fields);
}

fn code(ui: &mut Ui, name: &str, draft: &mut CodeDraft, fields: &mut Vec<Id>) {
    let label = fr(name);
    let field = Field::new(&label).formula().width(CODE).limit(OPENING_CODE_LIMIT);
    let response = field.text(ui, &mut draft.typed);
    remember(fields, response.id);
    if let Some(remark) = draft.remark() {
        warning(ui, remark);
    }
    let words = fr("Tirer un autre");
    let name = fr(&format!("Tirer un autre code : {name}"));
    if Button::new(&words).name(&name).small().id_salt(("tirer", &label)).show(ui).clicked() {
        draft.draw();
    }
}

/// More than any code needs.
const OPENING_CODE_LIMIT: usize = 80;

fn passphrase(ui: &mut Ui, draft: &mut PassphraseDraft, fields: &mut Vec<Id>) {
    field_name(ui, fr("Phrase secrète du jury"));
    secondary(
        ui,
        fr(
            "Elle protège la clé qui ouvre les copies. Sans elle, aucune copie ne peut être lue, par personne.",
        ),
    );
    for (is_chosen, words) in
        [(false, "Tirée au sort, montrée une seule fois"), (true, "Choisie par le centre")]
    {
        if radio(ui, &fr(words), draft.is_chosen == is_chosen).clicked() {
            draft.is_chosen = is_chosen;
        }
    }
    if !draft.is_chosen {
        return;
    }
    let (first, second) = (fr("Phrase secrète"), fr("Encore une fois"));
    let response = Field::new(&first).password().width(CODE).text(ui, &mut draft.first);
    remember(fields, response.id);
    let response = Field::new(&second).password().width(CODE).text(ui, &mut draft.second);
    remember(fields, response.id);
    if draft.is_weak() {
        warning(ui, "Cette phrase est courte : elle se devine. Préférez douze signes au moins.");
    }
    let is_begun = !draft.second.is_empty();
    if let Some(problem) = draft.problem().filter(|_| is_begun) {
        warning(ui, problem);
    }
}

fn wishes(ui: &mut Ui, form: &mut Form) {
    let wishes = &mut form.wishes;
    field_name(ui, fr("Sujets et salle"));
    for (one_for_each, words) in [
        (false, "Un sujet scellé pour tous"),
        (true, "Un sujet scellé par candidat : chaque fichier n'ouvre que le sien"),
    ] {
        if radio(ui, &fr(words), wishes.one_for_each == one_for_each).clicked() {
            wishes.one_for_each = one_for_each;
        }
    }
    ui.add_space(space::TINY);
    let variants = fr("Une variante chiffrée par candidat");
    check_box(ui, &variants, &mut wishes.variants);
    let paste = fr("Permettre de coller un texte venu d'un autre programme");
    check_box(ui, &paste, &mut wishes.rules.paste_from_outside);
}

fn remember(fields: &mut Vec<Id>, field: Id) {
    if !fields.contains(&field) {
        fields.push(field);
    }
}
