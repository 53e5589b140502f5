//! Parameters (OpenAPI 3.0.3 §4.7.12).

use openapiv3::{ParameterData, ParameterSchemaOrContent, PathStyle, ReferenceOr};

use super::Lift;
use super::media::lift_query_style;
use crate::document::{JsonType, Parameter, ParameterIn, ParameterStyle, ParameterValue, Schema};
use crate::node::Node;
use crate::specification::Kind;
use crate::{Location, template};

/// Header parameters of these names are ignored (OpenAPI 3.0.3 §4.7.12.2).
pub(crate) const IGNORED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// What a parameter's place decides about its serialisation.
struct Serialisation {
    place: ParameterIn,
    style: ParameterStyle,
    allow_reserved: bool,
}

impl<'v> Lift<'v, '_> {
    /// Lifts the member `parameters` of `node`, without those that are ignored.
    pub(super) fn lift_parameters(
        &mut self,
        parts: &[ReferenceOr<openapiv3::Parameter>],
        node: &Node<'_, 'v>,
    ) -> Vec<Parameter> {
        let Some(list) = self.get(node, "parameters") else {
            return Vec::new();
        };
        parts
            .iter()
            .zip(list.items())
            .filter_map(|(part, node)| self.lift_parameter(part, &node))
            .filter(|parameter| !is_ignored(parameter))
            .collect()
    }

    /// The parameters of an operation: its own, after those of its path item
    /// that it does not replace, and after them those that only the template names.
    ///
    /// What is said to stand in the path and does not stand in the template is left out.
    pub(super) fn merge_parameters(
        &mut self,
        inherited: &[Parameter],
        own: Vec<Parameter>,
        template: &str,
        path: &Location,
    ) -> Vec<Parameter> {
        let names = template::names(template);
        let mut parameters: Vec<_> = inherited
            .iter()
            .filter(|one| !own.iter().any(|other| is_same(one, other)))
            .cloned()
            .collect();
        parameters.extend(own);
        parameters.retain(|parameter| {
            parameter.place != ParameterIn::Path || names.contains(&parameter.name.as_str())
        });
        for name in names {
            if !parameters.iter().any(|parameter| is_path(parameter, name)) {
                parameters.push(self.undeclared_parameter(name, path));
            }
        }
        parameters
    }

    fn lift_parameter(
        &mut self,
        part: &ReferenceOr<openapiv3::Parameter>,
        node: &Node<'_, 'v>,
    ) -> Option<Parameter> {
        self.lift_reusable(
            part,
            node,
            Kind::Parameter,
            |lift| &mut lift.parameters,
            |lift, item, node| {
                let data = item.parameter_data_ref();
                let serialisation = serialisation(item);
                Parameter {
                    name: data.name.clone(),
                    place: serialisation.place,
                    description: data.description.clone(),
                    // A path without one of its segments is another path.
                    required: data.required || serialisation.place == ParameterIn::Path,
                    deprecated: data.deprecated.unwrap_or_default(),
                    value: lift.lift_parameter_value(data, &serialisation, node),
                    examples: lift.lift_examples(node),
                    location: node.location(),
                }
            },
        )
    }

    fn lift_parameter_value(
        &mut self,
        data: &ParameterData,
        serialisation: &Serialisation,
        node: &Node<'_, 'v>,
    ) -> ParameterValue {
        match &data.format {
            ParameterSchemaOrContent::Schema(_) => {
                let style = serialisation.style;
                let schema = match node.get("schema") {
                    Some(schema) => self.lift_schema(&schema),
                    None => self.schemas.add(Schema::any(node.location())),
                };
                ParameterValue::Schema {
                    schema,
                    style,
                    explode: data.explode.unwrap_or(explodes(style)),
                    allow_reserved: serialisation.allow_reserved,
                }
            }
            ParameterSchemaOrContent::Content(content) => {
                let first = self.lift_content(content, node).into_iter().next();
                first.map_or_else(
                    || self.any_value(serialisation, node),
                    ParameterValue::Content,
                )
            }
        }
    }

    /// The value of a parameter whose `content` is empty, which the check refuses.
    fn any_value(&mut self, serialisation: &Serialisation, node: &Node<'_, 'v>) -> ParameterValue {
        ParameterValue::Schema {
            schema: self.schemas.add(Schema::any(node.location())),
            style: serialisation.style,
            explode: explodes(serialisation.style),
            allow_reserved: serialisation.allow_reserved,
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
        ParameterIn::Path | ParameterIn::Query | ParameterIn::Cookie => one.name == other.name,
    };
    is_same_name && one.place == other.place
}

fn is_path(parameter: &Parameter, name: &str) -> bool {
    parameter.place == ParameterIn::Path && parameter.name == name
}

fn serialisation(part: &openapiv3::Parameter) -> Serialisation {
    match part {
        openapiv3::Parameter::Query {
            style,
            allow_reserved,
            ..
        } => Serialisation {
            place: ParameterIn::Query,
            style: lift_query_style(style),
            allow_reserved: *allow_reserved,
        },
        openapiv3::Parameter::Header { style, .. } => Serialisation {
            place: ParameterIn::Header,
            style: match style {
                openapiv3::HeaderStyle::Simple => ParameterStyle::Simple,
            },
            allow_reserved: false,
        },
        openapiv3::Parameter::Path { style, .. } => Serialisation {
            place: ParameterIn::Path,
            style: match style {
                PathStyle::Matrix => ParameterStyle::Matrix,
                PathStyle::Label => ParameterStyle::Label,
                PathStyle::Simple => ParameterStyle::Simple,
            },
            allow_reserved: false,
        },
        openapiv3::Parameter::Cookie { style, .. } => Serialisation {
            place: ParameterIn::Cookie,
            style: match style {
                openapiv3::CookieStyle::Form => ParameterStyle::Form,
            },
            allow_reserved: false,
        },
    }
}

/// The default of `explode` (OpenAPI 3.0.3 §4.7.12.2): true for `form` alone.
fn explodes(style: ParameterStyle) -> bool {
    match style {
        ParameterStyle::Form => true,
        ParameterStyle::Matrix
        | ParameterStyle::Label
        | ParameterStyle::Simple
        | ParameterStyle::SpaceDelimited
        | ParameterStyle::PipeDelimited
        | ParameterStyle::DeepObject
        | ParameterStyle::Cookie => false,
    }
}
