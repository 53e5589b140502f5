//! Tries every example and default of a description.
//!
//! The judge says which are what their own schemas say: one that is not is noted, for it is a mistake
//! of the description's. One of a schema with a type is given to that type; one of a property or an
//! item is put into an instance of the schema that has a type and holds it. What the judge finds
//! valid there the type must take, and what it does not the type must refuse.

use std::io;

use bindery_cli::driver::Interrupt;
use bindery_contract::Judge;
use bindery_openapi::document::{Header, MediaType, ParameterValue, SchemaId};
use bindery_openapi::{Document, Location};
use serde_json::Value;

use super::hosts::Hosts;
use super::lie::{Lie, Spot, because};
use super::trial::Trial;

/// What the examples came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Those that a type was asked about.
    pub tried: u32,
    /// Those of them that the types are right about.
    pub right: u32,
    /// Those that only the judge was asked about, for no type holds them.
    pub judged: u32,
    /// Those of schemas that the judge cannot be asked about.
    pub unjudged: u32,
    /// Those that are not what their schemas say.
    pub mistakes: Vec<Mistake>,
    /// What the types get wrong.
    pub lies: Vec<Lie>,
}

/// An example or a default that is not what its schema says.
#[derive(Debug)]
pub struct Mistake {
    /// Where it stands.
    pub spot: Spot,
    /// Everything that is wrong with it.
    pub because: Vec<String>,
}

/// What a value of a description is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// One of `example` or `examples`, by its index among all of them.
    Example(usize),
    /// A `default`.
    Default,
}

/// An example or default, with the schema it is of.
struct Example<'a> {
    what: What,
    owner: &'a Location,
    schema: SchemaId,
    /// Whether it is sent.
    is_sent: bool,
    value: &'a Value,
}

impl Example<'_> {
    fn spot(&self) -> Spot {
        Spot {
            owner: self.owner.clone(),
            what: Some(self.what),
        }
    }
}

/// Tries every example and default of the schemas that are tried.
pub fn verdict(trial: &mut Trial<'_>, interrupt: &Interrupt) -> io::Result<Verdict> {
    let described = trial.described;
    let hosts = Hosts::of(described);
    let mut verdict = Verdict::default();
    let all = examples(&described.document).into_iter();
    let tried = all.filter(|example| !described.is_part || described.tries(example.schema));
    for example in tried {
        interrupt.check()?;
        let judge = trial.whole().judge().clone();
        if judge.check(example.schema).is_err() {
            verdict.unjudged += 1;
            continue;
        }
        let mistakes = mistakes(&judge, &example);
        if !mistakes.is_empty() {
            verdict.mistakes.push(Mistake {
                spot: example.spot(),
                because: mistakes,
            });
        }
        verdict.ask(trial, &hosts, &example)?;
    }
    Ok(verdict)
}

fn mistakes(judge: &Judge, example: &Example<'_>) -> Vec<String> {
    let violations = judge.violations(example.schema, example.value);
    violations.iter().map(ToString::to_string).collect()
}

impl Verdict {
    /// Asks the type that holds an example, where there is one that says something of it.
    fn ask(
        &mut self,
        trial: &mut Trial<'_>,
        hosts: &Hosts<'_>,
        example: &Example<'_>,
    ) -> io::Result<()> {
        let hosted = hosts.hosted(trial, example.schema, example.is_sent, example.value);
        let Some((subject, value)) = hosted else {
            self.judged += 1;
            return Ok(());
        };
        let judge = trial.instances(subject).judge();
        if judge.check(subject.schema).is_err() {
            self.judged += 1;
            return Ok(());
        }
        let violations = judge.violations(subject.schema, &value);
        let is_valid = violations.is_empty();
        if !is_valid && !subject.promise.covers(&violations) {
            self.judged += 1;
            return Ok(());
        }
        let (kind, answer) = trial.ask(subject, is_valid, &value)?;
        self.tried += 1;
        self.right += u32::from(kind.is_none());
        self.lies.extend(kind.map(|kind| Lie {
            kind,
            name: subject.name.clone(),
            spot: example.spot(),
            instance: value,
            because: because(&violations),
            answer,
        }));
        Ok(())
    }
}

/// Every example and default, of schemas, bodies, parameters and headers.
fn examples(document: &Document) -> Vec<Example<'_>> {
    let mut all = Vec::new();
    for (schema, described) in document.schemas.iter() {
        let owner = &described.location;
        all.extend(described.default.iter().map(|value| Example {
            what: What::Default,
            owner,
            schema,
            is_sent: false,
            value,
        }));
        all.extend(listed(owner, schema, false, &described.examples));
    }
    for (media, is_sent) in media_types(document) {
        if let Some(schema) = media.schema {
            let listed = listed(&media.location, schema, is_sent, &media.examples);
            all.extend(listed.filter(|example| is_instance(media, example.value)));
        }
    }
    let operations = document.operations().map(|(_, operation)| operation);
    for parameter in operations.flat_map(|operation| &operation.parameters) {
        if let ParameterValue::Schema { schema, .. } = &parameter.value {
            all.extend(listed(
                &parameter.location,
                *schema,
                true,
                &parameter.examples,
            ));
        }
    }
    for header in headers(document) {
        if let Some(schema) = header.schema {
            all.extend(listed(&header.location, schema, false, &header.examples));
        }
    }
    // What several operations refer to is tried once.
    let mut met = std::collections::HashSet::new();
    all.retain(|example| {
        let index = match example.what {
            What::Example(index) => Some(index),
            What::Default => None,
        };
        met.insert((example.owner, index))
    });
    all
}

fn listed<'a>(
    owner: &'a Location,
    schema: SchemaId,
    is_sent: bool,
    values: &'a [Value],
) -> impl Iterator<Item = Example<'a>> {
    values
        .iter()
        .enumerate()
        .map(move |(index, value)| Example {
            what: What::Example(index),
            owner,
            schema,
            is_sent,
            value,
        })
}

/// Whether an example is an instance of the schema. Of what is no JSON, a text is how a body is written (OpenAPI
/// 3.1.1 §4.8.19), and of plain text it is both.
fn is_instance(media: &MediaType, example: &Value) -> bool {
    media.is_json() || !example.is_string() || media.essence() == "text/plain"
}

fn headers(document: &Document) -> impl Iterator<Item = &Header> {
    let operations = document.operations().map(|(_, operation)| operation);
    let responses = operations.flat_map(|operation| &operation.responses);
    responses.flat_map(|response| &response.headers)
}

/// The media types of bodies, parameters and headers, and whether they are sent.
fn media_types(document: &Document) -> Vec<(&MediaType, bool)> {
    let mut all = Vec::new();
    for (_, operation) in document.operations() {
        if let Some(body) = &operation.request_body {
            all.extend(body.content.iter().map(|media| (media, true)));
        }
        for parameter in &operation.parameters {
            if let ParameterValue::Content(media) = &parameter.value {
                all.push((media, true));
            }
        }
        for response in &operation.responses {
            all.extend(response.content.iter().map(|media| (media, false)));
        }
    }
    let of_headers = headers(document).filter_map(|header| header.content.as_ref());
    all.extend(of_headers.map(|media| (media, false)));
    all
}
