//! What `bindery verify` says of one description.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::Arguments;
use super::choose::Chosen;

/// What came of one description.
#[derive(Debug)]
pub struct Outcome {
    /// The description.
    pub description: Chosen,
    /// The schemas whose types were tried.
    pub tried: u64,
    /// The instances and examples that the types were given.
    pub instances: u64,
    /// What the types get wrong, a line each.
    pub lies: Vec<String>,
    /// Why nothing was tried, where that is so.
    pub failure: Option<String>,
    /// How long it took, with generating and compiling.
    pub took: Duration,
}

impl Outcome {
    /// Runs the command on the description.
    pub fn of(
        description: Chosen,
        command: &Path,
        arguments: &Arguments,
    ) -> Result<Self, Box<dyn Error>> {
        let started = Instant::now();
        let mut verify = Command::new(command);
        verify.arg("verify").arg(&description.root.path);
        verify.args(["--format", "json", "--quiet", "--cache"]);
        verify.arg(&arguments.cache).args(&arguments.options);
        let ended = verify.stdin(Stdio::null()).output()?;
        let mut outcome = Self {
            description,
            tried: 0,
            instances: 0,
            lies: Vec::new(),
            failure: None,
            took: started.elapsed(),
        };
        match serde_json::from_slice::<Value>(&ended.stdout) {
            Ok(said) if !descriptions(&said).is_empty() => outcome.take(&said),
            Ok(_) | Err(_) => {
                let said = String::from_utf8_lossy(&ended.stderr);
                outcome.failure = Some(format!("{}: {}", ended.status, said.trim()));
            }
        }
        Ok(outcome)
    }

    /// Whether it was tried and no type lies.
    pub fn passed(&self) -> bool {
        self.lies.is_empty() && self.failure.is_none()
    }

    fn take(&mut self, said: &Value) {
        for description in descriptions(said) {
            let examples = &description["examples"];
            self.instances += number(&examples["tried"]);
            self.lies.extend(lies(examples));
            for schema in array(&description["schemas"]) {
                self.tried += u64::from(schema.get("notTried").is_none());
                self.instances += number(&schema["valid"]) + number(&schema["invalid"]);
                self.lies.extend(lies(schema));
            }
        }
    }
}

fn descriptions(said: &Value) -> &[Value] {
    array(&said["descriptions"])
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

fn lies(holder: &Value) -> impl Iterator<Item = String> {
    array(&holder["lies"]).iter().map(|lie| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (kind, schema) = (text(&lie["kind"]), text(&lie["schema"]));
        let (instance, answer) = (&lie["instance"], text(&lie["type"]));
        let because = lie["invalidBecause"].as_str().unwrap_or("valid");
        format!("{schema} {kind} {instance} ({because}): {answer}")
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use super::*;
    use crate::corpus::roots::Root;

    #[test]
    fn instances_and_lies_of_schemas_and_examples_are_counted() {
        let lie = json!({
            "kind": "refuses", "schema": "Cat", "instance": {"a": 1}, "type": "refused: no",
            "invalidBecause": null
        });
        let said = json!({"descriptions": [{
            "schemas": [
                {"name": "Cat", "valid": 3, "invalid": 4, "lies": [lie]},
                {"name": "Dog", "notTried": "no type"},
            ],
            "examples": {"tried": 5, "lies": []},
        }]});
        let root = Root {
            path: PathBuf::new(),
            name: "zoo.json".to_owned(),
            bytes: 1,
        };
        let mut outcome = Outcome {
            description: Chosen { root, schemas: 2 },
            tried: 0,
            instances: 0,
            lies: Vec::new(),
            failure: None,
            took: Duration::ZERO,
        };
        outcome.take(&said);
        assert_eq!((outcome.tried, outcome.instances), (1, 12));
        assert_eq!(outcome.lies, ["Cat refuses {\"a\":1} (valid): refused: no"]);
        assert!(!outcome.passed());
    }
}
