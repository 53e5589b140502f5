//! The call that an operation's documentation shows. It compiles.

use super::Emitter;
use crate::api::{Call, CredentialKind, Group, TypeRef};

impl Emitter<'_> {
    /// A fenced example of making a client.
    pub(super) fn client_example(&self) -> String {
        let fence = if self.crate_path.is_some() {
            "no_run"
        } else {
            "ignore"
        };
        let base_url = match self.api.base_url {
            Some(_) => "",
            None => "\"https://api.example.com\"",
        };
        let calls = self.api.groups.iter().flat_map(|group| &group.calls);
        let first = calls
            .flat_map(|call| &call.security)
            .find(|schemes| !schemes.is_empty());
        let names: Vec<&String> = first.into_iter().flatten().map(|(name, _)| name).collect();
        let credentials = self
            .api
            .credentials
            .iter()
            .filter(|credential| names.contains(&&credential.name.source));
        let mut lines = vec![
            format!("```{fence}"),
            format!("use {}::Client;", self.outside_module()),
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
        lines.push(format!(
            "# Ok::<(), {}::bindery::BuildError>(())\n```",
            self.crate_path.unwrap_or("crate")
        ));
        lines.join("\n")
    }

    /// A fenced example of the call.
    pub(super) fn example(&self, call: &Call, group: &Group) -> String {
        let mut given = vec![format!("client: &{}::Client", self.outside_module())];
        let mut values = Vec::new();
        let required = call
            .parameters
            .iter()
            .filter(|parameter| parameter.required);
        let required = required.map(|parameter| {
            (
                &parameter.name,
                &parameter.shape.reference,
                parameter.nullable,
            )
        });
        let body = call.body.iter().filter(|body| body.required);
        for (name, reference, nullable) in
            required.chain(body.map(|body| (&body.name, &body.shape.reference, false)))
        {
            let value = literal(reference, &name.source).filter(|_| !nullable);
            values.push(value.unwrap_or_else(|| {
                let outside = self.outside_path(reference);
                let outside = if nullable {
                    format!("Option<{outside}>")
                } else {
                    outside
                };
                given.push(format!("{}: {outside}", name.rust));
                name.rust.clone()
            }));
        }
        let fence = if self.crate_path.is_some() {
            "no_run"
        } else {
            "ignore"
        };
        let attribute = if call.deprecated {
            "# #[allow(deprecated)]\n"
        } else {
            ""
        };
        let group = group.name.rust.as_str();
        let line = call_lines(group, &call.name.rust, &values);
        [
            format!("```{fence}"),
            format!(
                "{attribute}# async fn example({}) -> Result<(), Box<dyn std::error::Error>> {{",
                given.join(", ")
            ),
            line,
            "# Ok(())\n# }\n```".to_owned(),
        ]
        .join("\n")
    }
}

fn call_lines(group: &str, method: &str, values: &[String]) -> String {
    let line = format!(
        "let response = client.{group}().{method}({}).await?;",
        values.join(", ")
    );
    if line.len() <= 88 {
        return line;
    }
    let values = values.join(", ");
    format!("let response = client\n    .{group}()\n    .{method}({values})\n    .await?;")
}

/// A value that can be written out.
fn literal(reference: &TypeRef, name: &str) -> Option<String> {
    match reference {
        TypeRef::String => {
            let plain =
                |character: &char| character.is_ascii_alphanumeric() || "_-".contains(*character);
            Some(format!(
                "\"{}\"",
                name.chars().filter(plain).collect::<String>()
            ))
        }
        TypeRef::Int32 | TypeRef::Int64 => Some("1".to_owned()),
        TypeRef::Float64 => Some("1.0".to_owned()),
        TypeRef::Boolean => Some("true".to_owned()),
        TypeRef::Named(_)
        | TypeRef::Timestamp
        | TypeRef::Date
        | TypeRef::Bytes
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Nullable(_)
        | TypeRef::Boxed(_) => None,
    }
}
