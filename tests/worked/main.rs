//! Published exercises recomputed: one line a file of this folder, or of the folder that the
//! variable `CASDECOLE_WORKED_DIR` names.

mod example;
mod judgement;
mod judges;

use std::path::PathBuf;

use example::Example;
use judgement::Verdict;

fn folder() -> PathBuf {
    std::env::var_os("CASDECOLE_WORKED_DIR").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/worked"),
        PathBuf::from,
    )
}

#[test]
fn every_worked_example_is_recomputed() {
    let mut examples: Vec<Example> = Vec::new();
    let mut failures = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir(folder())
        .expect("the folder of worked examples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no worked example in {}", folder().display());
    for path in paths {
        match Example::read(&path) {
            Ok(example) => examples.push(example),
            Err(reason) => failures.push(format!("{} : not read: {reason}", path.display())),
        }
    }
    examples.sort_by(|a, b| (&a.topic, &a.id).cmp(&(&b.topic, &b.id)));
    let mut topic = String::new();
    for example in &examples {
        if example.topic != topic {
            topic.clone_from(&example.topic);
            println!("\n{topic}");
        }
        let verdict = judges::judge(example);
        println!("  {:8} {verdict}", example.id);
        if !matches!(verdict, Verdict::Passed(_)) {
            failures.push(format!("{} : {verdict}", example.id));
        }
    }
    println!("\n{} files, {} passed", examples.len(), examples.len() - failures.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
