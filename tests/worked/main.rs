//! Published exercises recomputed: one line a file of this folder, or of the folder that the
//! variable `CASDECOLE_WORKED_DIR` names.

mod example;
mod judgement;
mod judges;

use std::path::PathBuf;
use std::process::ExitCode;

use example::Example;
use judgement::Verdict;

fn folder() -> PathBuf {
    std::env::var_os("CASDECOLE_WORKED_DIR").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/worked"),
        PathBuf::from,
    )
}

/// No test harness: the lines are always printed.
fn main() -> ExitCode {
    let (examples, mut failures) = read(&folder());
    let mut topic = String::new();
    let mut passed = 0;
    for example in &examples {
        if example.topic != topic {
            topic.clone_from(&example.topic);
            println!("\n{topic}");
        }
        let verdict = judges::judge(example);
        println!("  {:8} {verdict}", example.id);
        if matches!(verdict, Verdict::Passed(_)) {
            passed += 1;
        } else {
            failures.push(format!("{}: {verdict}", example.id));
        }
    }
    if examples.is_empty() {
        failures.push(format!("no worked example in {}", folder().display()));
    }
    println!("\n{} files, {passed} passed", examples.len());
    for failure in &failures {
        println!("  {failure}");
    }
    let word = if failures.is_empty() { "ok" } else { "FAILED" };
    println!("\ntest result: {word}. {passed} passed; {} failed; worked examples", failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The examples of a folder by topic, and what could not be read.
fn read(folder: &std::path::Path) -> (Vec<Example>, Vec<String>) {
    let mut examples = Vec::new();
    let mut failures = Vec::new();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        match Example::read(&path) {
            Ok(example) => examples.push(example),
            Err(reason) => failures.push(format!("{}: not read: {reason}", path.display())),
        }
    }
    examples.sort_by(|a, b| (&a.topic, &a.id).cmp(&(&b.topic, &b.id)));
    (examples, failures)
}
