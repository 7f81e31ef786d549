//! Every pair of colours in use can be read in the three appearances.

use egui::Color32;

use super::tokens::{Palette, State, ThemeKind};

const STATES: [State; 6] =
    [State::Ok, State::Follow, State::Root, State::Wrong, State::Blank, State::Warn];

fn luminance(color: Color32) -> f64 {
    let channel = |value: u8| {
        let part = f64::from(value) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

fn text_pairs(colors: &Palette) -> Vec<(Color32, Color32)> {
    let grounds = [colors.bg, colors.surface, colors.card, colors.sunken, colors.accent_soft];
    let mut pairs: Vec<_> = grounds
        .iter()
        .flat_map(|ground| [(colors.text, *ground), (colors.text_2, *ground)])
        .collect();
    for state in STATES {
        pairs.push((colors.on_fill(state), colors.fill(state)));
        pairs.push((colors.sign(state), colors.tint(state)));
        pairs.push((colors.sign(state), colors.card));
        pairs.push((colors.text, colors.tint(state)));
    }
    pairs.push((colors.on_accent, colors.accent));
    pairs.push((colors.on_accent, colors.accent_hover));
    pairs.push((colors.accent, colors.accent_soft));
    pairs.push((colors.text, colors.mark));
    pairs
}

#[test]
fn texts_can_be_read() {
    for kind in ThemeKind::ALL {
        let limit = if kind == ThemeKind::HighContrast { 7.0 } else { 4.5 };
        for (text, ground) in text_pairs(kind.palette()) {
            let found = contrast(text, ground);
            assert!(found >= limit, "{kind:?}: {text:?} on {ground:?} is {found:.2}");
        }
    }
}

#[test]
fn edges_of_controls_can_be_seen() {
    for kind in ThemeKind::ALL {
        let colors = kind.palette();
        for ground in [colors.bg, colors.surface, colors.card, colors.sunken] {
            assert!(contrast(colors.line_strong, ground) >= 3.0);
            assert!(contrast(colors.focus, ground) >= 3.0);
        }
    }
}
