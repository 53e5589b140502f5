//! How the properties of a form are written.

use crate::Style;

/// How properties of a form are written, where it is not the default (OpenAPI 3.1.1 §4.8.15.1).
#[derive(Clone, Copy, Debug)]
pub struct Encoding {
    properties: &'static [&'static str],
    pub(super) how: How,
    pub(super) headers: &'static [(&'static str, &'static str)],
}

/// What decides how a property is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// `style`, `explode` and `allowReserved`.
    Style(Style),
    /// `contentType`: one or several media types or ranges of them.
    MediaType(&'static str),
}

impl Encoding {
    /// The encoding of these properties by a style.
    pub const fn style(properties: &'static [&'static str], style: Style) -> Self {
        Self::new(properties, How::Style(style))
    }

    /// The encoding of these properties by a media type.
    pub const fn media_type(properties: &'static [&'static str], media_type: &'static str) -> Self {
        Self::new(properties, How::MediaType(media_type))
    }

    const fn new(properties: &'static [&'static str], how: How) -> Self {
        Self {
            properties,
            how,
            headers: &[],
        }
    }

    /// The same encoding, with headers that each part is sent with.
    #[must_use]
    pub const fn with_headers(self, headers: &'static [(&'static str, &'static str)]) -> Self {
        Self { headers, ..self }
    }

    /// The encoding of the property of this name.
    pub(super) fn of<'e>(encodings: &'e [Self], property: &str) -> Option<&'e Self> {
        encodings
            .iter()
            .find(|encoding| encoding.properties.contains(&property))
    }
}
