//! Parameters (OpenAPI 3.0.3 §4.7.12, 3.2.0 §4.12).

use serde_json::Value;

use super::Lift;
use super::path::Inherited;
use crate::document::{JsonType, Parameter, ParameterIn, ParameterStyle, ParameterValue, Schema};
use crate::node::Node;
use crate::pairing::pairs;
use crate::{Location, template};

/// Header parameters of these names are ignored (OpenAPI 3.0.3 §4.7.12.2).
pub(crate) const IGNORED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'v> Lift<'v, '_> {
    /// Lifts the member `parameters` of `node`, without those that are ignored.
    pub(super) fn lift_parameters(&mut self, node: &Node<'_, 'v>) -> Vec<Parameter> {
        let Some(list) = self.get(node, "parameters") else {
            return Vec::new();
        };
        list.items()
            .filter_map(|node| self.lift_parameter(&node))
            .filter(|parameter| !is_ignored(parameter))
            .collect()
    }

    /// The parameters of an operation: its own, after those of its path item
    /// that it does not replace, and after them those that only the template names.
    ///
    /// What is said to stand in the path and does not stand in the template is left out.
    pub(super) fn merge_parameters(
        &mut self,
        inherited: &Inherited<'_>,
        own: Vec<Parameter>,
    ) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for parameter in inherited.parameters.iter().cloned().chain(own) {
            parameters.retain(|other| !is_same(&parameter, other));
            parameters.push(parameter);
        }
        let Some(template) = inherited.template else {
            return parameters;
        };
        let names = template::names(template);
        rename_paired(&mut parameters, &names);
        parameters.retain(|parameter| {
            parameter.place != ParameterIn::Path || names.contains(&parameter.name.as_str())
        });
        for name in names {
            if !parameters.iter().any(|parameter| is_path(parameter, name)) {
                parameters.push(self.undeclared_parameter(name, inherited.path));
            }
        }
        for parameter in &mut parameters {
            let is_reserved = inherited.reserved.contains(&parameter.name.as_str());
            if let ParameterValue::Schema { allow_reserved, .. } = &mut parameter.value {
                *allow_reserved |= is_reserved && parameter.place == ParameterIn::Path;
            }
        }
        parameters
    }

    fn lift_parameter(&mut self, node: &Node<'_, 'v>) -> Option<Parameter> {
        self.lift_reusable(
            node,
            |lift| &mut lift.parameters,
            |lift, node| {
                let place = place(node.text("in")?)?;
                let mut name = node.text("name")?;
                if place == ParameterIn::Path {
                    name = template::expression(name).name.unwrap_or(name);
                }
                Some(Parameter {
                    name: name.to_owned(),
                    place,
                    description: node.text("description").map(str::to_owned),
                    // A path without one of its segments is another path.
                    required: node.is_true("required") || place == ParameterIn::Path,
                    deprecated: node.is_true("deprecated"),
                    value: lift.lift_parameter_value(place, node),
                    examples: lift.lift_examples(node),
                    location: node.location(),
                })
            },
        )
    }

    fn lift_parameter_value(&mut self, place: ParameterIn, node: &Node<'_, 'v>) -> ParameterValue {
        if let Some(media_type) = self.lift_content(node).into_iter().next() {
            return ParameterValue::Content(media_type);
        }
        let style = node.text("style").and_then(style);
        let style = style.unwrap_or_else(|| default_style(place));
        let schema = match node.get("schema") {
            Some(schema) => self.lift_schema(&schema),
            None => self.schemas.add(Schema::any(node.location())),
        };
        ParameterValue::Schema {
            schema,
            style,
            explode: node
                .stated("explode")
                .and_then(Value::as_bool)
                .unwrap_or(explodes(style)),
            allow_reserved: node.is_true("allowReserved"),
        }
    }

    /// A parameter that the template names and nothing declares: a string.
    fn undeclared_parameter(&mut self, name: &str, path: &Location) -> Parameter {
        let mut schema = Schema::any(path.clone());
        schema.types.insert(JsonType::String);
        Parameter {
            name: name.to_owned(),
            place: ParameterIn::Path,
            description: None,
            required: true,
            deprecated: false,
            value: ParameterValue::Schema {
                schema: self.schemas.add(schema),
                style: ParameterStyle::Simple,
                explode: false,
                allow_reserved: false,
            },
            examples: Vec::new(),
            location: path.clone(),
        }
    }
}

/// Gives parameters in the path the names in the template that they mean.
fn rename_paired(parameters: &mut [Parameter], names: &[&str]) {
    let in_path = |parameter: &&mut Parameter| parameter.place == ParameterIn::Path;
    let mut declared: Vec<_> = parameters.iter_mut().filter(in_path).collect();
    let own: Vec<_> = declared.iter().map(|own| own.name.as_str()).collect();
    for (index, name) in pairs(names, &own) {
        if let Some(parameter) = declared.get_mut(index) {
            name.clone_into(&mut parameter.name);
        }
    }
}

/// A parameter without a name cannot be sent either.
fn is_ignored(parameter: &Parameter) -> bool {
    let is_ignored_header = parameter.place == ParameterIn::Header
        && IGNORED_HEADERS
            .iter()
            .any(|name| parameter.name.eq_ignore_ascii_case(name));
    is_ignored_header || parameter.name.is_empty()
}

/// A parameter is told from others by its name and place (OpenAPI 3.0.3
/// §4.7.12); names of headers ignore letter case (RFC 9110 §5.1).
fn is_same(one: &Parameter, other: &Parameter) -> bool {
    let is_same_name = match one.place {
        ParameterIn::Header => one.name.eq_ignore_ascii_case(&other.name),
        // There is one query string, whatever its parameter is called.
        ParameterIn::QueryString => true,
        ParameterIn::Path | ParameterIn::Query | ParameterIn::Cookie => one.name == other.name,
    };
    is_same_name && one.place == other.place
}

fn is_path(parameter: &Parameter, name: &str) -> bool {
    parameter.place == ParameterIn::Path && parameter.name == name
}

fn place(name: &str) -> Option<ParameterIn> {
    match name {
        "path" => Some(ParameterIn::Path),
        "query" => Some(ParameterIn::Query),
        "querystring" => Some(ParameterIn::QueryString),
        "header" => Some(ParameterIn::Header),
        "cookie" => Some(ParameterIn::Cookie),
        _ => None,
    }
}

/// The styles by name (OpenAPI 3.0.3 §4.7.12.3, 3.2.0 §4.12.3).
pub(super) fn style(name: &str) -> Option<ParameterStyle> {
    match name {
        "matrix" => Some(ParameterStyle::Matrix),
        "label" => Some(ParameterStyle::Label),
        "simple" => Some(ParameterStyle::Simple),
        "form" => Some(ParameterStyle::Form),
        "spaceDelimited" => Some(ParameterStyle::SpaceDelimited),
        "pipeDelimited" => Some(ParameterStyle::PipeDelimited),
        "deepObject" => Some(ParameterStyle::DeepObject),
        "cookie" => Some(ParameterStyle::Cookie),
        _ => None,
    }
}

/// The default of `style` (OpenAPI 3.0.3 §4.7.12.2).
fn default_style(place: ParameterIn) -> ParameterStyle {
    match place {
        ParameterIn::Query | ParameterIn::QueryString | ParameterIn::Cookie => ParameterStyle::Form,
        ParameterIn::Path | ParameterIn::Header => ParameterStyle::Simple,
    }
}

/// The default of `explode`: true for `form` (OpenAPI 3.0.3 §4.7.12.2) and `cookie` (3.2.0 §4.12.2).
fn explodes(style: ParameterStyle) -> bool {
    match style {
        ParameterStyle::Form | ParameterStyle::Cookie => true,
        ParameterStyle::Matrix
        | ParameterStyle::Label
        | ParameterStyle::Simple
        | ParameterStyle::SpaceDelimited
        | ParameterStyle::PipeDelimited
        | ParameterStyle::DeepObject => false,
    }
}
