//! Where an operation uses a type: its bodies, its parameters, the headers of its replies, each with
//! the schema that stands there.

use std::collections::HashMap;

use bindery_build::api::{
    Api, Body, BodyEncoding, BodyMedia, Call, MediaKind, Outcome, OutcomeBody, Parameter,
    ReplyHeader, Shape, TypeRef,
};
use bindery_openapi::document::{
    Direction, Header, MediaType, Parameter as Described, ParameterValue, Response, SchemaId,
    StatusPattern,
};
use bindery_openapi::{Document, Location};

use super::promise::Promise;
use super::subject::Part;

/// A use of a type.
pub struct Use<'a> {
    /// What it is called.
    pub name: String,
    /// What it is a use in.
    pub part: Part,
    /// The schema.
    pub schema: SchemaId,
    /// Where its values go.
    pub direction: Direction,
    /// The type.
    pub reference: &'a TypeRef,
    /// What the type promises.
    pub promise: Promise,
    /// The checks that nothing makes, in words that are the same for the same checks.
    pub checks: String,
}

/// Every use of a type in an operation for whose values a schema stands, in the order written.
pub fn uses<'a>(document: &Document, api: &'a Api) -> Vec<Use<'a>> {
    let places = Places::of(document);
    let mut uses = Vec::new();
    for call in api.groups.iter().flat_map(|group| &group.calls) {
        let of_call = OfCall {
            api,
            call,
            places: &places,
        };
        uses.extend(
            call.parameters
                .iter()
                .filter_map(|it| of_call.parameter(it)),
        );
        uses.extend(call.body.iter().flat_map(|body| of_call.bodies(body)));
        let outcomes = call.successes.iter().chain(&call.failures);
        uses.extend(outcomes.filter_map(|outcome| of_call.outcome(outcome)));
        uses.extend(call.headers.iter().filter_map(|it| of_call.header(it)));
    }
    uses
}

/// What the description has where.
struct Places<'d> {
    media: HashMap<&'d Location, &'d MediaType>,
    responses: HashMap<&'d Location, &'d Response>,
    parameters: HashMap<&'d Location, &'d Described>,
    headers: HashMap<&'d Location, &'d Header>,
}

impl<'d> Places<'d> {
    fn of(document: &'d Document) -> Self {
        let operations = || document.operations().map(|(_, operation)| operation);
        let bodies = operations().filter_map(|operation| operation.request_body.as_ref());
        let media = bodies.flat_map(|body| &body.content);
        let responses = || operations().flat_map(|operation| &operation.responses);
        let parameters = operations().flat_map(|operation| &operation.parameters);
        let headers = responses().flat_map(|response| &response.headers);
        Self {
            media: media.map(|it| (&it.location, it)).collect(),
            responses: responses().map(|it| (&it.location, it)).collect(),
            parameters: parameters.map(|it| (&it.location, it)).collect(),
            headers: headers.map(|it| (&it.location, it)).collect(),
        }
    }
}

/// One operation.
struct OfCall<'a, 'd> {
    api: &'a Api,
    call: &'a Call,
    places: &'d Places<'d>,
}

impl<'a> OfCall<'a, '_> {
    fn name(&self, location: &Location, what: &str) -> String {
        let mut tokens = location.pointer.tokens();
        let first = [tokens.next(), tokens.next()];
        match (first, tokens.next()) {
            ([Some(root), Some(_)], Some(name)) if root == "components" => {
                let kind = what.split(' ').next().unwrap_or_default();
                format!("{kind} {name}")
            }
            _ => format!("{} {}: {what}", self.call.method, self.call.path),
        }
    }

    fn parameter(&self, parameter: &'a Parameter) -> Option<Use<'a>> {
        let described = self.places.parameters.get(&parameter.name.location)?;
        let schema = match &described.value {
            ParameterValue::Schema { schema, .. } => *schema,
            ParameterValue::Content(media) => media.schema.filter(|_| media.is_json())?,
        };
        let what = format!("parameter {}", described.name);
        Some(Use {
            name: self.name(&described.location, &what),
            part: Part::Parameter,
            schema,
            direction: Direction::Request,
            reference: &parameter.shape.reference,
            promise: Promise::of_use(self.api, &parameter.shape),
            checks: checks(&parameter.shape),
        })
    }

    fn bodies(&self, body: &'a Body) -> Vec<Use<'a>> {
        let media = body.media.iter();
        let known = media.filter_map(|it| Some((it, *self.places.media.get(&it.name.location)?)));
        let are_several = body.media.len() > 1;
        let uses = known.filter_map(|(media, described)| {
            let (schema, shape) = body_of(media, described)?;
            let what = if are_several {
                format!("body as {}", described.name)
            } else {
                "body".to_owned()
            };
            Some(Use {
                name: self.name(&described.location, &what),
                part: Part::Body,
                schema,
                direction: Direction::Request,
                reference: &shape.reference,
                promise: Promise::of_use(self.api, shape),
                checks: checks(shape),
            })
        });
        uses.collect()
    }

    fn outcome(&self, outcome: &'a Outcome) -> Option<Use<'a>> {
        let OutcomeBody::Value {
            media: MediaKind::Json,
            shape,
        } = &outcome.body
        else {
            return None;
        };
        let response = self.places.responses.get(&outcome.name.location)?;
        let mut content = response.content.iter();
        let media = content.find(|media| outcome.media_types.first() == Some(&media.name))?;
        let status = match response.status {
            StatusPattern::Code(code) => code.to_string(),
            StatusPattern::Range(hundred) => format!("{hundred}XX"),
            StatusPattern::Default => "default".to_owned(),
        };
        let what = if response.content.len() > 1 {
            format!("response {status} as {}", media.name)
        } else {
            format!("response {status}")
        };
        Some(Use {
            name: self.name(&response.location, &what),
            part: Part::Body,
            schema: media.schema?,
            direction: Direction::Response,
            reference: &shape.reference,
            promise: Promise::of_use(self.api, shape),
            checks: checks(shape),
        })
    }

    /// A header that is the same wherever the operation has it. One that is described in several ways is a text, of
    /// which no schema speaks.
    fn header(&self, header: &'a ReplyHeader) -> Option<Use<'a>> {
        let described = self.places.headers.get(&header.name.location)?;
        let json = described.content.as_ref().and_then(|media| media.schema);
        let schema = described.schema.or(json.filter(|_| header.json))?;
        if header.statuses.len() > 1 && header.reference == TypeRef::String {
            return None;
        }
        let what = format!("header {}", described.name);
        Some(Use {
            name: self.name(&described.location, &what),
            part: Part::Header,
            schema,
            direction: Direction::Response,
            reference: &header.reference,
            promise: Promise::of(self.api, &header.reference),
            checks: String::new(),
        })
    }
}

/// The schema of a body and the type of its values, or of what stands in each of its lines.
fn body_of<'a>(media: &'a BodyMedia, described: &MediaType) -> Option<(SchemaId, &'a Shape)> {
    match (&media.encoding, &media.shape.reference) {
        (BodyEncoding::Json | BodyEncoding::Form(_) | BodyEncoding::Multipart(_), _) => {
            Some((described.schema?, &media.shape))
        }
        (BodyEncoding::JsonLines, TypeRef::Array(item)) => Some((described.item_schema?, &**item)),
        (BodyEncoding::JsonLines | BodyEncoding::Text | BodyEncoding::File, _) => None,
    }
}

fn checks(shape: &Shape) -> String {
    if shape.constraints.is_empty() {
        String::new()
    } else {
        format!("{:?}", shape.constraints)
    }
}
