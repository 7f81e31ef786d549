//! Inputs made of others by a chance that is the same at each run: for the bounded fuzzing of
//! `tests/readers.rs`, where no coverage guides.

/// Most bytes of an input.
const LARGEST: usize = 128 * 1024;
/// Most changes in one input.
const MOST_CHANGES: usize = 6;

/// A xorshift generator: the same numbers for the same seed, whatever the libraries.
pub struct Chance(u64);

impl Chance {
    /// Begins from a name and a number.
    pub fn new(name: &str, seed: u64) -> Self {
        // FNV-1a.
        let start = seed ^ 0xcbf2_9ce4_8422_2325;
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(name.bytes().fold(start, mix) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    /// A number under a limit; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap_or(0)
    }

    /// A stretch of some length, mostly short.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = if self.one_in(4) { length - start } else { (length - start).min(24) };
        start..start + self.below(most + 1)
    }
}

/// An input made of seeds and of the words of a format.
pub fn mutated(seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = match seeds.get(chance.below(seeds.len())) {
        Some(seed) if !chance.one_in(32) => seed.clone(),
        _ => anything(words, chance),
    };
    let is_text = std::str::from_utf8(&bytes).is_ok();
    for _ in 0..=chance.below(MOST_CHANGES) {
        change(&mut bytes, seeds, words, chance);
        bytes.truncate(LARGEST);
    }
    // Most readers of texts refuse at once what is no text: it is tried now and then only.
    if is_text && !chance.one_in(8) {
        return String::from_utf8_lossy(&bytes).into_owned().into_bytes();
    }
    bytes
}

/// Bytes, or words, that come from nowhere.
fn anything(words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let length = chance.below(200);
    if chance.one_in(2) {
        return (0..length).map(|_| chance.byte()).collect();
    }
    (0..length).flat_map(|_| word(words, chance)).collect()
}

fn word(words: &[&str], chance: &mut Chance) -> Vec<u8> {
    words.get(chance.below(words.len())).unwrap_or(&"").as_bytes().to_vec()
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) {
    let place = chance.stretch(bytes.len());
    match chance.below(12) {
        0 => {
            if let Some(byte) = bytes.get_mut(place.start) {
                *byte ^= 1 << chance.below(8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(place.start) {
                *byte = chance.byte();
            }
        }
        2 => bytes.truncate(place.start),
        3 => drop(bytes.drain(place)),
        4 => repeat(bytes, place, chance),
        5 | 6 => put(bytes, place.start..place.start, &word(words, chance)),
        7 => put(bytes, place, &word(words, chance)),
        8 | 9 => replace_token(bytes, place.start, words, chance),
        10 => {
            let empty = Vec::new();
            let other = seeds.get(chance.below(seeds.len())).unwrap_or(&empty);
            let piece = chance.stretch(other.len());
            put(bytes, place, other.get(piece).unwrap_or_default());
        }
        _ => {
            let piece = bytes.get(place.clone()).unwrap_or_default().to_vec();
            bytes.drain(place);
            let at = chance.below(bytes.len() + 1);
            put(bytes, at..at, &piece);
        }
    }
}

fn put(bytes: &mut Vec<u8>, place: std::ops::Range<usize>, piece: &[u8]) {
    drop(bytes.splice(place, piece.iter().copied()));
}

/// The same stretch several times, sometimes very often.
fn repeat(bytes: &mut Vec<u8>, place: std::ops::Range<usize>, chance: &mut Chance) {
    let piece = bytes.get(place.clone()).unwrap_or_default().to_vec();
    let times = if chance.one_in(8) { chance.below(2_000) } else { 1 + chance.below(4) };
    let room = LARGEST.saturating_sub(bytes.len()) / piece.len().max(1);
    put(bytes, place.end..place.end, &piece.repeat(times.min(room)));
}

/// Another word, or another number, in place of a whole one: what stands around it stays valid.
fn replace_token(bytes: &mut Vec<u8>, near: usize, words: &[&str], chance: &mut Chance) {
    let is_part =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"_.-+".contains(byte) || *byte >= 128;
    let after = bytes.get(near..).unwrap_or_default();
    let Some(start) = after.iter().position(is_part).map(|start| near + start) else { return };
    let token = bytes.get(start..).unwrap_or_default();
    let length = token.iter().position(|byte| !is_part(byte)).unwrap_or(token.len());
    let other = if chance.one_in(2) {
        word(words, chance)
    } else {
        let number = match chance.below(4) {
            0 => i64::MIN,
            1 => i64::MAX,
            2 => -1,
            _ => i64::try_from(chance.below(100_000)).unwrap_or(0),
        };
        number.to_string().into_bytes()
    };
    put(bytes, start..start + length, &other);
}
