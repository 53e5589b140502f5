//! The codes of what the generator reports.

use bindery_openapi::{Code, codes, nearest};

/// Every code, in the order of this page.
pub const ALL: &[Code] = &[
    CONTRADICTION,
    MISSPELT_FORMAT,
    ENDLESS_SCHEMA,
    TOO_DEEP,
    COMPOSITION_TOO_LARGE,
    SKIPPED_OPERATION,
    SKIPPED_MEDIA_TYPE,
    SKIPPED_SECURITY_SCHEME,
    RELATIVE_SERVER,
    NAME_CLASH,
    RENAME_CLASH,
    MODULE_CLASH,
    UNFIT_STYLE,
    XML_AS_TEXT,
    PART_HEADER,
    BODY_WITHOUT_NAMES,
    FORBIDDEN_CONTENT,
    INVALID_CONFIG,
    UNKNOWN_CONFIG_KEY,
    UNUSED_CONFIG,
    MISSING_TYPE,
];

/// The codes that are always of errors.
pub const ERRORS: &[Code] = &[
    RENAME_CLASH,
    MODULE_CLASH,
    INVALID_CONFIG,
    UNKNOWN_CONFIG_KEY,
];

/// Whether findings of the code can be allowed: of the reader's or the generator's, errors that leave
/// a description to be understood, and warnings.
///
/// # Errors
///
/// What is wrong with the code, as a sentence.
pub fn check_allowable(code: &str) -> Result<Code, String> {
    let all = || codes::ALL.iter().chain(ALL);
    let Some(known) = all().find(|known| known.0 == code) else {
        let near = nearest(code, all().map(|known| known.0));
        let meant = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
        return Err(format!("`{code}` is no code of a finding{meant}"));
    };
    if codes::ERRORS.contains(known) || ERRORS.contains(known) {
        return Err(format!(
            "`{code}` is an error past which nothing can be generated, and cannot be allowed"
        ));
    }
    Ok(*known)
}

/// A schema that no value satisfies.
pub const CONTRADICTION: Code = Code("contradiction");
/// A format that is another one in another spelling.
pub const MISSPELT_FORMAT: Code = Code("misspelt-format");
/// A schema that holds itself with nothing between.
pub const ENDLESS_SCHEMA: Code = Code("endless-schema");
/// A schema that stands too deep in others.
pub const TOO_DEEP: Code = Code("too-deep-schema");
/// A schema that takes in too many others, or too much of them.
pub const COMPOSITION_TOO_LARGE: Code = Code("composition-too-large");
/// An operation that is left out.
pub const SKIPPED_OPERATION: Code = Code("skipped-operation");
/// A media type that is passed over.
pub const SKIPPED_MEDIA_TYPE: Code = Code("skipped-media-type");
/// A security scheme for which the client has no method.
pub const SKIPPED_SECURITY_SCHEME: Code = Code("skipped-security-scheme");
/// A server whose URL is not absolute.
pub const RELATIVE_SERVER: Code = Code("relative-server");
/// Two names that Rust would not tell apart.
pub const NAME_CLASH: Code = Code("name-clash");
/// A name that the user gives and something else has.
pub const RENAME_CLASH: Code = Code("rename-clash");
/// Two descriptions that would become one module.
pub const MODULE_CLASH: Code = Code("module-clash");
/// A style that has no form for a parameter's place or type.
pub const UNFIT_STYLE: Code = Code("unfit-style");
/// A body of XML, which is left as text.
pub const XML_AS_TEXT: Code = Code("xml-as-text");
/// A header of a part for which there is no argument.
pub const PART_HEADER: Code = Code("part-header");
/// A form or a body in parts whose schema is no object.
pub const BODY_WITHOUT_NAMES: Code = Code("body-without-names");
/// A body where HTTP has none.
pub const FORBIDDEN_CONTENT: Code = Code("forbidden-content");
/// A configuration that is not what it should be.
pub const INVALID_CONFIG: Code = Code("invalid-config");
/// A key of a configuration that means nothing.
pub const UNKNOWN_CONFIG_KEY: Code = Code("unknown-config-key");
/// A rule of a configuration that is about nothing in the descriptions.
pub const UNUSED_CONFIG: Code = Code("unused-config");
/// A type of the user's that the package that is made would have to hold.
pub const MISSING_TYPE: Code = Code("missing-type");
