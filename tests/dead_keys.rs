//! A real window under Xvfb with a French keyboard: dead keys and ligatures reach the answer.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "tests fail by panicking, say what is missing, and write the files that they need"
)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Key of the circumflex, to the right of P; with Shift it is the diaeresis.
const CIRCUMFLEX: &str = "34";

/// Ends a program when the test ends, whatever its outcome.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(command: &mut Command) -> Running {
    let name = command.get_program().to_string_lossy().into_owned();
    Running(command.spawn().unwrap_or_else(|error| {
        panic!("{name} does not start ({error}): run tests/all.sh, which installs it")
    }))
}

/// A screen of its own; Xvfb chooses a free number and tells it.
fn screen() -> (Running, String) {
    let mut xvfb = start(
        // Without -noreset the server forgets its French layout with each client that leaves.
        Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1366x768x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut number = String::new();
    let told = xvfb.0.stdout.take().expect("a pipe");
    BufReader::new(told).read_line(&mut number).expect("a number");
    (xvfb, format!(":{}", number.trim()))
}

fn on_screen(display: &str, program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .env("DISPLAY", display)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
    command
}

fn keys(display: &str, keys: &[&str]) {
    let status = on_screen(display, "xdotool")
        .args(["key", "--delay", "40"])
        .args(keys)
        .status()
        .expect("xdotool runs: tests/all.sh installs it");
    assert!(status.success());
    sleep(Duration::from_millis(250));
}

/// Waits until the window is there and has the keyboard.
fn focus_window(display: &str) {
    for _ in 0..150 {
        let found = on_screen(display, "xdotool")
            .args(["search", "--onlyvisible", "--class", "casdecole", "windowfocus"])
            .stderr(Stdio::null())
            .status()
            .expect("xdotool runs");
        if found.success() {
            sleep(Duration::from_millis(1500));
            return;
        }
        sleep(Duration::from_millis(200));
    }
    panic!("the window never appears");
}
/// What the journal of the sitting holds, once it says `text`.
fn journal_with(binary: &str, copies: &Path, text: &str) -> String {
    let mut shown = String::new();
    for _ in 0..60 {
        let folder = std::fs::read_dir(copies).into_iter().flatten().flatten().next();
        if let Some(folder) = folder {
            let show = Command::new(binary)
                .args(["journal", "show"])
                .arg(folder.path())
                .args(["--code", CODE])
                .output()
                .expect("it runs");
            shown = String::from_utf8_lossy(&show.stdout).into_owned();
            if shown.contains(text) {
                break;
            }
        }
        sleep(Duration::from_millis(200));
    }
    shown
}

/// The opening code: letters that the keys below write.
const CODE: &str = "cxcxcxcx";

#[test]
fn dead_keys_and_ligatures_are_written_in_the_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/texte-libre.cas.yaml");
    let list = folder.path().join("candidats.csv");
    std::fs::write(&list, "CX ; Nadia Belkacem\n").expect("the list is written");
    let session = folder.path().join("session");
    let binary = env!("CARGO_BIN_EXE_casdecole");
    let prepared = Command::new(binary)
        .args(["session", "prepare", "--code", CODE])
        .arg(&case)
        .arg("--candidates")
        .arg(&list)
        .arg("--out")
        .arg(&session)
        .output()
        .expect("it runs");
    let subject = session.join("salle/sujet.sujet");
    assert!(subject.is_file(), "{}", String::from_utf8_lossy(&prepared.stderr));
    let (_screen, display) = screen();
    let layout =
        on_screen(&display, "setxkbmap").args(["fr", "oss"]).status().expect("setxkbmap runs");
    assert!(layout.success());
    let _window = start(
        on_screen(&display, binary)
            .arg("open")
            .arg(&subject)
            .env("CASDECOLE_CONFIG_DIR", folder.path())
            .stderr(Stdio::null()),
    );
    focus_window(&display);
    // The identifier has the keyboard first, then the code; Enter in it begins.
    keys(&display, &["54", "53", "Tab"]);
    keys(&display, &["54", "53", "54", "53", "54", "53", "54", "53", "Return"]);
    let copies = folder.path().join("copies");
    journal_with(binary, &copies, "candidate: CX");
    sleep(Duration::from_millis(1500));
    focus_window(&display);
    // The next question takes the focus at its head; then come its history and its answer.
    keys(&display, &["ctrl+Right"]);
    keys(&display, &["Tab", "Tab", "Tab", "Tab", "Tab", "Tab"]);
    // The input method opens once the field has the focus; it reads its tables then.
    sleep(Duration::from_millis(1500));
    // Key codes, as a keyboard sends them: names would make xdotool change the layout on the fly.
    #[rustfmt::skip]
    keys(&display, &[
        "41", "32", "27", CIRCUMFLEX, "26", "28", "58", "65",          // forêt,
        "shift+57", "32", "shift+34", "26", "46", "58", "65",           // Noël,
        CIRCUMFLEX, "26", "28", "27", "26", "58", "65",                 // être,
        "ISO_Level3_Shift+32", "30", "55", "27", "26",                  // œuvre
    ]);
    let written = journal_with(binary, &copies, "œuvre");
    assert!(written.contains("forêt, Noël, être, œuvre"), "{written}");
}
