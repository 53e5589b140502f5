//! Parameters as they stand in a request.

mod paths;
mod query_strings;
mod styles;
mod values;

use bindery::{
    Body, Json, JsonObject, OperationMetadata, RequestBuilder, RequestError, Style, http::Request,
    serde::Serialize,
};

fn metadata(path: &'static str) -> OperationMetadata {
    OperationMetadata::new("test", "GET", path, &[])
}

fn builder() -> RequestBuilder {
    RequestBuilder::new(&metadata("/p"))
}

fn target(request: &Request<Body>) -> String {
    request.uri().to_string()
}

fn in_path<T: Serialize + ?Sized>(style: Style, value: &T) -> Result<String, String> {
    let request = RequestBuilder::new(&metadata("/{color}/end"))
        .path("color", style, value)
        .finish();
    let target = request
        .map(|request| target(&request))
        .map_err(|error| error.to_string())?;
    Ok(target
        .trim_start_matches('/')
        .trim_end_matches("/end")
        .to_owned())
}

fn in_query<T: Serialize + ?Sized>(style: Style, value: &T) -> Result<String, String> {
    let request = builder()
        .query("color", style, value)
        .finish()
        .map_err(|error| error.to_string())?;
    Ok(request.uri().query().unwrap_or_default().to_owned())
}

fn in_header<T: Serialize + ?Sized>(
    style: Style,
    value: &T,
) -> Result<Option<String>, RequestError> {
    let request = builder().header("X-Color", style, value).finish()?;
    Ok(request
        .headers()
        .get("x-color")
        .map(|value| String::from_utf8(value.as_bytes().to_vec()).unwrap()))
}

fn in_cookie<T: Serialize + ?Sized>(style: Style, value: &T) -> Option<String> {
    let request = builder().cookie("color", style, value).finish().unwrap();
    request
        .headers()
        .get("cookie")
        .map(|value| value.to_str().unwrap().to_owned())
}

const ARRAY: [&str; 3] = ["blue", "black", "brown"];

fn object() -> JsonObject {
    let pairs = [("R", 100), ("G", 200), ("B", 150)];
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Json::from(value)))
        .collect()
}
