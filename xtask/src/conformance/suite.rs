//! The suite: files of schemas, each with instances that are valid or not.

use std::error::Error;
use std::fs;
use std::path::Path;

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::Value;

/// A draft of JSON Schema, and the version of OpenAPI that states its schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Draft {
    /// Draft 4, of which OpenAPI 3.0 has a part.
    Draft4,
    /// Draft 2020-12, which OpenAPI 3.1 has whole.
    #[value(name = "draft2020-12")]
    Draft202012,
}

impl Draft {
    /// Every draft.
    pub const ALL: [Self; 2] = [Self::Draft202012, Self::Draft4];

    /// What the suite calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "draft4",
            Self::Draft202012 => "draft2020-12",
        }
    }

    /// The version of OpenAPI whose descriptions hold its schemas.
    pub fn openapi(self) -> &'static str {
        match self {
            Self::Draft4 => "3.0.3",
            Self::Draft202012 => "3.1.1",
        }
    }

    /// Whether that version can state the schema.
    fn states(self, schema: &Value) -> bool {
        match self {
            Self::Draft4 => stated_in_3_0(schema),
            Self::Draft202012 => true,
        }
    }
}

/// The schemas to be scored.
pub struct Suite {
    /// The draft.
    pub draft: Draft,
    /// The folder of what their references to `http://localhost:1234` name.
    pub remotes: std::path::PathBuf,
    /// The schemas.
    pub groups: Vec<Group>,
    /// How many the draft has that the version of OpenAPI cannot state.
    pub left_out: usize,
}

/// A schema and its instances.
#[derive(Debug)]
pub struct Group {
    /// Its name, such as `g017`: its place in the suite, whatever is left out.
    pub name: String,
    /// The keyword it is about: its file.
    pub keyword: String,
    /// What it is, in words.
    pub description: String,
    /// The schema.
    pub schema: Value,
    /// The instances.
    pub tests: Vec<Test>,
}

/// An instance.
#[derive(Debug, Deserialize)]
pub struct Test {
    /// What it is, in words.
    pub description: String,
    /// The instance.
    pub data: Value,
    /// Whether the schema admits it.
    pub valid: bool,
}

#[derive(Deserialize)]
struct Written {
    description: String,
    schema: Value,
    tests: Vec<Test>,
}

/// Reads the schemas of a draft that the filter leaves; what is optional is not among them.
pub fn read(folder: &Path, draft: Draft, filter: &[String]) -> Result<Suite, Box<dyn Error>> {
    let mut paths: Vec<_> = fs::read_dir(folder.join(draft.name()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let mut suite = Suite {
        draft,
        remotes: folder.join("remotes"),
        groups: Vec::new(),
        left_out: 0,
    };
    let mut count = 0;
    for path in paths {
        let keyword = path.file_stem().unwrap_or_default().to_string_lossy();
        let written: Vec<Written> = serde_json::from_slice(&fs::read(&path)?)?;
        for Written {
            description,
            schema,
            tests,
        } in written
        {
            count += 1;
            let group = Group {
                name: format!("g{count:03}"),
                keyword: keyword.clone().into_owned(),
                description,
                schema,
                tests,
            };
            if !draft.states(&group.schema) {
                suite.left_out += 1;
            } else if group.is_chosen(filter) {
                suite.groups.push(group);
            }
        }
    }
    Ok(suite)
}

impl Group {
    fn is_chosen(&self, filter: &[String]) -> bool {
        let is_about = |text: &String| {
            self.keyword == *text || self.name == *text || self.description.contains(text.as_str())
        };
        filter.is_empty() || filter.iter().any(is_about)
    }
}

/// The keywords of OpenAPI 3.0 (OpenAPI 3.0.3 §4.7.24) and, for its references to lead
/// somewhere, `definitions`. `$schema` says nothing that is not known.
const KEYWORDS_3_0: &[&str] = &[
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "definitions",
    "description",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
    "uniqueItems",
];

/// Whether 3.0 can state the schema: it has only keywords of 3.0, as 3.0 has them, a reference
/// has none beside it, and leads into the same file.
fn stated_in_3_0(schema: &Value) -> bool {
    let Value::Object(keywords) = schema else {
        return false;
    };
    if let Some(reference) = keywords.get("$ref").filter(|value| value.is_string()) {
        let is_local = reference.as_str().is_some_and(|text| text.starts_with('#'));
        let others = keywords
            .keys()
            .filter(|name| !["$ref", "definitions"].contains(&name.as_str()));
        return is_local && others.count() == 0 && all_stated(keywords.get("definitions"));
    }
    keywords.iter().all(|(name, value)| {
        KEYWORDS_3_0.contains(&name.as_str())
            && match name.as_str() {
                "type" => value.as_str().is_some_and(|name| name != "null"),
                "items" | "not" => stated_in_3_0(value),
                "additionalProperties" => value.is_boolean() || stated_in_3_0(value),
                "allOf" | "anyOf" | "oneOf" => {
                    let members = value.as_array();
                    members.is_some_and(|members| members.iter().all(stated_in_3_0))
                }
                "properties" | "definitions" => all_stated(Some(value)),
                _ => true,
            }
    })
}

fn all_stated(schemas: Option<&Value>) -> bool {
    let schemas = schemas.and_then(Value::as_object);
    schemas.is_none_or(|schemas| schemas.values().all(stated_in_3_0))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::stated_in_3_0;

    #[test]
    fn a_keyword_of_another_version_cannot_be_stated() {
        assert!(stated_in_3_0(
            &json!({"properties": {"a": {"type": "string"}}})
        ));
        for schema in [
            json!({"type": "null"}),
            json!({"type": ["string", "integer"]}),
            json!({"items": [{}]}),
            json!({"properties": {"a": {"patternProperties": {}}}}),
            json!({"$ref": "http://localhost:1234/integer.json"}),
        ] {
            assert!(!stated_in_3_0(&schema), "{schema}");
        }
    }
}
