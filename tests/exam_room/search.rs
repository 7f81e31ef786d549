//! Looks for words in every byte of files, and in their names: as typed, in UTF-16, in base64 and in
//! hexadecimal. What is compressed is not seen.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Words to look for, in all their forms.
pub struct Search {
    forms: Vec<Form>,
    /// Ranks of the forms by their first byte.
    by_first: Vec<Vec<usize>>,
}

struct Form {
    word: String,
    kind: &'static str,
    bytes: Vec<u8>,
    /// Whether the case of letters counts.
    exact: bool,
}

impl Search {
    /// A search of these words, whatever the case and without their dashes and spaces too.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut forms = Vec::new();
        for word in words {
            assert!(word.len() >= 6, "{word} is too short: it would be found by chance");
            let joined: String = word.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
            add_forms(word, word, &mut forms);
            if joined != word {
                add_forms(word, &joined, &mut forms);
            }
        }
        let mut by_first = vec![Vec::new(); 256];
        for (rank, form) in forms.iter().enumerate() {
            by_first[usize::from(form.bytes[0])].push(rank);
        }
        Self { forms, by_first }
    }

    /// The words found in bytes, each with its form.
    pub fn in_bytes(&self, bytes: &[u8]) -> Vec<String> {
        let lower = bytes.to_ascii_lowercase();
        let mut found = Vec::new();
        for at in 0..bytes.len() {
            // An exact form may begin with a capital, another begins with a small letter.
            let firsts = [Some(bytes[at]), Some(lower[at]).filter(|small| *small != bytes[at])];
            for rank in
                firsts.iter().flatten().flat_map(|first| &self.by_first[usize::from(*first)])
            {
                let form = &self.forms[*rank];
                let within: &[u8] = if form.exact { bytes } else { &lower };
                if within[at..].starts_with(&form.bytes) {
                    found.push(format!("« {} » in {} at byte {at}", form.word, form.kind));
                }
            }
        }
        found
    }

    /// The words found in the files below some folders and in their names; what is missing has none.
    pub fn in_folders(&self, folders: &[&Path]) -> Vec<String> {
        let mut found = Vec::new();
        for folder in folders {
            for path in paths_below(folder) {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
                let mut say = |place: &str, words: Vec<String>| {
                    let words = words.iter().take(3).map(|word| format!("{place}: {word}"));
                    found.extend(words);
                };
                say(&format!("name {name}"), self.in_bytes(name.as_bytes()));
                if path.is_file() {
                    let bytes = std::fs::read(&path).expect("it reads");
                    say(&path.display().to_string(), self.in_bytes(&bytes));
                }
            }
        }
        found
    }
}

/// Files and folders below a folder, hidden ones too.
pub fn paths_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(paths_below(&path));
        }
        found.push(path);
    }
    found
}

fn add_forms(word: &str, writing: &str, forms: &mut Vec<Form>) {
    let mut add = |kind, bytes: Vec<u8>, exact| {
        forms.push(Form { word: word.to_owned(), kind, bytes, exact });
    };
    let lower = writing.to_lowercase();
    add("UTF-8", lower.clone().into_bytes(), false);
    add(
        "UTF-16 (little end first)",
        lower.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        false,
    );
    add("UTF-16 (big end first)", lower.encode_utf16().flat_map(u16::to_be_bytes).collect(), false);
    let mut spellings = vec![writing.to_owned(), lower, writing.to_uppercase()];
    spellings.dedup();
    for spelling in spellings {
        add("hexadecimal", hexadecimal(spelling.as_bytes()), false);
        for before in 0..3 {
            add("base64", base64_inside(spelling.as_bytes(), before), true);
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// The signs of base64 that depend on the word alone, when it follows some bytes of a longer text.
fn base64_inside(word: &[u8], before: usize) -> Vec<u8> {
    let whole = [vec![0; before], word.to_vec()].concat();
    let signs = STANDARD.encode(&whole).into_bytes();
    let (first, end) = ((before * 8).div_ceil(6), whole.len() * 8 / 6);
    signs[first..end].to_vec()
}

#[test]
fn every_form_of_a_word_is_found() {
    let search = Search::of(["Brim-borion"]);
    let utf16: Vec<u8> = "xBRIM-borion".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for hidden in [
        b"..brim-BORION..".to_vec(),
        b"BRIMBORION".to_vec(),
        utf16,
        STANDARD.encode("Brim-borion").into_bytes(),
        STANDARD.encode("aBrim-borion et la suite").into_bytes(),
        STANDARD.encode("abBRIM-BORION et la suite").into_bytes(),
        b"4272696d2d626f72696f6e".to_vec(),
        b"4272696D2D626F72696F6E".to_vec(),
    ] {
        assert!(!search.in_bytes(&hidden).is_empty(), "{}", String::from_utf8_lossy(&hidden));
    }
    assert_eq!(search.in_bytes(b"brim et borion, brim-borio"), Vec::<String>::new());
}

#[test]
fn names_of_files_are_searched_too() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("a/.b")).expect("made");
    std::fs::write(folder.path().join("a/.b/brimborion.tmp"), b"").expect("written");
    std::fs::write(folder.path().join("a/.c"), b"un brimborion").expect("written");
    let found = Search::of(["brimborion"]).in_folders(&[folder.path()]);
    assert_eq!(found.len(), 2, "{found:?}");
}
