//! Laying out a parameter: RFC 6570 expansion as OpenAPI 3.1.1 §4.8.12.3 and §4.8.12.4 use it.

use super::{
    percent,
    style::{Style, StyleKind},
    value::{ParameterError, ParameterValue},
};

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    /// Nothing is percent-encoded (OpenAPI 3.1.1 appendix D).
    Header,
    /// Pairs are separated by `; ` instead of `&`.
    Cookie,
}

/// The text of a parameter; `None` where it is undefined, an empty array or an empty object (RFC 6570 §2.3).
pub(crate) fn expand(
    name: &str,
    style: Style,
    place: Place,
    value: ParameterValue,
) -> Result<Option<String>, ParameterError> {
    check_place(style.kind, place)?;
    let layout = Layout {
        name: encode(name, name_style(style), place),
        style,
        place,
    };
    match value {
        ParameterValue::Undefined => Ok(None),
        value
        @ (ParameterValue::Text(_) | ParameterValue::Literal(_) | ParameterValue::File(_)) => {
            Ok(value.into_text()?.map(|text| layout.text(&text)))
        }
        ParameterValue::List(elements) => layout.list(elements),
        ParameterValue::Object(properties) => layout.object(properties),
    }
}

fn check_place(kind: StyleKind, place: Place) -> Result<(), ParameterError> {
    let fits = match kind {
        StyleKind::Matrix | StyleKind::Label => place == Place::Path,
        StyleKind::Simple => matches!(place, Place::Path | Place::Header),
        StyleKind::Form => matches!(place, Place::Query | Place::Cookie),
        StyleKind::Cookie => place == Place::Cookie,
        StyleKind::SpaceDelimited | StyleKind::PipeDelimited | StyleKind::DeepObject => {
            place == Place::Query
        }
    };
    if fits {
        Ok(())
    } else {
        Err(ParameterError(format!(
            "the style {kind:?} has no form in a {place:?}"
        )))
    }
}

/// A name has no reserved characters.
const fn name_style(style: Style) -> Style {
    Style {
        allow_reserved: false,
        ..style
    }
}

/// The style `cookie` and headers leave text as it is; the caller escapes it (OpenAPI 3.2.0 appendix D).
fn encode(text: &str, style: Style, place: Place) -> String {
    match (place, style.allow_reserved) {
        (Place::Header, _) => text.to_owned(),
        (Place::Cookie, _) if style.kind == StyleKind::Cookie => text.to_owned(),
        (Place::Query, true) => percent::encode_illegal(text),
        (Place::Path, true) => percent::encode_illegal_in_path(text),
        (Place::Path | Place::Query | Place::Cookie, _) => percent::encode(text),
    }
}

/// A parameter's name, encoded, and how it is to be written.
struct Layout {
    name: String,
    style: Style,
    place: Place,
}

impl Layout {
    fn encode(&self, text: &str) -> String {
        encode(text, self.style, self.place)
    }

    /// One value. `deepObject` has no form for it (OpenAPI 3.1.1 §4.8.12.4); it is written as by `form`.
    fn text(&self, text: &str) -> String {
        let text = self.encode(text);
        match self.style.kind {
            StyleKind::Simple => text,
            StyleKind::Label => format!(".{text}"),
            StyleKind::Matrix if text.is_empty() => format!(";{}", self.name),
            StyleKind::Matrix => format!(";{}={text}", self.name),
            StyleKind::Form
            | StyleKind::Cookie
            | StyleKind::SpaceDelimited
            | StyleKind::PipeDelimited
            | StyleKind::DeepObject => format!("{}={text}", self.name),
        }
    }

    fn list(&self, elements: Vec<ParameterValue>) -> Result<Option<String>, ParameterError> {
        if self.style.kind == StyleKind::DeepObject {
            return self.deep(ParameterValue::List(elements));
        }
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements {
            texts.extend(element.into_text()?.map(|text| self.encode(&text)));
        }
        Ok(self.join_all(&texts, |text| self.named(text)))
    }

    fn object(
        &self,
        properties: Vec<(String, ParameterValue)>,
    ) -> Result<Option<String>, ParameterError> {
        if self.style.kind == StyleKind::DeepObject {
            return self.deep(ParameterValue::Object(properties));
        }
        let mut pairs = Vec::with_capacity(properties.len());
        for (name, value) in properties {
            for value in self.apart(value) {
                let value = value.into_text()?;
                pairs.extend(value.map(|value| (self.encode(&name), self.encode(&value))));
            }
        }
        if self.style.explode {
            let texts: Vec<String> = pairs
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            return Ok(self.join_all(&texts, str::to_owned));
        }
        let texts: Vec<String> = pairs
            .into_iter()
            .flat_map(|(name, value)| [name, value])
            .collect();
        Ok(self.join_all(&texts, |text| self.named(text)))
    }

    /// The values that stand under one name of an exploded object. For a list the specification has no form there;
    /// its name is repeated, as servers commonly read it.
    fn apart(&self, value: ParameterValue) -> Vec<ParameterValue> {
        let is_nested = |value: &ParameterValue| {
            matches!(value, ParameterValue::List(_) | ParameterValue::Object(_))
        };
        match value {
            ParameterValue::List(elements)
                if self.style.explode
                    && self.style.kind == StyleKind::Form
                    && !elements.iter().any(is_nested) =>
            {
                elements
            }
            other => vec![other],
        }
    }

    /// The texts as one: each by itself when exploded, else joined and then named.
    fn join_all(&self, texts: &[String], alone: impl Fn(&str) -> String) -> Option<String> {
        if texts.is_empty() {
            return None;
        }
        if self.style.explode {
            let alone: Vec<String> = texts.iter().map(|text| alone(text)).collect();
            return Some(format!(
                "{}{}",
                self.prefix(),
                alone.join(self.exploded_separator())
            ));
        }
        Some(format!(
            "{}{}",
            self.prefix(),
            self.named(&texts.join(self.separator()))
        ))
    }

    /// What stands once before everything.
    const fn prefix(&self) -> &'static str {
        match self.style.kind {
            StyleKind::Label => ".",
            StyleKind::Matrix => ";",
            StyleKind::Simple
            | StyleKind::Form
            | StyleKind::Cookie
            | StyleKind::SpaceDelimited
            | StyleKind::PipeDelimited
            | StyleKind::DeepObject => "",
        }
    }

    /// The text after the parameter's name, where the style writes it.
    fn named(&self, text: &str) -> String {
        match self.style.kind {
            StyleKind::Simple | StyleKind::Label => text.to_owned(),
            StyleKind::Matrix if text.is_empty() => self.name.clone(),
            StyleKind::Matrix
            | StyleKind::Form
            | StyleKind::Cookie
            | StyleKind::SpaceDelimited
            | StyleKind::PipeDelimited
            | StyleKind::DeepObject => format!("{}={text}", self.name),
        }
    }

    /// What stands between the elements of one value.
    const fn separator(&self) -> &'static str {
        match self.style.kind {
            StyleKind::SpaceDelimited => "%20",
            StyleKind::PipeDelimited => "%7C",
            StyleKind::Simple
            | StyleKind::Label
            | StyleKind::Matrix
            | StyleKind::Form
            | StyleKind::Cookie
            | StyleKind::DeepObject => ",",
        }
    }

    /// What stands between values that each stand by themselves.
    const fn exploded_separator(&self) -> &'static str {
        match self.style.kind {
            StyleKind::Simple => ",",
            StyleKind::Label => ".",
            StyleKind::Matrix => ";",
            StyleKind::Form
            | StyleKind::Cookie
            | StyleKind::SpaceDelimited
            | StyleKind::PipeDelimited
            | StyleKind::DeepObject => match self.place {
                Place::Cookie => "; ",
                Place::Path | Place::Query | Place::Header => "&",
            },
        }
    }

    /// `name[property]=value` for each property. The specification leaves arrays and deeper objects open; they are
    /// written as servers commonly read them: `name[property][inner]=value` and `name[0]=value`.
    fn deep(&self, value: ParameterValue) -> Result<Option<String>, ParameterError> {
        let mut pairs = Vec::new();
        let mut rest = vec![(self.name.clone(), value)];
        while let Some((name, value)) = rest.pop() {
            match value {
                ParameterValue::Undefined => {}
                value @ (ParameterValue::Text(_)
                | ParameterValue::Literal(_)
                | ParameterValue::File(_)) => {
                    let text = value.into_text()?.unwrap_or_default();
                    pairs.push(format!("{name}={}", self.encode(&text)));
                }
                ParameterValue::List(elements) => rest.extend(
                    elements
                        .into_iter()
                        .enumerate()
                        .rev()
                        .map(|(index, inner)| (format!("{name}%5B{index}%5D"), inner)),
                ),
                ParameterValue::Object(properties) => {
                    rest.extend(properties.into_iter().rev().map(|(property, inner)| {
                        (format!("{name}%5B{}%5D", percent::encode(&property)), inner)
                    }));
                }
            }
        }
        Ok((!pairs.is_empty()).then(|| pairs.join("&")))
    }
}
