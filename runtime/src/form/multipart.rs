//! `multipart/form-data` (RFC 7578) and its siblings: a part for each property, and for each element of an array
//! (OpenAPI 3.1.1 §4.8.14.5).

use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use percent_encoding::percent_decode_str;

use super::{Encoding, How};
use crate::{
    Body, File, Style,
    media_type::is_json,
    parameter::{ParameterError, ParameterValue, Place, expand},
};

/// What the part of a file is called that is not a property of an object.
const FILE: &str = "file";

/// A part: its head, which ends with an empty line, and what it holds.
struct Part {
    head: String,
    content: Body,
}

/// The boundary and the body of an object; `None` where there is no value.
pub(crate) fn multipart(
    value: ParameterValue,
    encodings: &[Encoding],
) -> Result<Option<(String, Body)>, ParameterError> {
    let properties = match value {
        ParameterValue::Undefined => return Ok(None),
        ParameterValue::Object(properties) => properties,
        // A file has no need of a name in most APIs, but its part must have one.
        files @ (ParameterValue::List(_) | ParameterValue::File(_)) => {
            vec![(FILE.to_owned(), files)]
        }
        ParameterValue::Text(_) | ParameterValue::Literal(_) => {
            return Err(ParameterError("a body in parts is an object".to_owned()));
        }
    };
    let mut parts = Vec::with_capacity(properties.len());
    for (name, value) in properties {
        push_parts(&name, value, Encoding::of(encodings, &name), &mut parts)?;
    }
    let boundary = boundary();
    let body = assemble(parts, &boundary);
    Ok(Some((boundary, body)))
}

/// The part of a property, or one for each element of its array.
fn push_parts(
    name: &str,
    value: ParameterValue,
    encoding: Option<&Encoding>,
    parts: &mut Vec<Part>,
) -> Result<(), ParameterError> {
    if let Some(How::Style(style)) = encoding.map(|encoding| encoding.how) {
        return push_styled(name, value, style, parts);
    }
    match value {
        ParameterValue::Undefined => {}
        ParameterValue::List(elements) => {
            for element in elements {
                parts.extend(part(name, element, encoding)?);
            }
        }
        value @ (ParameterValue::Text(_)
        | ParameterValue::Literal(_)
        | ParameterValue::Object(_)
        | ParameterValue::File(_)) => parts.extend(part(name, value, encoding)?),
    }
    Ok(())
}

/// A property with a style makes the parts whose names and values a query would have.
fn push_styled(
    name: &str,
    value: ParameterValue,
    style: Style,
    parts: &mut Vec<Part>,
) -> Result<(), ParameterError> {
    let pairs = expand(name, style, Place::Query, value)?.unwrap_or_default();
    for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let value = ParameterValue::Text(decoded(value));
        parts.extend(part(&decoded(name), value, None)?);
    }
    Ok(())
}

fn part(
    name: &str,
    value: ParameterValue,
    encoding: Option<&Encoding>,
) -> Result<Option<Part>, ParameterError> {
    let stated = match encoding.map(|encoding| encoding.how) {
        Some(How::MediaType(media_type)) => first_media_type(media_type),
        Some(How::Style(_)) | None => None,
    };
    let mut head = format!("Content-Disposition: form-data; name=\"{}\"", quoted(name));
    let (media_type, content) = match value {
        ParameterValue::Undefined => return Ok(None),
        ParameterValue::File(file) => {
            let file_name = quoted(file.name().unwrap_or(name));
            head.extend(["; filename=\"", &file_name, "\""]);
            return file_part(head, &file, stated, encoding).map(Some);
        }
        value if stated.is_some_and(is_json) => (stated, value.to_json()?),
        ParameterValue::Text(text) | ParameterValue::Literal(text) => (stated, text),
        value @ (ParameterValue::Object(_) | ParameterValue::List(_)) => {
            (Some("application/json"), value.to_json()?)
        }
    };
    let mut head = head + "\r\n";
    if let Some(media_type) = media_type {
        push_header(&mut head, "Content-Type", media_type)?;
    }
    push_headers(&mut head, encoding)?;
    Ok(Some(Part {
        head: head + "\r\n",
        content: Body::from(content),
    }))
}

fn file_part(
    disposition: String,
    file: &File,
    stated: Option<&str>,
    encoding: Option<&Encoding>,
) -> Result<Part, ParameterError> {
    let media_type = file.media_type().or(stated);
    let mut head = disposition + "\r\n";
    push_header(
        &mut head,
        "Content-Type",
        media_type.unwrap_or("application/octet-stream"),
    )?;
    push_headers(&mut head, encoding)?;
    for (name, value) in file.headers() {
        push_header(&mut head, name, value)?;
    }
    Ok(Part {
        head: head + "\r\n",
        content: file.to_body(),
    })
}

fn push_headers(head: &mut String, encoding: Option<&Encoding>) -> Result<(), ParameterError> {
    let headers = encoding.map_or(&[][..], |encoding| encoding.headers);
    headers
        .iter()
        .try_for_each(|(name, value)| push_header(head, name, value))
}

fn push_header(head: &mut String, name: &str, value: &str) -> Result<(), ParameterError> {
    if name.contains([':', '\r', '\n', '\0']) || value.contains(['\r', '\n', '\0']) {
        return Err(ParameterError(
            "the header of a part cannot hold control characters".to_owned(),
        ));
    }
    head.extend([name, ": ", value, "\r\n"]);
    Ok(())
}

/// The first of a list of media types that is no range.
fn first_media_type(media_types: &str) -> Option<&str> {
    media_types
        .split(',')
        .map(str::trim)
        .find(|media_type| !media_type.is_empty() && !media_type.contains('*'))
}

/// What can stand between quotes in `Content-Disposition` (WHATWG HTML §4.10.21.8).
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A boundary that no content has: 128 bits that nobody can foresee.
fn boundary() -> String {
    let random = || RandomState::new().hash_one(());
    format!("bindery-{:016x}{:016x}", random(), random())
}

/// One run of bytes where everything is there, else a stream.
fn assemble(parts: Vec<Part>, boundary: &str) -> Body {
    let mut pieces: Vec<Body> = Vec::new();
    let mut text = String::new();
    for part in parts {
        text.extend(["--", boundary, "\r\n", &part.head]);
        pieces.push(Body::from(std::mem::take(&mut text)));
        pieces.push(part.content);
        text.push_str("\r\n");
    }
    text.extend(["--", boundary, "--\r\n"]);
    pieces.push(Body::from(text));
    match pieces
        .iter()
        .map(Body::as_bytes)
        .collect::<Option<Vec<_>>>()
    {
        Some(whole) => Body::from(Bytes::from(whole.concat())),
        None => Body::stream(stream::iter(pieces).flatten()),
    }
}
