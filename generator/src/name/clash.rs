//! What is said of names that clash: a warning where the generator settles it, an error where the user gave a name that
//! is taken.

use bindery_openapi::{Diagnostic, Location, Report};

use super::case::{longer, pascal, snake};
use super::scope::Candidate;
use crate::codes;

/// How many characters of a name a message shows.
const SHOWN: usize = 120;

/// What names are of, as messages call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Credential,
    Server,
    ServerVariable,
    Group,
    Operation,
    OperationType,
    Parameter,
    MediaType,
    Response,
    Header,
    Schema,
    Type,
    Module,
    Property,
    Value,
    Variant,
}

impl Kind {
    fn plural(self) -> &'static str {
        match self {
            Self::Credential => "credentials",
            Self::Server => "servers",
            Self::ServerVariable => "variables",
            Self::Group => "groups",
            Self::Operation => "operations",
            Self::OperationType => "types of operations",
            Self::Parameter => "parameters",
            Self::MediaType => "media types",
            Self::Response => "responses",
            Self::Header => "headers",
            Self::Schema => "schemas",
            Self::Type => "types",
            Self::Module => "modules",
            Self::Property => "properties",
            Self::Value => "values",
            Self::Variant => "variants",
        }
    }

    /// The table of `[rename]` that names such things.
    fn table(self) -> Option<&'static str> {
        match self {
            Self::Group => Some("groups"),
            Self::Operation | Self::OperationType => Some("operations"),
            Self::Schema | Self::Type => Some("schemas"),
            Self::Property => Some("properties"),
            Self::Value => Some("values"),
            Self::Credential
            | Self::Server
            | Self::ServerVariable
            | Self::Parameter
            | Self::MediaType
            | Self::Response
            | Self::Header
            | Self::Module
            | Self::Variant => None,
        }
    }
}

/// What the user gave a name.
pub(super) struct Renamed<'r> {
    /// What the description calls it.
    pub called: &'r str,
    /// The name, as an identifier.
    pub wanted: &'r str,
    /// Where it stands.
    pub location: &'r Location,
}

/// What else has the name that the user gave.
pub(super) enum Other<'o> {
    /// What stands there.
    Described(&'o Location),
    /// What stands there, which the user gave the same name.
    Renamed(&'o Location),
    /// Code that is always generated.
    Generated,
}

impl<'o> Other<'o> {
    /// What stands at `location`.
    pub fn at(location: &'o Location, is_renamed: bool) -> Self {
        if is_renamed {
            Self::Renamed(location)
        } else {
            Self::Described(location)
        }
    }
}

/// Warns of two names of the description that are one in Rust.
pub(super) fn report_clash(
    kind: Kind,
    loser: &Candidate,
    rival: &Candidate,
    name: &str,
    report: &mut Report,
) {
    let plural = kind.plural();
    let message = format!(
        "the {plural} `{}` and `{}` are both `{}` in Rust; this one is named `{name}`",
        shown(&loser.source),
        shown(&rival.source),
        loser.wanted
    );
    let mut diagnostic = Diagnostic::warning(codes::NAME_CLASH, loser.place().clone(), message)
        .related(rival.place().clone(), "the other stands here");
    if let (Some(table), Some(key)) = (kind.table(), &loser.key) {
        diagnostic = diagnostic.hint(format!(
            "name it in the configuration: under `[rename.{table}]`, `{} = \"…\"`",
            crate::emit::toml_string(key)
        ));
    }
    report.push(diagnostic);
}

/// Reports a name that the user gave and that something else has.
pub(super) fn report_taken(
    kind: Kind,
    renamed: &Renamed<'_>,
    other: &Other<'_>,
    is_free: impl Fn(&str) -> bool,
    report: &mut Report,
) {
    let (called, wanted) = (shown(renamed.called), renamed.wanted);
    let suggested = suggested(renamed, is_free);
    let table = kind.table().unwrap_or("schemas");
    let (why, related) = match other {
        Other::Described(place) => ("that name is taken", Some((place, "this has the name"))),
        Other::Renamed(place) => (
            "something else is renamed to it as well",
            Some((place, "the other stands here")),
        ),
        Other::Generated => ("generated code needs that name itself", None),
    };
    let message = format!("`{called}` cannot be renamed to `{wanted}`: {why}");
    let location = renamed.location.clone();
    let mut diagnostic = Diagnostic::error(codes::RENAME_CLASH, location, message);
    let mut hint = format!("choose another name under `[rename.{table}]`, such as `{suggested}`");
    if let Some((place, message)) = related {
        diagnostic = diagnostic.related((*place).clone(), message);
        hint.push_str(", or rename the other, too");
    }
    report.push(diagnostic.hint(hint));
}

/// A name that is free, of the one that is not and the last word of what the description says.
fn suggested(renamed: &Renamed<'_>, is_free: impl Fn(&str) -> bool) -> String {
    let last = renamed.called.rsplit(['/', '.']).next().unwrap_or_default();
    let wanted = renamed.wanted;
    let joined = if wanted.starts_with(char::is_uppercase) {
        format!("{wanted}{}", pascal(last))
    } else {
        longer(wanted, &snake(last))
    };
    let numbered = (2..).map(|number| format!("{}{number}", wanted.trim_end_matches('_')));
    let mut names = std::iter::once(joined).chain(numbered);
    names.find(|name| is_free(name)).unwrap_or_default()
}

/// As much of a name as a sentence can hold.
fn shown(source: &str) -> String {
    match source.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &source[..end]),
        None => source.to_owned(),
    }
}
