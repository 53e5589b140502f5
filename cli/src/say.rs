//! What the command says on standard error.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use std::time::Duration;

use bindery_build::Findings;
use bindery_openapi::{Code, Finding, RenderStyle, render};
use indicatif::{ProgressBar, ProgressDrawTarget};

use crate::arguments::{Color, Format, Saying};

/// How the command speaks.
pub struct Voice {
    quiet: bool,
    style: RenderStyle,
    on_terminal: bool,
    format: Format,
    /// What was found, for machines.
    findings: RefCell<Vec<Finding>>,
    /// How many errors were said.
    errors: Cell<usize>,
    /// How many warnings of each code were said.
    warnings: RefCell<BTreeMap<Code, usize>>,
}

/// From so many warnings on they are counted at the end.
const MANY: usize = 5;

impl Voice {
    /// A voice as the user wants it.
    pub fn new(saying: &Saying) -> Self {
        let on_terminal = stderr().is_terminal();
        let colours = match saying.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                on_terminal && !refused
            }
        };
        Self {
            quiet: saying.quiet,
            style: if colours {
                RenderStyle::Ansi
            } else {
                RenderStyle::Plain
            },
            on_terminal,
            format: saying.format,
            findings: RefCell::default(),
            errors: Cell::default(),
            warnings: RefCell::default(),
        }
    }

    /// Says all that was found, and where that is many warnings, how many of which kind, and how many errors beside
    /// them.
    pub fn all_findings<'f>(&self, all: impl IntoIterator<Item = &'f Findings>) {
        all.into_iter().for_each(|findings| self.findings(findings));
        let counts = self.warnings.take();
        let total: usize = counts.values().sum();
        let errors = match self.errors.take() {
            0 => String::new(),
            errors => format!("{}, ", count(errors, "error")),
        };
        if total >= MANY {
            self.note(&format!("{errors}{total} warnings: {}", by_code(counts)));
        }
    }

    /// Says how many warnings of which kind were found, where another command shows them.
    pub fn mention(&self, counts: BTreeMap<Code, usize>) {
        let total: usize = counts.values().sum();
        if total > 0 && self.format == Format::Text {
            let (warnings, counts) = (count(total, "warning"), by_code(counts));
            self.note(&format!(
                "note: {warnings}, which `bindery inspect` shows: {counts}"
            ));
        }
    }

    /// Says what was found in a description: where it is to be quiet, only errors.
    pub fn findings(&self, findings: &Findings) {
        let errors = findings.report.error_count();
        self.errors.set(self.errors.get() + errors);
        for (code, number) in warnings_of(std::iter::once(findings)) {
            *self.warnings.borrow_mut().entry(code).or_default() += number;
        }
        if self.format == Format::Json {
            let found = bindery_openapi::findings(&findings.report, &findings.sources);
            self.findings.borrow_mut().extend(found);
            return;
        }
        if !self.quiet || findings.report.has_errors() {
            tell(&render(&findings.report, &findings.sources, self.style));
        }
    }

    /// Whether only what must be said is said.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// For whom is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Everything that was found, for machines.
    pub fn take_findings(&self) -> Vec<Finding> {
        self.findings.take()
    }

    /// Says a line that can be left out.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            self.error(line);
        }
    }

    /// Says a line that must be said.
    #[expect(
        clippy::unused_self,
        reason = "what must be said is said by the same voice"
    )]
    pub fn error(&self, line: &str) {
        tell(&format!("{line}\n"));
    }

    /// Prints to standard output, and gives the code with which the command ends: `code`, or 1
    /// where it cannot be printed. Where nobody listens any more, nothing is amiss.
    pub fn print(&self, text: &[u8], code: ExitCode) -> ExitCode {
        let mut output = stdout().lock();
        match output.write_all(text).and_then(|()| output.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.error(&format!("error: cannot write standard output: {error}"));
                ExitCode::from(1)
            }
            Ok(()) | Err(_) => code,
        }
    }

    /// Shows on a terminal that something goes on, until what is given back is dropped.
    pub fn progress(&self, what: &str) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if self.on_terminal && !self.quiet {
            bar.set_style(indicatif::ProgressStyle::default_spinner());
            bar.set_message(what.to_owned());
            bar.enable_steady_tick(Duration::from_millis(120));
        } else {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        Progress { bar }
    }
}

/// A sign that something goes on.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Says what goes on now, on a terminal.
    pub fn say(&self, what: &str) {
        self.bar.set_message(what.to_owned());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// How many warnings of each code were found.
pub fn warnings_of<'f>(all: impl Iterator<Item = &'f Findings>) -> BTreeMap<Code, usize> {
    let mut counts = BTreeMap::new();
    for warning in all.flat_map(|findings| findings.report.warnings()) {
        *counts.entry(warning.code).or_default() += 1;
    }
    counts
}

/// How many there are of each code, those of which there are most first.
fn by_code(counts: BTreeMap<Code, usize>) -> String {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, number)| Reverse(*number));
    let counts = counts
        .iter()
        .map(|(code, number)| format!("{number} {code}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// Says something. Where nobody listens any more, it is not said.
fn tell(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}

/// A number of things: `1 file`, `2 files`.
pub fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
