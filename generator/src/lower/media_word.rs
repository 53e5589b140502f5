//! What media types are called among several: `csv`, and `text json` beside `application/json`.

use bindery_openapi::document::MediaType;

use super::media::Content;
use super::variant::choose;

/// What each of several media types is called among them: the shortest word that no other has.
pub(super) fn words_of(alternatives: &[(Content, &MediaType)]) -> Vec<String> {
    let all = alternatives.iter();
    let candidates = all.map(|(content, media_type)| candidates(*content, media_type));
    choose(&candidates.collect::<Vec<_>>())
}

/// What a media type can be called, the best first. Of those that would be called `json`, `application/json` is.
fn candidates(content: Content, media_type: &MediaType) -> Vec<String> {
    let essence = media_type.essence();
    let word = word_of(content, &essence);
    let name = media_type.name.trim();
    if name == "application/json" {
        return vec![word];
    }
    let whole = match essence.split_once('/') {
        Some(("*", _)) | None => format!("any {word}"),
        Some((kind, "*")) => format!("any {kind}"),
        Some((kind, _)) => format!("{kind} {word}"),
    };
    vec![word, whole, name.replace('*', "any")]
}

fn word_of(content: Content, essence: &str) -> String {
    let subtype = essence.split('/').nth(1).unwrap_or(essence);
    match (content, subtype) {
        (Content::Form, _) => "form".to_owned(),
        (Content::Multipart, "form-data") => "multipart".to_owned(),
        (Content::JsonLines, _) => "json-lines".to_owned(),
        (_, "plain") => "text".to_owned(),
        (Content::Json, "*") => "json".to_owned(),
        (Content::Text, "*") => "text".to_owned(),
        (Content::Binary, "octet-stream") => "binary".to_owned(),
        (Content::EventStream | Content::Multipart | Content::Xml | Content::Binary, "*") => {
            "binary".to_owned()
        }
        (_, "") => "any".to_owned(),
        (_, subtype) => match subtype.strip_prefix("*+") {
            Some(suffix) => format!("any {suffix}"),
            None => subtype.trim_start_matches("x-").to_owned(),
        },
    }
}
