//! The call that an operation's documentation shows. It compiles.

use std::iter;

use super::input::{InputKind, body_kind};
use super::{Emitter, sample};
use crate::api::{Call, CredentialKind, Group, Name};

impl Emitter<'_> {
    /// A fenced example of making a client and calling an operation.
    pub(super) fn client_example(&self) -> String {
        let library = &self.placement.library;
        let shown = self.example_call();
        let security = if let Some((call, _)) = &shown {
            call.security.first()
        } else {
            let calls = self.api.groups.iter().flat_map(|group| &group.calls);
            let mut all = calls.flat_map(|call| &call.security);
            all.find(|schemes| !schemes.is_empty())
        };
        let client = self.client_lines(security.map_or(&[], Vec::as_slice));
        let (head, mut lines, tail) = match shown {
            Some((_, lines)) => (
                "# async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
                vec![String::new(), lines],
                "# Ok(())\n# }".to_owned(),
            ),
            None => (
                String::new(),
                Vec::new(),
                format!("# Ok::<(), {library}::bindery::BuildError>(())"),
            ),
        };
        lines.insert(0, client);
        let parts = [
            format!("```{}", self.placement.fence()),
            head,
            lines.join("\n"),
            tail,
            "```".to_owned(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n")
    }

    /// The lines that make a client, with the credentials that a call needs.
    fn client_lines(&self, security: &[(String, Vec<String>)]) -> String {
        let base_url = match self.api.base_url {
            Some(_) => String::new(),
            None => format!("\"https://api.example.com{}\"", self.example_path()),
        };
        let credentials = self.api.credentials.iter().filter(|credential| {
            let mut names = security.iter().map(|(name, _)| name);
            names.any(|name| *name == credential.name.source)
        });
        let mut lines = vec![
            format!("use {}::Client;", self.placement.module),
            String::new(),
            format!("let client = Client::builder({base_url})"),
        ];
        lines.extend(credentials.map(|credential| {
            let values = match credential.kind {
                CredentialKind::Basic => "\"user\", \"password\"",
                CredentialKind::Bearer => "\"token\"",
                CredentialKind::Authorization(_)
                | CredentialKind::Header(_)
                | CredentialKind::Query(_)
                | CredentialKind::Cookie(_) => "\"key\"",
            };
            format!("    .{}({values})", credential.name.rust)
        }));
        lines.push("    .build()?;".to_owned());
        lines.join("\n")
    }

    /// The path of a relative server, where nothing in it could mean anything else.
    fn example_path(&self) -> &str {
        let url = self.api.relative_server.as_deref().unwrap_or_default();
        let is_plain =
            |next: char| next.is_ascii_alphanumeric() || matches!(next, '/' | '.' | '_' | '-');
        match url {
            path if path.starts_with('/') && path.chars().all(is_plain) => path,
            _ => "",
        }
    }

    /// A call that needs nothing but what can be written out, and its lines: one that reads, with few arguments.
    fn example_call(&self) -> Option<(&Call, String)> {
        let calls = self.api.groups.iter();
        let calls = calls.flat_map(|group| group.calls.iter().map(move |call| (group, call)));
        let written = calls
            .filter(|(_, call)| !call.deprecated)
            .filter_map(|(group, call)| {
                let arguments = self.arguments(call, group);
                let is_plain = arguments.iter().all(|argument| argument.outside.is_none());
                is_plain.then_some((group, call, arguments))
            });
        let (group, call, arguments) =
            written.min_by_key(|(_, call, arguments)| (call.method != "GET", arguments.len()))?;
        let lines = call_lines(&group.name.rust, &call.name.rust, &arguments);
        Some((call, lines))
    }

    /// A fenced example of the call.
    pub(super) fn example(&self, call: &Call, group: &Group) -> String {
        let arguments = self.arguments(call, group);
        let given = arguments.iter().filter(|argument| argument.made.is_none());
        let given = given.filter_map(|argument| {
            let outside = argument.outside.as_ref()?;
            Some(format!("{}: {outside}", argument.text))
        });
        let client = format!("client: &{}::Client", self.placement.module);
        let given: Vec<String> = iter::once(client).chain(given).collect();
        let attribute = if call.deprecated {
            "# #[allow(deprecated)]\n"
        } else {
            ""
        };
        let made = arguments.iter().filter_map(|argument| {
            let made = argument.made.as_ref()?;
            Some(format!("let {} = {made};\n", argument.text))
        });
        [
            format!("```{}", self.placement.fence()),
            format!(
                "{attribute}# async fn example({}) -> Result<(), Box<dyn std::error::Error>> {{",
                given.join(", ")
            ),
            made.collect::<String>() + &call_lines(&group.name.rust, &call.name.rust, &arguments),
            "# Ok(())\n# }\n```".to_owned(),
        ]
        .join("\n")
    }

    /// What a caller must give, in order.
    fn arguments(&self, call: &Call, group: &Group) -> Vec<Argument> {
        let parameters = call.parameters.iter();
        let required = parameters.filter(|parameter| parameter.required);
        let required = required.map(|parameter| {
            let kind = InputKind::Reference(&parameter.shape.reference);
            self.argument(&parameter.name, kind, group, parameter.nullable)
        });
        let body = call.body.iter().filter(|body| body.required);
        let body = body.map(|body| {
            let kind = body_kind(body);
            Argument {
                made: self.made(kind),
                ..self.argument(&body.name, kind, group, false)
            }
        });
        required.chain(body).collect()
    }

    fn argument(
        &self,
        name: &Name,
        kind: InputKind<'_>,
        group: &Group,
        nullable: bool,
    ) -> Argument {
        let (text, outside) = match kind {
            InputKind::Reference(reference) => (
                sample::literal(reference, &name.source).filter(|_| !nullable),
                self.outside_path(reference),
            ),
            InputKind::Body(body) => {
                let module = &self.placement.module;
                (None, format!("{module}::{}::{body}", group.name.rust))
            }
        };
        if let Some(text) = text {
            return Argument {
                text,
                outside: None,
                made: None,
            };
        }
        let outside = if nullable {
            format!("Option<{outside}>")
        } else {
            outside
        };
        Argument {
            text: name.rust.clone(),
            outside: Some(outside),
            made: None,
        }
    }
}

/// What an example gives to a call.
struct Argument {
    /// The value that is written out, else the name of a variable.
    text: String,
    /// The type of that variable.
    outside: Option<String>,
    /// The value of that variable, where it can be made of what can be written out.
    made: Option<String>,
}

fn call_lines(group: &str, method: &str, arguments: &[Argument]) -> String {
    let values: Vec<&str> = arguments
        .iter()
        .map(|argument| argument.text.as_str())
        .collect();
    let values = values.join(", ");
    let line = format!("let response = client.{group}().{method}({values}).await?;");
    if line.len() <= 88 {
        return line;
    }
    format!("let response = client\n    .{group}()\n    .{method}({values})\n    .await?;")
}
