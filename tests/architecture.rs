//! The arrows between modules point one way.

#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Code of a file without its comments and its unit tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("the source reads");
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    // A bare decimal of YAML shown as text passes through the reader's own type.
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.contains("visit_f64"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What each part of `src` must not name.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "crate::storage",
            "crate::reports",
            "crate::jobs",
            "crate::cli",
            "crate::desktop",
            "crate::publishing",
            "crate::demonstration",
            "crate::environment",
            "std::fs",
            "std::thread",
            "std::time",
            "std::env",
            "egui",
            "printpdf",
            "Local::now",
            "Utc::now",
            "f64",
            "f32",
        ],
    ),
    (
        "storage",
        &[
            "crate::reports",
            "crate::sitting",
            "crate::spreadsheet",
            "crate::jobs",
            "crate::cli",
            "crate::desktop",
            "crate::publishing",
            "crate::demonstration",
            "egui",
            "printpdf",
        ],
    ),
    (
        "reports",
        &[
            "crate::storage",
            "crate::jobs",
            "crate::cli",
            "crate::desktop",
            "crate::publishing",
            "crate::demonstration",
            "crate::environment",
            "std::fs",
            "egui",
        ],
    ),
    ("reports/content", &["printpdf", "super::layout", "reports::layout"]),
    (
        "reports/layout",
        &[
            "printpdf",
            "domain::case_study",
            "domain::grading",
            "domain::framework",
            "domain::exam",
            "domain::answers",
        ],
    ),
    (
        "spreadsheet",
        &[
            "crate::storage",
            "crate::sitting",
            "crate::reports",
            "crate::jobs",
            "crate::cli",
            "crate::desktop",
            "crate::publishing",
            "crate::environment",
            "std::fs",
            "egui",
        ],
    ),
    (
        "sitting",
        &[
            "crate::reports",
            "crate::jobs",
            "crate::cli",
            "crate::desktop",
            "crate::publishing",
            "crate::demonstration",
            "egui",
            "printpdf",
            "ironcalc",
        ],
    ),
    ("storage/journal", &["domain::answers", "domain::case_study", "domain::grading"]),
    ("jobs", &["crate::"]),
    ("spell_check", &["crate::", "std::fs", "egui"]),
    (
        "publishing",
        &["crate::cli", "crate::desktop", "crate::jobs", "crate::demonstration", "egui"],
    ),
    (
        "demonstration",
        &["crate::cli", "crate::desktop", "crate::reports", "crate::publishing", "egui"],
    ),
    ("environment.rs", &["crate::"]),
    ("cli", &["crate::desktop", "egui"]),
    ("desktop", &["crate::cli", "printpdf", "std::fs::write"]),
    (
        "desktop/ui_kit",
        &[
            "crate::domain",
            "crate::storage",
            "crate::reports",
            "crate::publishing",
            "desktop::app",
            "desktop::author",
            "desktop::exam_room",
            "desktop::jury",
            "desktop::paper",
        ],
    ),
    (
        "desktop/paper",
        &[
            "crate::storage",
            "desktop::app",
            "desktop::author",
            "desktop::exam_room",
            "desktop::jury",
        ],
    ),
    (
        "desktop/author",
        &["desktop::exam_room", "desktop::jury", "desktop::app", "super::super::exam_room"],
    ),
    ("desktop/exam_room", &["desktop::author", "desktop::jury", "desktop::app"]),
    ("desktop/jury", &["desktop::author", "desktop::exam_room", "desktop::room", "desktop::app"]),
    ("desktop/room", &["desktop::author", "desktop::exam_room", "desktop::jury", "desktop::app"]),
];

fn violations_in(part: &str, forbidden: &[&str], root: &Path) -> Vec<String> {
    let place = root.join(part);
    let mut files = Vec::new();
    if place.is_dir() {
        sources(&place, &mut files);
    } else {
        files.push(place);
    }
    assert!(!files.is_empty(), "src/{part} has no source: mend this test");
    let mut found = Vec::new();
    for file in files {
        let code = code(&file);
        for name in forbidden.iter().filter(|name| code.contains(**name)) {
            found.push(format!("{} names {name}", file.display()));
        }
    }
    found
}

#[test]
fn no_module_names_what_lies_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let found: Vec<String> = FORBIDDEN
        .iter()
        .flat_map(|(part, forbidden)| violations_in(part, forbidden, &root))
        .collect();
    assert!(found.is_empty(), "forbidden arrows:\n{}", found.join("\n"));
}

#[test]
fn a_forbidden_arrow_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("domain")).expect("made");
    let file = folder.path().join("domain/leak.rs");
    std::fs::write(&file, "// crate::storage in a comment is fine\nuse crate::storage::X;\n")
        .expect("written");
    let found = violations_in("domain", &["crate::storage", "egui"], folder.path());
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn nothing_in_the_code_names_a_titre() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files {
        let code = code(&file);
        for sigle in ["TSGP", "TSPI"] {
            assert!(!code.contains(sigle), "{} names {sigle}", file.display());
        }
    }
}
