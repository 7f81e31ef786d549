//! A sitting opens no socket at all, on any network nor on this PC.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{Running, run, say};
use crate::room::{self, Room, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// Between two looks at the open files of a process.
const SAMPLE: Duration = Duration::from_millis(2);

/// The sockets among the open files of a process; `None` once it has ended.
fn sockets_of(process: u32) -> Option<BTreeSet<PathBuf>> {
    let files = std::fs::read_dir(format!("/proc/{process}/fd")).ok()?;
    let targets = files.flatten().filter_map(|file| std::fs::read_link(file.path()).ok());
    Some(targets.filter(|target| target.to_string_lossy().starts_with("socket:")).collect())
}

/// A whole sitting, second copy and hand-in included.
fn whole_sitting(folder: &Path, pace: u64) -> Command {
    let script = Script::write(&folder.join("script.yaml"), mixed(300));
    Room::shared().sit(&Sit {
        candidate: USUAL_TIME,
        work: &room::place(folder, "poste"),
        mirror: Some(&room::place(folder, "secours")),
        script: &script.path,
        pace,
        hand_in: true,
    })
}

/// A socket open for less than two milliseconds could be missed: see the next test.
#[test]
fn no_socket_is_open_at_any_moment_of_a_sitting() {
    let _others = room::among_others();
    let folder = room::folder("reseau");
    let inherited = sockets_of(std::process::id()).expect("our own");
    let mut running = Running::start(&mut whole_sitting(folder.path(), 5));
    let mut samples = 0;
    while running.is_alive() {
        let open = sockets_of(running.id()).unwrap_or_default();
        let own: Vec<_> = open.difference(&inherited).collect();
        assert!(own.is_empty(), "after {samples} looks: {own:?}");
        samples += 1;
        std::thread::sleep(SAMPLE);
    }
    let ended = running.finish();
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert!(samples > 100, "only {samples} looks");
    say(&format!("no socket in {samples} looks at a sitting of {:?}", ended.took));
}

/// Every call to the system is watched, where that is permitted.
#[test]
fn no_call_for_a_socket_is_made_during_a_sitting() {
    let _others = room::among_others();
    let folder = room::folder("reseau");
    let calls = folder.path().join("appels.txt");
    if let Err(reason) = traced(&mut Command::new("true"), &calls) {
        let limit = "a socket open for less than 2 ms is not looked for";
        return say(&format!("NOT DONE: no strace here ({reason}): {limit}"));
    }
    let made = traced(&mut whole_sitting(folder.path(), 0), &calls).expect("it is traced");
    assert!(made.is_empty(), "calls to the network:\n{}", made.join("\n"));
}

/// The calls to the network that a process makes.
fn traced(command: &mut Command, calls: &Path) -> Result<Vec<String>, String> {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o"]).arg(calls);
    strace.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    Command::new("strace").arg("-V").output().map_err(|error| error.to_string())?;
    let ended = run(&mut strace);
    if ended.code != Some(0) {
        return Err(ended.all());
    }
    let text = std::fs::read_to_string(calls).map_err(|error| error.to_string())?;
    Ok(text.lines().filter(|line| line.contains('(')).map(str::to_owned).collect())
}

#[test]
fn a_socket_would_be_seen() {
    let before = sockets_of(std::process::id()).expect("our own");
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("bound");
    let after = sockets_of(std::process::id()).expect("our own");
    assert!(after.difference(&before).next().is_some(), "{after:?}");
    drop(socket);
}
