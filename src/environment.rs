//! What the program takes from the outside world: the clock and new identifiers. Passed in
//! everywhere, so that tests choose them; only this file reads the real ones.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

/// The clock and the source of identifiers.
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    running: Arc<dyn Fn() -> u64 + Send + Sync>,
    identifiers: Arc<dyn Fn() -> String + Send + Sync>,
}

impl Environment {
    /// The real clock and random identifiers.
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the real clock")]
    pub fn real() -> Self {
        Self {
            clock: Arc::new(|| chrono::Local::now().fixed_offset()),
            running: Arc::new(running_milliseconds),
            identifiers: Arc::new(|| uuid::Uuid::new_v4().simple().to_string()),
        }
    }

    /// A chosen clock and chosen identifiers.
    pub fn chosen(
        clock: impl Fn() -> DateTime<FixedOffset> + Send + Sync + 'static,
        identifiers: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        let clock = Arc::new(clock);
        let same = Arc::clone(&clock);
        // With nothing else said, the running clock follows the chosen one.
        let running = move || u64::try_from(same().timestamp_millis()).unwrap_or(0);
        Self { clock, running: Arc::new(running), identifiers: Arc::new(identifiers) }
    }

    /// The same, with a running clock of its own.
    #[must_use]
    pub fn with_running(mut self, running: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.running = Arc::new(running);
        self
    }

    /// The time now.
    pub fn now(&self) -> DateTime<FixedOffset> {
        (self.clock)()
    }

    /// Milliseconds on a clock that nobody can set and that goes on while the PC sleeps; it starts
    /// anywhere, so that only differences within one run of the program mean something.
    pub fn running(&self) -> u64 {
        (self.running)()
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

/// The clock since the PC was started, sleep included.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn running_milliseconds() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    seconds
        .saturating_mul(1000)
        .saturating_add(u64::try_from(time.tv_nsec).unwrap_or(0) / 1_000_000)
}

/// The clock since the program was started. On Windows it counts sleep; elsewhere sleep shows as a
/// step of the wall clock.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[allow(clippy::disallowed_methods, reason = "the one place that reads the running clock")]
fn running_milliseconds() -> u64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    u64::try_from(START.get_or_init(Instant::now).elapsed().as_millis()).unwrap_or(u64::MAX)
}
