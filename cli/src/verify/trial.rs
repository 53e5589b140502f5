//! Tries one type: valid instances, those at its bounds among them, and invalid ones.

use std::collections::HashSet;
use std::io;
use std::time::{Duration, Instant};

use bindery_cli::driver::Answer;
use bindery_contract::{InstanceOptions, Instances, Interpretation, Tape, UnknownProperties};
use bindery_openapi::document::Direction;
use serde_json::Value;

use super::lie::{Kind, Lie, Spot, because, kind};
use super::program::Running;
use super::promise::Promise;
use super::same::Comparison;
use super::subject::{Described, Subject};
use crate::arguments::Verify;

/// How long a counterexample is shrunk.
const SHRINKING: Duration = Duration::from_secs(10);
/// One of so many tapes goes to the bounds.
const BOUNDARIES: u32 = 4;
/// After so many tapes in vain, no more instances are made.
const IN_VAIN: u32 = 4;

/// What one schema came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The valid instances.
    pub valid: u32,
    /// Those that were accepted.
    pub accepted: u32,
    /// Those that came back unchanged.
    pub unchanged: u32,
    /// The invalid instances.
    pub invalid: u32,
    /// Those that were refused.
    pub refused: u32,
    /// The first lie of each kind.
    pub lies: Vec<Lie>,
    /// Why no valid instance was made, where none was.
    pub no_valid: Option<String>,
    /// Why no invalid instance was made, where none was.
    pub no_invalid: Option<String>,
}

/// Tries the types of one description.
pub struct Trial<'a> {
    pub described: &'a Described,
    /// What makes instances: of what goes nowhere in particular, of requests, of responses.
    instances: [Instances; 3],
    program: &'a mut Running,
    seed: u64,
    count: u32,
}

impl<'a> Trial<'a> {
    pub fn new(arguments: &Verify, described: &'a Described, program: &'a mut Running) -> Self {
        let options = InstanceOptions {
            unknown_properties: match described.interpretation {
                Interpretation::Default => UnknownProperties::WhereStated,
                Interpretation::Strict => UnknownProperties::WhereAllowed,
            },
            ..InstanceOptions::default()
        };
        let instances = Instances::with_options(described.judge(), options);
        let directions = [Direction::Request, Direction::Response];
        let [sent, received] = directions.map(|direction| instances.in_direction(direction));
        Self {
            described,
            instances: [instances, sent, received],
            program,
            seed: arguments.seed,
            count: arguments.instances,
        }
    }

    /// What makes instances of what goes nowhere in particular.
    pub fn whole(&self) -> &Instances {
        let [whole, ..] = &self.instances;
        whole
    }

    /// What makes and judges the instances of a schema's type.
    pub fn instances(&self, subject: &Subject) -> &Instances {
        let [whole, sent, received] = &self.instances;
        match subject.direction {
            None => whole,
            Some(Direction::Request) => sent,
            Some(Direction::Response) => received,
        }
    }

    /// Tries the type of one schema.
    pub fn verdict(&mut self, subject: &Subject) -> io::Result<Verdict> {
        let mut verdict = Verdict::default();
        self.try_valid(subject, &mut verdict)?;
        self.try_invalid(subject, &mut verdict)?;
        Ok(verdict)
    }

    fn try_valid(&mut self, subject: &Subject, verdict: &mut Verdict) -> io::Result<()> {
        let mut met = HashSet::new();
        let mut in_vain = 0;
        for at in 0..self.count {
            let mut tape = self.tape(subject, at);
            let value = match self.instances(subject).valid(subject.schema, &mut tape) {
                Ok(value) => value,
                Err(why) => {
                    verdict.no_valid = Some(why.to_string());
                    in_vain += 1;
                    if in_vain >= IN_VAIN && verdict.valid == 0 {
                        return Ok(());
                    }
                    continue;
                }
            };
            if !met.insert(value.to_string()) {
                continue;
            }
            verdict.valid += 1;
            let (found, answer) = self.ask(subject, true, &value)?;
            verdict.accepted += u32::from(matches!(answer, Answer::Accepted(_)));
            verdict.unchanged += u32::from(found.is_none());
            if let Some(kind) = found.filter(|kind| !verdict.has(*kind)) {
                let lie = self.shrink_valid(subject, kind, &tape, value, answer)?;
                verdict.lies.push(lie);
            }
        }
        if verdict.valid > 0 {
            verdict.no_valid = None;
        }
        Ok(())
    }

    fn try_invalid(&mut self, subject: &Subject, verdict: &mut Verdict) -> io::Result<()> {
        let mut met = HashSet::new();
        let mut in_vain = 0;
        for at in 0..self.count {
            let mut tape = self.tape(subject, at.wrapping_add(self.count));
            let mutant = match self.instances(subject).invalid(subject.schema, &mut tape) {
                Ok(mutant) => mutant,
                Err(why) => {
                    verdict.no_invalid = Some(why.to_string());
                    in_vain += 1;
                    if in_vain >= IN_VAIN && verdict.invalid == 0 {
                        return Ok(());
                    }
                    continue;
                }
            };
            let is_known = !met.insert(mutant.value.to_string());
            if is_known || !self.must_refuse(subject, &mutant.value) {
                continue;
            }
            verdict.invalid += 1;
            let (found, answer) = self.ask(subject, false, &mutant.value)?;
            verdict.refused += u32::from(found.is_none());
            if let Some(kind) = found.filter(|kind| !verdict.has(*kind)) {
                let lie = self.shrink_invalid(subject, kind, &tape, mutant.value, answer)?;
                verdict.lies.push(lie);
            }
        }
        if verdict.invalid > 0 {
            verdict.no_invalid = None;
        } else if verdict.no_invalid.is_none() {
            let why = "the type has no checks, and what is invalid is of its Rust type";
            verdict.no_invalid = Some(why.to_owned());
        }
        Ok(())
    }

    /// Whether the type promises to refuse an invalid value.
    pub fn must_refuse(&self, subject: &Subject, value: &Value) -> bool {
        subject.promise == Promise::Everything || {
            let judge = self.instances(subject).judge();
            subject
                .promise
                .covers(&judge.violations(subject.schema, value))
        }
    }

    /// What a type makes of a value, and the lie that it is.
    pub fn ask(
        &mut self,
        subject: &Subject,
        is_valid: bool,
        value: &Value,
    ) -> io::Result<(Option<Kind>, Answer)> {
        let answer = self.program.ask(subject.index, value)?;
        let comparison = Comparison {
            judge: self.instances(subject).judge(),
            schema: subject.schema,
        };
        let is_same = |encoded: &str| comparison.is_same(value, encoded);
        Ok((kind(is_valid, &answer, is_same), answer))
    }

    fn shrink_valid(
        &mut self,
        subject: &Subject,
        kind: Kind,
        tape: &Tape,
        value: Value,
        answer: Answer,
    ) -> io::Result<Lie> {
        let mut found = (value, answer);
        let mut error = None;
        let instances = self.instances(subject).clone();
        let end = Instant::now() + SHRINKING;
        let simplest = instances.shrink(subject.schema, tape, |value| {
            self.still(subject, kind, true, value, end, &mut error)
        });
        error.map_or(Ok(()), Err)?;
        if let Some(value) = simplest {
            let (_, answer) = self.ask(subject, true, &value)?;
            found = (value, answer);
        }
        Ok(self.lie(subject, kind, found.0, found.1))
    }

    fn shrink_invalid(
        &mut self,
        subject: &Subject,
        kind: Kind,
        tape: &Tape,
        value: Value,
        answer: Answer,
    ) -> io::Result<Lie> {
        let mut found = (value, answer);
        let mut error = None;
        let instances = self.instances(subject).clone();
        let end = Instant::now() + SHRINKING;
        let simplest = instances.shrink_invalid(subject.schema, tape, |mutant| {
            self.must_refuse(subject, &mutant.value)
                && self.still(subject, kind, false, &mutant.value, end, &mut error)
        });
        error.map_or(Ok(()), Err)?;
        if let Some(mutant) = simplest {
            let (_, answer) = self.ask(subject, false, &mutant.value)?;
            found = (mutant.value, answer);
        }
        Ok(self.lie(subject, kind, found.0, found.1))
    }

    /// Whether a simpler value is the same kind of lie; nothing is once the time is up.
    fn still(
        &mut self,
        subject: &Subject,
        kind: Kind,
        is_valid: bool,
        value: &Value,
        end: Instant,
        error: &mut Option<io::Error>,
    ) -> bool {
        if error.is_some() || Instant::now() > end {
            return false;
        }
        match self.ask(subject, is_valid, value) {
            Ok((found, _)) => found == Some(kind),
            Err(failed) => {
                *error = Some(failed);
                false
            }
        }
    }

    fn lie(&self, subject: &Subject, kind: Kind, instance: Value, answer: Answer) -> Lie {
        let violations = self
            .instances(subject)
            .judge()
            .violations(subject.schema, &instance);
        let schema = self.described.document.schema(subject.schema);
        Lie {
            kind,
            name: subject.name.clone(),
            spot: Spot {
                owner: schema.location.clone(),
                what: None,
            },
            because: because(&violations),
            instance,
            answer,
        }
    }

    /// The tape of an instance: the simplest first, then some at the bounds among others.
    fn tape(&self, subject: &Subject, at: u32) -> Tape {
        let schema = self.described.document.schema(subject.schema);
        let seed = seed(self.seed, schema.location.pointer.as_str(), at);
        match at {
            0 => Tape::replay(Vec::new()),
            at if at % BOUNDARIES == 1 => Tape::extremes(seed),
            _ => Tape::from_seed(seed),
        }
    }
}

impl Verdict {
    fn has(&self, kind: Kind) -> bool {
        self.lies.iter().any(|lie| lie.kind == kind)
    }
}

/// A seed for each schema and instance: FNV-1a over what tells them apart.
fn seed(seed: u64, pointer: &str, at: u32) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain(at.to_le_bytes());
    bytes
        .chain(pointer.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}
