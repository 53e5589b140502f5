//! The naming pass: one place decides every Rust name, from the whole API.

mod case;
mod clash;
mod inside;
mod methods;
mod scope;
mod symbols;
mod types;

use bindery_openapi::Report;

use case::{constant, longer, module, pascal, snake};
pub(crate) use case::{is_keyword, words};
use inside::{name_inside, name_pages};
use methods::name_methods;
use scope::{Candidate, Kind, Scope, clashing};
use symbols::snake_told_apart;
use types::name_types;

use crate::api::{Api, Call, Name, Parameter, ParameterPlace};
use crate::places::Places;

/// Names that would hide what generated code uses without a path.
const PRELUDE: &[&str] = &[
    "Box", "C", "Clone", "Default", "Err", "FnOnce", "Into", "None", "Ok", "Option", "Result",
    "Some", "String", "Vec",
];

/// Modules that stand beside those of the APIs.
const NEIGHBOURS: &[&str] = &["bindery", "lib", "main", "mod"];

/// Modules of every API beside its groups.
const MODULES: &[&str] = &["bindery", "client", "lib", "main", "mod", "std", "types"];

/// What an operation has beside its parameters.
const CALL_ITEMS: &[&str] = &[
    "client",
    "into_future",
    "items",
    "new",
    "pages",
    "send",
    "with_client",
];

/// What a client has beside its groups.
const CLIENT_ITEMS: &[&str] = &["as_ref", "builder", "call", "clone", "core", "with_timeout"];

/// What a client's builder has beside its credentials.
const BUILDER_ITEMS: &[&str] = &[
    "build",
    "clone",
    "configure",
    "core",
    "header",
    "timeout",
    "transport",
    "without_credentials",
];

/// Settles every name of the API, whose schemas stand at `places`.
pub(crate) fn name(mut api: Api, places: &Places<'_>) -> (Api, Report) {
    let mut report = Report::default();
    api.module.rust = module(&api.module.source);
    if NEIGHBOURS.contains(&api.module.rust.trim_end_matches('_')) {
        api.module.rust = longer(&api.module.rust, "api");
    }
    name_credentials(&mut api, &mut report);
    name_groups(&mut api, &mut report);
    name_servers(&mut api, &mut report);
    name_types(&mut api, places, &mut report);
    for item in &mut api.types {
        name_inside(item, places, &mut report);
    }
    name_pages(&mut api);
    name_assertions(&mut api);
    (api, report)
}

/// The constants of schemas that assertions refer to. No user sees them, so that no clash is told.
fn name_assertions(api: &mut Api) {
    let candidates: Vec<Candidate> = api
        .assertions
        .iter()
        .map(|named| Candidate::new(&named.name, |text| longer(&snake(text), "schema")))
        .collect();
    let names = Scope::default().settle(Kind::Schema, &candidates, &mut Report::default());
    for (named, name) in api.assertions.iter_mut().zip(names) {
        named.name.rust = name.to_ascii_uppercase();
    }
}

fn name_credentials(api: &mut Api, report: &mut Report) {
    let candidates: Vec<Candidate> = api
        .credentials
        .iter()
        .map(|credential| Candidate::new(&credential.name, snake))
        .collect();
    let names = Scope::reserving(BUILDER_ITEMS).settle(Kind::Credential, &candidates, report);
    for (credential, name) in api.credentials.iter_mut().zip(names) {
        credential.name.rust = name;
    }
}

/// The URLs of servers, beside the groups of the client, and the arguments of those with variables.
fn name_servers(api: &mut Api, report: &mut Report) {
    let groups = api.groups.iter().map(|group| group.name.rust.as_str());
    let taken: Vec<&str> = CLIENT_ITEMS.iter().copied().chain(groups).collect();
    let url = |text: &str| longer(&snake(text), "url");
    let candidates: Vec<Candidate> = api
        .servers
        .iter()
        .map(|server| Candidate {
            wanted: url(&server.name.source),
            fallback: Some(url(&server.template)),
            ..Candidate::called(&server.name.source, server.name.location.clone())
        })
        .collect();
    let names = Scope::reserving(&taken).settle(Kind::Server, &candidates, report);
    for (server, name) in api.servers.iter_mut().zip(names) {
        server.name.rust = if server.variables.is_empty() {
            name.to_ascii_uppercase()
        } else {
            name
        };
        let arguments = server.variables.iter();
        let arguments: Vec<Candidate> = arguments
            .map(|variable| Candidate::new(&variable.name, snake))
            .collect();
        let names = Scope::default().settle(Kind::ServerVariable, &arguments, report);
        for (variable, name) in server.variables.iter_mut().zip(names) {
            variable.name.rust = name;
        }
    }
}

fn name_groups(api: &mut Api, report: &mut Report) {
    let candidates: Vec<Candidate> = api
        .groups
        .iter()
        .map(|group| Candidate {
            fallback: Some(longer(&module(&group.name.source), "api")),
            key: Some(group.name.source.clone()),
            ..Candidate::new(&group.name, module)
        })
        .collect();
    let names = Scope::reserving(&[MODULES, CLIENT_ITEMS].concat()).settle(
        Kind::Group,
        &candidates,
        report,
    );
    for (group, name) in api.groups.iter_mut().zip(names) {
        let given = Some(&group.name.rust).filter(|given| !given.is_empty());
        group.rust_type = pascal(given.unwrap_or(&group.name.source));
        group.name.rust = name;
        name_methods(&mut group.calls, report);
        for call in &mut group.calls {
            name_call(call, report);
        }
    }
}

fn name_call(call: &mut Call, report: &mut Report) {
    let parameters = call.parameters.iter().map(|parameter| {
        let fallback = Some(placed(&parameter.name, place_word(parameter.place)));
        Candidate {
            fallback,
            ..Candidate::new(&parameter.name, snake)
        }
    });
    let body = call.body.iter().map(|body| Candidate {
        fallback: Some("request_body".to_owned()),
        ..Candidate::new(&body.name, snake)
    });
    let mut candidates: Vec<Candidate> = parameters.chain(body).collect();
    tell_apart(&call.parameters, &mut candidates);
    let mut names = Scope::reserving(CALL_ITEMS)
        .settle(Kind::Parameter, &candidates, report)
        .into_iter();
    for (parameter, name) in call.parameters.iter_mut().zip(names.by_ref()) {
        parameter.name.rust = name;
    }
    if let (Some(body), Some(name)) = (&mut call.body, names.next()) {
        body.name.rust = name;
    }
    name_headers(call, report);
    if let Some(body) = &mut call.body {
        let candidates: Vec<Candidate> = body
            .media
            .iter()
            .map(|media| Candidate {
                source: media.media_type.clone(),
                ..Candidate::new(&media.name, pascal)
            })
            .collect();
        let names = Scope::default().settle(Kind::MediaType, &candidates, report);
        for (media, name) in body.media.iter_mut().zip(names) {
            media.name.rust = name;
        }
    }
    for outcomes in [&mut call.successes, &mut call.failures] {
        let candidates: Vec<Candidate> = outcomes
            .iter()
            .map(|outcome| Candidate::new(&outcome.name, pascal))
            .collect();
        let names = Scope::default().settle(Kind::Response, &candidates, report);
        for (outcome, name) in outcomes.iter_mut().zip(names) {
            outcome.name.rust = name;
        }
    }
}

/// Parameters that go to the same place are not told apart by it.
fn tell_apart(parameters: &[Parameter], candidates: &mut [Candidate]) {
    let clashing = clashing(candidates);
    for index in clashing.iter().copied() {
        let wanted = &candidates[index].wanted;
        let is_rival = |other: &usize| {
            let place = |index: usize| parameters.get(index).map(|parameter| parameter.place);
            *other != index && candidates[*other].wanted == *wanted && place(*other) == place(index)
        };
        if clashing.iter().any(is_rival) {
            let told_apart = snake_told_apart(&candidates[index].source);
            let candidate = &mut candidates[index];
            candidate.fallback = told_apart.or(candidate.fallback.take());
        }
    }
}

/// The constants of headers, beside those that an operation has anyway.
fn name_headers(call: &mut Call, report: &mut Report) {
    let candidates: Vec<Candidate> = call
        .headers
        .iter()
        .map(|header| Candidate::new(&header.name, constant))
        .collect();
    let names = Scope::reserving(&["METADATA", "COUNTS"]).settle(Kind::Header, &candidates, report);
    for (header, name) in call.headers.iter_mut().zip(names) {
        header.name.rust = name.to_ascii_uppercase();
    }
}

/// A parameter's name with where it goes, such as `type_query`.
fn placed(name: &Name, place: &str) -> String {
    longer(&snake(&name.source), place)
}

fn place_word(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}
