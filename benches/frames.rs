//! CPU of one frame of each workspace with the largest case: layout and tessellation, no drawing.
//! `cargo bench --bench frames` prints the median and the worst of 1,000 frames.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use casdecole::demonstration;
use casdecole::desktop::app::CasDecole;
use casdecole::desktop::file_picker::FilePicker;
use casdecole::environment::Environment;
use casdecole::storage::{Preferences, SessionFolder, bundled_cases, load_catalogue};
use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};

const FRAMES: usize = 1_000;

fn input(events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0))),
        events,
        ..RawInput::default()
    }
}

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

fn frame(ctx: &egui::Context, app: &mut CasDecole, events: Vec<Event>) -> Duration {
    let begin = Instant::now();
    let mut output = ctx.run_ui(input(events), |ui| app.show(ui));
    output.textures_delta.clear();
    let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
    std::hint::black_box(shapes.len());
    begin.elapsed()
}

fn measure(name: &str, environment: &Environment, path: &Path, opening: &[Vec<Event>]) {
    let ctx = egui::Context::default();
    let picker = FilePicker::with_field_only();
    let mut app = CasDecole::with(&ctx, environment.clone(), Preferences::default(), None, picker);
    app.open(path);
    for _ in 0..20 {
        frame(&ctx, &mut app, Vec::new());
    }
    for events in opening {
        frame(&ctx, &mut app, events.clone());
        frame(&ctx, &mut app, Vec::new());
        // A subject is opened in the background.
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut output = ctx.run_ui(input(Vec::new()), |ui| app.show(ui));
    output.textures_delta.clear();
    let drawn = output.shapes.len();
    let mut times: Vec<_> = (0..FRAMES).map(|_| frame(&ctx, &mut app, Vec::new())).collect();
    times.sort_unstable();
    let at = |index: usize| times.get(index).copied().unwrap_or_default();
    println!(
        "frame of {name:<24} {drawn:>5} shapes  median {:>8.2?}  99 % {:>8.2?}  worst {:>8.2?}",
        at(FRAMES / 2),
        at(FRAMES * 99 / 100),
        at(FRAMES - 1)
    );
}

fn main() {
    let root = tempfile::tempdir().expect("a folder");
    let (catalogue, _) = load_catalogue(None);
    let cases = bundled_cases().expect("cases");
    let largest = cases.iter().max_by_key(|known| known.case.questions().count()).expect("a case");
    let environment = Environment::real();
    demonstration::create(root.path(), largest, &catalogue, &environment, 1).expect("created");
    let mut folder = SessionFolder::open(root.path()).expect("opened");
    demonstration::evaluate(&mut folder, &catalogue, 1, demonstration::JuryWork::LeaveThree)
        .expect("evaluated");
    let subject = root.path().join(&folder.session.subject_file);

    let enter = key(Key::Enter, Modifiers::NONE);
    let tab = key(Key::Tab, Modifiers::NONE);
    let next = key(Key::ArrowRight, Modifiers::COMMAND);
    let element = key(Key::PageDown, Modifiers::COMMAND);
    measure("Préparer (identité)", &environment, &folder.case_path, &[]);
    measure("Préparer (question)", &environment, &folder.case_path, &vec![element; 19]);
    // The identifier has the keyboard first; Enter in it begins.
    let begin = vec![tab.clone(), vec![Event::Text("CX".to_owned())], enter.clone()];
    let opening = [begin, vec![Vec::new(); 60], vec![next; 3]].concat();
    measure("Composer (tableau)", &environment, &subject, &opening);
    let sit_down = [tab.clone(), tab, enter.clone()];
    measure("Évaluer (session)", &environment, root.path(), &sit_down);
    // Everybody has judged the eighth candidate: Enter opens the deliberation.
    let down = vec![key(Key::ArrowDown, Modifiers::NONE); 7];
    let deliberate = [sit_down.to_vec(), down, vec![enter]].concat();
    measure("Évaluer (délibération)", &environment, root.path(), &deliberate);
}
