//! What the program takes from the outside world: the clock and new identifiers. Passed in
//! everywhere, so that tests choose them; only this file reads the real ones.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

/// The clock and the source of identifiers.
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    identifiers: Arc<dyn Fn() -> String + Send + Sync>,
}

impl Environment {
    /// The real clock and random identifiers.
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the real clock")]
    pub fn real() -> Self {
        Self {
            clock: Arc::new(|| chrono::Local::now().fixed_offset()),
            identifiers: Arc::new(|| uuid::Uuid::new_v4().simple().to_string()),
        }
    }

    /// A chosen clock and chosen identifiers.
    pub fn chosen(
        clock: impl Fn() -> DateTime<FixedOffset> + Send + Sync + 'static,
        identifiers: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        Self { clock: Arc::new(clock), identifiers: Arc::new(identifiers) }
    }

    /// The time now.
    pub fn now(&self) -> DateTime<FixedOffset> {
        (self.clock)()
    }

    /// An identifier never given before.
    pub fn new_identifier(&self) -> String {
        (self.identifiers)()
    }
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Environment")
    }
}
