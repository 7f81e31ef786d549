//! Processes that tests start, listen to and kill. Nothing here knows what they print.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a process may stay silent before its test fails.
const PATIENCE: Duration = Duration::from_mins(3);

/// Where a line was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// A whole line and when it was read.
#[derive(Debug, Clone)]
pub struct Line {
    /// When the test read it: a little after it was printed.
    pub at: Instant,
    /// Where.
    pub stream: Stream,
    /// The line, without its end.
    pub text: String,
}

/// A process that has ended.
#[derive(Debug, Clone)]
pub struct Ended {
    /// Exit code; `None` when it was killed.
    pub code: Option<i32>,
    /// Just before the kill, or just after its own end.
    pub at: Instant,
    /// How long it ran.
    pub took: Duration,
    /// All that it printed.
    pub lines: Vec<Line>,
}

impl Ended {
    /// What it printed on its standard output.
    pub fn out(&self) -> String {
        self.text(|stream| stream == Stream::Out)
    }

    /// What it printed, on both streams.
    pub fn all(&self) -> String {
        self.text(|_| true)
    }

    fn text(&self, wanted: impl Fn(Stream) -> bool) -> String {
        let lines = self.lines.iter().filter(|line| wanted(line.stream));
        lines.flat_map(|line| [line.text.clone(), "\n".to_owned()]).collect()
    }
}

/// A process that runs; it is killed when the test drops it.
pub struct Running {
    child: Child,
    started: Instant,
    printing: Receiver<Line>,
    heard: Vec<Line>,
}

impl Running {
    /// Starts a process with nothing on its standard input.
    pub fn start(command: &mut Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let started = Instant::now();
        let mut child =
            command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let (to, printing) = channel();
        listen(Stream::Out, child.stdout.take().expect("piped"), to.clone());
        listen(Stream::Err, child.stderr.take().expect("piped"), to);
        Self { child, started, printing, heard: Vec::new() }
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has printed so far, as far as it was listened to.
    pub fn heard(&self) -> &[Line] {
        &self.heard
    }

    /// Whether it has not ended.
    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_none()
    }

    /// Listens until a line is the one wanted, those heard before included; `None` when the process
    /// ends without it.
    pub fn wait_for(&mut self, wanted: impl Fn(&Line) -> bool) -> Option<Line> {
        if let Some(line) = self.heard.iter().rev().find(|line| wanted(line)) {
            return Some(line.clone());
        }
        while self.hear(PATIENCE) {
            if let Some(line) = self.heard.last().filter(|line| wanted(line)) {
                return Some(line.clone());
            }
        }
        None
    }

    /// Listens for a time.
    pub fn listen_for(&mut self, time: Duration) {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.printing.recv_timeout(left) {
                Ok(line) => self.heard.push(line),
                Err(RecvTimeoutError::Timeout) => return,
                Err(RecvTimeoutError::Disconnected) => {
                    thread::sleep(left);
                    return;
                }
            }
        }
    }

    /// Kills it with no warning (`SIGKILL`) and hears what it had printed by then.
    pub fn kill(mut self) -> Ended {
        let at = Instant::now();
        self.child.kill().expect("it can be killed");
        self.end(Some(at))
    }

    /// Waits for its own end.
    pub fn finish(mut self) -> Ended {
        self.end(None)
    }

    fn end(&mut self, killed: Option<Instant>) -> Ended {
        while self.hear(PATIENCE) {}
        let status = self.child.wait().expect("it ends");
        let at = killed.unwrap_or_else(Instant::now);
        Ended {
            code: status.code(),
            at,
            took: at.saturating_duration_since(self.started),
            lines: std::mem::take(&mut self.heard),
        }
    }

    /// Takes the next line; `false` when the process prints no more.
    fn hear(&mut self, patience: Duration) -> bool {
        match self.printing.recv_timeout(patience) {
            Ok(line) => {
                self.heard.push(line);
                true
            }
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => {
                panic!("process {} has been silent for {patience:?}", self.child.id())
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a process to its end.
pub fn run(command: &mut Command) -> Ended {
    Running::start(command).finish()
}

/// Prints a measure, or what could not be tried here, past the harness that hides the output of tests
/// that pass.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "exam_room: {text}");
}

/// Reads whole lines: a piece of a line, left by a kill, says nothing sure.
fn listen(stream: Stream, from: impl Read + Send + 'static, to: Sender<Line>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(from);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let Some(whole) = bytes.strip_suffix(b"\n") else { return };
            let text = String::from_utf8_lossy(whole).trim_end_matches('\r').to_owned();
            if to.send(Line { at: Instant::now(), stream, text }).is_err() {
                return;
            }
            bytes.clear();
        }
    });
}
