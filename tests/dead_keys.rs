//! A real window under Xvfb with a French keyboard: dead keys and ligatures reach the answer.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking, and say what is missing"
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

fn wait_for_text(path: &Path, text: &str) -> String {
    let mut written = String::new();
    for _ in 0..50 {
        written = std::fs::read_to_string(path).unwrap_or_default();
        if written.contains(text) {
            break;
        }
        sleep(Duration::from_millis(100));
    }
    written
}

#[test]
fn dead_keys_and_ligatures_are_written_in_the_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/texte-libre.cas.yaml");
    let subject = folder.path().join("essai.sujet");
    let binary = env!("CARGO_BIN_EXE_casdecole");
    let export = Command::new(binary)
        .args(["export", "subject"])
        .arg(&case)
        .arg("--out")
        .arg(&subject)
        .output()
        .expect("it runs");
    assert!(subject.is_file(), "{}", String::from_utf8_lossy(&export.stderr));
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
    // The identifier has the keyboard first; Enter in it begins.
    keys(&display, &["Tab", "54", "53", "Return"]);
    let copy = folder.path().join("cx.copie");
    wait_for_text(&copy, "started_at");
    sleep(Duration::from_millis(500));
    // The next question takes the focus at its head; then comes its answer.
    keys(&display, &["ctrl+Right"]);
    keys(&display, &["Tab"]);
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
    let written = wait_for_text(&copy, "œuvre");
    assert!(written.contains("forêt, Noël, être, œuvre"), "{written}");
}
