//! Words and figures taken for granted: codes, candidates, messages, delays.

use std::path::{Path, PathBuf};
use std::time::Duration;

/// An opening code of the usual shape.
pub const CODE: &str = "K7QM-4TRX-9DPH";
/// Another one.
pub const OTHER_CODE: &str = "K7QM-4TRX-9DPK";
/// A passphrase that nobody finds weak.
pub const PASSPHRASE: &str = "abricot lanterne ruisseau cobalt mistral girouette";
/// Another one.
pub const OTHER_PASSPHRASE: &str = "pivoine tabouret nuage ardoise falaise boussole";

/// A candidate with one third more time.
pub const EXTRA_TIME: &str = "C-01";
/// A candidate without.
pub const USUAL_TIME: &str = "C-02";
/// A candidate who never hands in.
pub const MISSING: &str = "C-03";
/// The list given to `session prepare`.
pub const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps\n\
                        C-02 ; Ivan Petrov ; formation\n\
                        C-03 ; Inès Caradec ; VAE\n";

/// Seconds of the paper in `tests/fixtures/salle.cas.yaml`.
pub const PAPER_SECONDS: u64 = 100 * 60;

/// In the message about an altered file.
pub const ALTERED: &str = "altér";
/// In the messages about a journal that was cut, in small letters.
pub const CUT: [&str; 2] = ["coup", "interromp"];
/// In the message about a full disk.
pub const FULL: &str = "plein";
/// How the private half of a jury's key begins.
pub const SECRET_KEY_START: &str = "AGE-SECRET-KEY-1";

/// Nothing typed is lost after this, to the last key.
pub const DURABLE_WITHIN: Duration = Duration::from_millis(250);

/// The case of these tests.
pub fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml")
}
