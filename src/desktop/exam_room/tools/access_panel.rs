//! « Apparence »: size of the text, colours, spacing, guide, motion; and why each may help.

use egui::{Context, ScrollArea, Ui};

use super::access::{AccessChoices, TEXT_SIZES};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{space, type_size};
use crate::desktop::ui_kit::{
    Button, ButtonKind, Dialog, DialogAnswer, Run, card, check_box, field_name, page_keys,
    paragraph, radio, secondary,
};
use crate::storage::Theme;

/// Height that the dialog takes around its content, in points.
const AROUND: f32 = 200.0;

/// Shows the choices while `open`; gives them when one has changed.
pub fn show(ctx: &Context, open: &mut bool, choices: AccessChoices) -> Option<AccessChoices> {
    if !*open {
        return None;
    }
    let mut chosen = choices;
    let title = fr("Apparence");
    let most = (ctx.content_rect().height() - AROUND).max(80.0);
    let dialog = Dialog::new("apparence-composer", &title).button("Fermer", ButtonKind::Primary);
    let answer = dialog.width(520.0).show(ctx, |ui| {
        secondary(ui, fr("Vos choix valent pour toute l'épreuve et ne changent rien au sujet."));
        ScrollArea::vertical().id_salt("apparence").max_height(most).show(ui, |ui| {
            text_sizes(ui, &mut chosen);
            themes(ui, &mut chosen);
            reading(ui, &mut chosen);
            motion(ui, &mut chosen);
            page_keys(ui);
        });
    });
    if answer != DialogAnswer::Open {
        *open = false;
    }
    (chosen != choices).then_some(chosen)
}

fn text_sizes(ui: &mut Ui, chosen: &mut AccessChoices) {
    field_name(ui, fr("Taille du texte"));
    ui.horizontal_wrapped(|ui| {
        for size in TEXT_SIZES {
            let words = fr(&format!("{size} %"));
            let name = fr(&format!("Texte à {size} %"));
            let button = Button::new(&words).small().name(&name);
            let button = button.selected(chosen.text_percent == size).id_salt(("taille", size));
            if button.show(ui).clicked() {
                chosen.text_percent = size;
            }
        }
    });
    ui.add_space(space::SMALL);
}

fn themes(ui: &mut Ui, chosen: &mut AccessChoices) {
    field_name(ui, fr("Couleurs"));
    let themes = [
        (Theme::Light, "Clair"),
        (Theme::Dark, "Sombre"),
        (Theme::HighContrast, "Contraste élevé"),
    ];
    for (theme, name) in themes {
        if radio(ui, &fr(name), chosen.theme == theme).clicked() {
            chosen.theme = theme;
        }
    }
    ui.add_space(space::SMALL);
}

fn reading(ui: &mut Ui, chosen: &mut AccessChoices) {
    field_name(ui, "Lecture");
    check_box(ui, &fr("Lecture espacée"), &mut chosen.spaced_reading);
    secondary(
        ui,
        fr(
            "Lettres et lignes plus écartées : les lettres voisines se gênent moins, ce qui aide beaucoup de lecteurs dyslexiques. La police, Atkinson Hyperlegible, distingue déjà les lettres qui se ressemblent (I l 1, O 0).",
        ),
    );
    ui.push_id("exemple", |ui| {
        card(ui, |ui| {
            let words =
                fr("Le stock de sécurité de RM10 n'est jamais consommé avant la semaine 40.");
            paragraph(ui, &[Run::plain(words)], type_size::BODY);
        });
    });
    check_box(ui, &fr("Guide de lecture"), &mut chosen.reading_guide);
    secondary(
        ui,
        fr(
            "Une bande de trois lignes reste claire, les autres s'estompent : elle suit le pointeur, ou Alt et les flèches haut et bas.",
        ),
    );
    ui.add_space(space::SMALL);
}

fn motion(ui: &mut Ui, chosen: &mut AccessChoices) {
    field_name(ui, "Mouvements");
    check_box(ui, &fr("Mouvements réduits"), &mut chosen.reduced_motion);
    secondary(
        ui,
        fr(
            "Le programme n'anime rien ; avec ce choix, la molette déplace aussi les pages d'un coup, sans glisser.",
        ),
    );
}
