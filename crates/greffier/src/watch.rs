//! Who watches the chain of stages: nobody, a reader who wants each stage printed, or a clock.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::assemble::Findings;
use crate::model::Reason;
use crate::reason::reasons;

/// Is told of each stage when it has ended.
pub(crate) trait Watch {
    /// Stage `name` has ended; `print` prints its result.
    fn stage(&mut self, name: &'static str, print: impl Fn() -> String);

    /// All is found, and nothing yet turned into the document.
    fn found(&mut self, _findings: &Findings<'_>) {}
}

/// Nobody watches.
impl Watch for () {
    fn stage(&mut self, _name: &'static str, _print: impl Fn() -> String) {}
}

/// A reader: each stage under its name.
impl Watch for String {
    fn stage(&mut self, name: &'static str, print: impl Fn() -> String) {
        let _ = writeln!(self, "# {name}\n\n{}\n", print().trim_end());
    }
}

/// Somebody who wants to know why.
impl Watch for Vec<Reason> {
    fn stage(&mut self, _name: &'static str, _print: impl Fn() -> String) {}

    fn found(&mut self, findings: &Findings<'_>) {
        *self = reasons(findings);
    }
}

/// A clock: how long each stage took.
#[derive(Debug)]
pub(crate) struct Clock {
    last: Instant,
    pub(crate) stages: Vec<(&'static str, Duration)>,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self { last: Instant::now(), stages: Vec::new() }
    }
}

impl Watch for Clock {
    fn stage(&mut self, name: &'static str, _print: impl Fn() -> String) {
        let now = Instant::now();
        self.stages.push((name, now - self.last));
        self.last = now;
    }
}
