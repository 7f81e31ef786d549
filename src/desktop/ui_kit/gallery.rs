//! Every component on one page, for the picture tests and for those who build screens.

mod tables;

use egui::{Align, Layout, Rect, ScrollArea, Sense, StrokeKind, Ui, Vec2, pos2, vec2};

use super::fonts::{monospace, regular};
use super::tokens::{State, height, radius, space, type_size};
use super::{
    BannerKind, Button, Field, Icon, LabelPlace, ListLine, Run, Tab, banner, bullets, card,
    check_box, chip, count_chip, divider, drop_down, icon, key_hint, label, level_scale,
    number_field, palette, paragraph, progress_bar, radio, rich_table, row, secondary,
    section_heading, segmented, small_check_box, status_box, subtitle, tabs, text_area, text_field,
    theme_kind, title,
};

/// What one changes while looking at the gallery.
#[derive(Debug, Clone)]
struct Sample {
    number: String,
    name: String,
    remark: String,
    checked: bool,
    other: bool,
    view: usize,
    choice: usize,
    tab: usize,
    level: Option<usize>,
    line: usize,
    cells: tables::Cells,
}

impl Default for Sample {
    fn default() -> Self {
        Self {
            number: "12,5".to_owned(),
            name: "B-07".to_owned(),
            remark: "Stock de sécurité oublié en S40\u{202f}; la suite est menée.".to_owned(),
            checked: true,
            other: false,
            view: 0,
            choice: 0,
            tab: 0,
            level: Some(1),
            line: 1,
            cells: tables::Cells::default(),
        }
    }
}

/// Shows every component in the appearance of the window.
pub fn gallery(ui: &mut Ui) {
    let memory = ui.scope_id().with("gallery_sample");
    let mut sample = ui.data(|data| data.get_temp::<Sample>(memory)).unwrap_or_default();
    ScrollArea::vertical().id_salt("gallery").show(ui, |ui| {
        title(ui, theme_kind(ui).label());
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                colours(left);
                buttons(left);
                fields(left, &mut sample);
                choices(left, &mut sample);
                messages(left);
                chips(right);
                lists(right, &mut sample);
                texts(right);
                tables::show(right, &mut sample.cells);
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(memory, sample));
}

fn colours(ui: &mut Ui) {
    card(ui, |ui| {
        let colors = palette(ui);
        let side = ((ui.available_width() - space::SMALL) * 0.5).max(120.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::SMALL, 0.0);
            for (name, color) in colors.named() {
                let response = ui.allocate_response(vec2(side, 19.0), Sense::hover());
                let rect = response.rect;
                let patch = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(22.0, 15.0));
                let edge = (1.0, colors.line_strong);
                ui.painter().rect(patch, radius::CHIP, color, edge, StrokeKind::Inside);
                let font = regular(type_size::SECONDARY);
                let start = pos2(rect.left() + 28.0, rect.center().y);
                ui.painter().text(start, egui::Align2::LEFT_CENTER, name, font, colors.text);
                let code = format!("{:02X}{:02X}{:02X}", color.r(), color.g(), color.b());
                let end = pos2(rect.right(), rect.center().y);
                let font = monospace(type_size::SECONDARY);
                ui.painter().text(end, egui::Align2::RIGHT_CENTER, code, font, colors.text_2);
            }
        });
    });
}

fn buttons(ui: &mut Ui) {
    section_heading(ui, "Boutons", |_| {});
    row(ui, height::BUTTON, |ui| {
        Button::primary("Principal").show(ui);
        Button::new("Normal").show(ui);
        Button::quiet("Discret").show(ui);
        Button::destructive("Supprimer").show(ui);
        Button::link("Ouvrir…").show(ui);
    });
    row(ui, height::BUTTON_CANDIDATE, |ui| {
        Button::new("Inactif").enabled(false, "Le motif de CP7 manque.").show(ui);
        Button::new("À revoir").icon(Icon::Flag).selected(true).show(ui);
        Button::new("Article").icon(Icon::Plus).small().show(ui);
        Button::sign(Icon::Redo, "Rétablir").show(ui);
        Button::primary("Question 5").trailing(Icon::ChevronRight).candidate().show(ui);
    });
    row(ui, height::BUTTON, |ui| {
        Button::new("Second regard").icon(Icon::Flag).key("S").show(ui);
        key_hint(ui, &["Ctrl Z"], "annuler");
    });
    ui.horizontal_wrapped(|ui| {
        let ink = palette(ui).text;
        for sign in Icon::ALL {
            icon(ui, *sign, 16.0, ink);
        }
    });
}

fn fields(ui: &mut Ui, sample: &mut Sample) {
    section_heading(ui, "Saisie", |_| {});
    text_field(ui, "Pour confirmer, écrivez votre identifiant", &mut sample.name);
    number_field(ui, "Minutes conseillées", &mut sample.number);
    Field::new("Rechercher")
        .place(LabelPlace::Hidden)
        .hint("Rechercher")
        .error(Some("Rien ne correspond\u{a0}: essayez un code d’article."))
        .text(ui, &mut sample.name);
    text_area(ui, "Remarque", &mut sample.remark, 2);
}

fn choices(ui: &mut Ui, sample: &mut Sample) {
    section_heading(ui, "Choix", |_| {});
    check_box(ui, "Mêmes groupes sur l’écran du surveillant", &mut sample.checked);
    small_check_box(ui, "Lots et délais appliqués", &mut sample.other);
    row(ui, height::INPUT, |ui| {
        for (index, name) in ["Écran", "Papier"].into_iter().enumerate() {
            if radio(ui, name, sample.view == index).clicked() {
                sample.view = index;
            }
        }
        segmented(ui, "Vue", &mut sample.view, &["Par question", "Par copie"]);
    });
    drop_down(ui, "Stock de sécurité", &mut sample.choice, &["non consommé", "consommé"]);
    let levels = [
        (Icon::Check, "Satisfait", State::Ok),
        (Icon::Half, "Partiel", State::Warn),
        (Icon::Cross, "Non satisfait", State::Wrong),
        (Icon::Ring, "Non observé", State::Blank),
    ];
    if let Some(level) = level_scale(ui, "CP3.1", sample.level, &levels) {
        sample.level = Some(level);
    }
}

fn messages(ui: &mut Ui) {
    section_heading(ui, "Messages", |_| {});
    banner(
        ui,
        BannerKind::Root,
        "Enregistrement impossible sur la clé USB.",
        "Vos réponses sont gardées\u{202f}; nouvel essai dans 2 s.",
        Some("Autre dossier…"),
    );
    banner(ui, BannerKind::Warn, "Il manque 2 éléments\u{a0}:", "le motif et les notes.", None);
    banner(ui, BannerKind::Ok, "", "Copie vérifiée.", None);
    banner(ui, BannerKind::Info, "", "3 réponses à relire.", None);
}

fn chips(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        count_chip(ui, Some(Icon::Check), "Juste", 51, State::Ok);
        count_chip(ui, Some(Icon::Elbow), "Cohérent", 15, State::Follow);
        chip(ui, Some(Icon::Bang), "Erreur d’origine", State::Root);
        chip(ui, Some(Icon::Cross), "Faux", State::Wrong);
        chip(ui, Some(Icon::Dash), "Vide", State::Blank);
        chip(ui, Some(Icon::Flag), "1 à revoir", State::Warn);
        chip(ui, None, "Examen blanc", State::Accent);
        chip(ui, Some(Icon::Table), "Feuille CBN", State::Neutral);
    });
    ui.horizontal_wrapped(|ui| {
        let end = Some("fin à 12 h 36");
        status_box(ui, Icon::Clock, "Il reste 1 h 54", end, State::Neutral);
        status_box(ui, Icon::Clock, "Il reste 14 min", end, State::Warn);
        status_box(ui, Icon::Pause, "En pause", None, State::Follow);
    });
    progress_bar(ui, 5, 9);
}

fn lists(ui: &mut Ui, sample: &mut Sample) {
    let names =
        [Tab::new("Jugement"), Tab::new("Corrigé"), Tab::new("Diagnostics").badge(2, State::Warn)];
    tabs(ui, "gallery_tabs", &mut sample.tab, &names);
    let lines = [
        ("3", "Données à corriger", Icon::Check, "répondue", State::Ok),
        ("4", "Besoins nets (CBN)", Icon::Half, "en cours", State::Accent),
        ("5", "Manquants", Icon::Ring, "vide", State::Blank),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, (lead, text, sign, word, state)) in lines.into_iter().enumerate() {
            let line = ListLine::new(text).lead(lead).status(sign, word, state, "15 min");
            if line.selected(sample.line == index).show(ui).clicked() {
                sample.line = index;
            }
        }
        ListLine::new("Annexes").icon(Icon::Note).trailing("6").show(ui);
    });
}

fn texts(ui: &mut Ui) {
    divider(ui);
    subtitle(ui, "Paramètres de gestion");
    label(ui, "Le stock de sécurité n’est jamais consommé.");
    secondary(ui, "Quantités à livrer au cours de la semaine.");
    let words = |text: &str| vec![Run::plain(text)];
    paragraph(
        ui,
        &[
            Run::plain("Une remorque RV20 porte "),
            Run::bold("2 roues"),
            Run { text: " montées".to_owned(), italic: true, ..Run::default() },
            Run { text: " RM20.".to_owned(), highlighted: true, ..Run::default() },
        ],
        type_size::QUESTION,
    );
    bullets(ui, &[words("Un ordre lancé."), words("Un ordre proposé.")], None, type_size::BODY);
    bullets(ui, &[words("Premier."), words("Deuxième.")], Some(1), type_size::BODY);
    rich_table(
        ui,
        &[words("Article"), words("Stock"), words("Délai (sem.)")],
        &[
            vec![words("RV20"), words("38"), words("1")],
            vec![words("RM20"), words("96"), words("2")],
        ],
    );
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let side = Vec2::splat(28.0);
        let response = ui.allocate_response(side, Sense::hover());
        super::icons::paint(ui.painter(), response.rect, Icon::Scales, palette(ui).accent);
    });
}
