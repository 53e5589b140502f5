//! The codes of this crate's diagnostics. A code never changes its meaning.

use crate::Code;

/// The codes of errors that leave a description to be understood: each can be made a warning,
/// by [`Reader::allow`](crate::Reader::allow).
pub const ALLOWABLE: &[Code] = &[
    AMBIGUOUS_PATH,
    DUPLICATE_PARAMETER,
    INVALID_COMPONENT_NAME,
    INVALID_STATUS,
    MISPLACED_FIELD,
    OTHER_VERSION,
    SERVER_VARIABLE,
    UNKNOWN_ENCODING,
    UNKNOWN_SECURITY_SCHEME,
];

/// The codes that are always of errors past which nothing can be understood.
pub const ERRORS: &[Code] = &[
    UNREADABLE_FILE,
    INVALID_UTF8,
    SYNTAX,
    NESTING_TOO_DEEP,
    DUPLICATE_KEY,
    INVALID_KEY,
    INVALID_MERGE,
    RECURSIVE_ALIAS,
    ALIAS_LIMIT,
    READING_LIMIT,
    UNREADABLE,
    UNSUPPORTED_VERSION,
    INVALID_VALUE,
    UNRESOLVED_REFERENCE,
    EXTERNAL_REFERENCE,
    INVALID_PATH,
    INVALID_METHOD,
    PARAMETER_CONTENT,
    INVALID_HEADER_NAME,
];

/// Every code, in the order of this page.
pub const ALL: &[Code] = &[
    UNREADABLE_FILE,
    INVALID_UTF8,
    SYNTAX,
    NESTING_TOO_DEEP,
    DUPLICATE_KEY,
    INVALID_KEY,
    INVALID_MERGE,
    RECURSIVE_ALIAS,
    ALIAS_LIMIT,
    IGNORED_TAG,
    UNWRITABLE_NUMBER,
    FURTHER_DOCUMENT,
    UNSUPPORTED_VERSION,
    UNKNOWN_VERSION,
    OTHER_VERSION,
    WRONG_TYPE,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    INVALID_VALUE,
    UNRESOLVED_REFERENCE,
    MISMATCHED_REFERENCE,
    EXTERNAL_REFERENCE,
    CIRCULAR_REFERENCE,
    UNDECLARED_PATH_PARAMETER,
    TEMPLATE_EXPRESSION,
    UNUSED_PATH_PARAMETER,
    OPTIONAL_PATH_PARAMETER,
    DUPLICATE_PARAMETER,
    IGNORED_PARAMETER,
    PARAMETER_VALUE,
    PARAMETER_CONTENT,
    DUPLICATE_OPERATION_ID,
    INVALID_STATUS,
    UNKNOWN_SECURITY_SCHEME,
    UNKNOWN_REQUIRED_PROPERTY,
    EMPTY_ENUM,
    UNKNOWN_TYPE,
    MISMATCHED_VALUE,
    ROUNDED_VALUE,
    INVALID_PATTERN,
    INVALID_PATH,
    AMBIGUOUS_PATH,
    INVALID_COMPONENT_NAME,
    SERVER_VARIABLE,
    UNREADABLE,
    IGNORED_SIBLING,
    NULLABLE_REFERENCE,
    INVALID_MEDIA_TYPE,
    UNKNOWN_ENCODING,
    INVALID_HEADER_NAME,
    READING_LIMIT,
    MISPLACED_REFERENCE,
    INEXACT_REFERENCE,
    SECOND_BODY,
    COLLECTION_FORMAT,
    IGNORED_EXAMPLE,
    INVALID_SERVER,
    MALFORMED_REFERENCE,
    TOO_MANY_MEDIA_TYPES,
    AMBIGUOUS_NAME,
    DUPLICATE_ANCHOR,
    MISPLACED_FIELD,
    CONTRADICTORY_TYPES,
    INVALID_METHOD,
];

/// The file cannot be read.
pub const UNREADABLE_FILE: Code = Code("unreadable-file");

/// The file is not UTF-8.
pub const INVALID_UTF8: Code = Code("invalid-utf8");

/// The text is not JSON, or not YAML.
pub const SYNTAX: Code = Code("syntax");

/// Values are nested deeper than is read.
pub const NESTING_TOO_DEEP: Code = Code("nesting-too-deep");

/// An object has the same key twice.
pub const DUPLICATE_KEY: Code = Code("duplicate-key");

/// A key of a YAML mapping is a list or a mapping.
pub const INVALID_KEY: Code = Code("invalid-key");

/// The value of a YAML merge key is no mapping and no list of mappings.
pub const INVALID_MERGE: Code = Code("invalid-merge");

/// A YAML alias stands within the value that it names.
pub const RECURSIVE_ALIAS: Code = Code("recursive-alias");

/// YAML aliases copy more than is read.
pub const ALIAS_LIMIT: Code = Code("alias-limit");

/// A YAML tag is not known, or does not fit its value.
pub const IGNORED_TAG: Code = Code("ignored-tag");

/// A YAML number has no spelling in JSON.
pub const UNWRITABLE_NUMBER: Code = Code("unwritable-number");

/// A YAML file has a further document.
pub const FURTHER_DOCUMENT: Code = Code("further-document");

/// The version of OpenAPI is not one that is read.
pub const UNSUPPORTED_VERSION: Code = Code("unsupported-version");

/// The version of OpenAPI is newer than any that is known.
pub const UNKNOWN_VERSION: Code = Code("unknown-version");

/// Something belongs to another version of OpenAPI than the description's; it is understood.
pub const OTHER_VERSION: Code = Code("other-version");

/// A value is of another type than its place asks for.
pub const WRONG_TYPE: Code = Code("wrong-type");

/// A field that the specification requires is absent.
pub const MISSING_FIELD: Code = Code("missing-field");

/// The specification knows no such field.
pub const UNKNOWN_FIELD: Code = Code("unknown-field");

/// A value is not one of those that its place admits.
pub const INVALID_VALUE: Code = Code("invalid-value");

/// A reference names nothing.
pub const UNRESOLVED_REFERENCE: Code = Code("unresolved-reference");

/// A reference names a thing of another kind than its place asks for.
pub const MISMATCHED_REFERENCE: Code = Code("mismatched-reference");

/// A reference leads to what may not be read.
pub const EXTERNAL_REFERENCE: Code = Code("external-reference");

/// References lead back to where they started without ever naming a thing.
pub const CIRCULAR_REFERENCE: Code = Code("circular-reference");

/// A path template names a parameter that nothing declares.
pub const UNDECLARED_PATH_PARAMETER: Code = Code("undeclared-path-parameter");

/// Between the braces of a path stands more than a name.
pub const TEMPLATE_EXPRESSION: Code = Code("template-expression");

/// A path parameter is declared that the template does not name.
pub const UNUSED_PATH_PARAMETER: Code = Code("unused-path-parameter");

/// A path parameter is not said to be required.
pub const OPTIONAL_PATH_PARAMETER: Code = Code("optional-path-parameter");

/// A list has two parameters of the same name in the same place.
pub const DUPLICATE_PARAMETER: Code = Code("duplicate-parameter");

/// A header parameter or header is declared that the specification says is ignored.
pub const IGNORED_PARAMETER: Code = Code("ignored-parameter");

/// A parameter or header has not exactly one of `schema` and `content`.
pub const PARAMETER_VALUE: Code = Code("parameter-value");

/// The `content` of a parameter or header has not exactly one media type.
pub const PARAMETER_CONTENT: Code = Code("parameter-content");

/// Two operations have the same `operationId`.
pub const DUPLICATE_OPERATION_ID: Code = Code("duplicate-operation-id");

/// A response's key is not a status, a range of statuses or `default`.
pub const INVALID_STATUS: Code = Code("invalid-status");

/// A security requirement names a scheme that does not exist.
pub const UNKNOWN_SECURITY_SCHEME: Code = Code("unknown-security-scheme");

/// `required` names a property that the schema does not describe.
pub const UNKNOWN_REQUIRED_PROPERTY: Code = Code("unknown-required-property");

/// An `enum` has no values.
pub const EMPTY_ENUM: Code = Code("empty-enum");

/// A schema's `type` is not a type of OpenAPI.
pub const UNKNOWN_TYPE: Code = Code("unknown-type");

/// A `default` or an example is not of the type that its schema states.
pub const MISMATCHED_VALUE: Code = Code("mismatched-value");

/// A listed integer is beyond 64 bits and is read as the double nearest to it.
pub const ROUNDED_VALUE: Code = Code("rounded-value");

/// A `pattern` is no regular expression.
pub const INVALID_PATTERN: Code = Code("invalid-pattern");

/// A path does not begin with a slash, or its template is malformed.
pub const INVALID_PATH: Code = Code("invalid-path");

/// Two paths match the same requests.
pub const AMBIGUOUS_PATH: Code = Code("ambiguous-path");

/// A component's name has other characters than letters, digits, `.`, `_` and `-`.
pub const INVALID_COMPONENT_NAME: Code = Code("invalid-component-name");

/// A server's URL template and its variables do not agree.
pub const SERVER_VARIABLE: Code = Code("server-variable");

/// The description passed every check and yet could not be read.
pub const UNREADABLE: Code = Code("unreadable");

/// What stands beside a `$ref` is ignored.
pub const IGNORED_SIBLING: Code = Code("ignored-sibling");

/// `nullable` beside a `$ref`, which by the letter says nothing; it is understood.
pub const NULLABLE_REFERENCE: Code = Code("nullable-reference");

/// A key of `content` is not a media type.
pub const INVALID_MEDIA_TYPE: Code = Code("invalid-media-type");

/// An encoding is given for a property that the schema does not have.
pub const UNKNOWN_ENCODING: Code = Code("unknown-encoding");

/// A name has characters that a header's name cannot have.
pub const INVALID_HEADER_NAME: Code = Code("invalid-header-name");

/// The description is larger than is read, or has more files.
pub const READING_LIMIT: Code = Code("reading-limit");

/// A `$ref` stands where the specification admits none.
pub const MISPLACED_REFERENCE: Code = Code("misplaced-reference");

/// A reference names a file in a spelling that is not its name.
pub const INEXACT_REFERENCE: Code = Code("inexact-reference");

/// An operation of Swagger 2.0 has more than one body, or a body and a form.
pub const SECOND_BODY: Code = Code("second-body");

/// A list is written in a way of Swagger 2.0 that OpenAPI 3.0 does not have.
pub const COLLECTION_FORMAT: Code = Code("collection-format");

/// An example stands where nothing can use it.
pub const IGNORED_EXAMPLE: Code = Code("ignored-example");

/// A `host` or `basePath` has more or less in it than it should.
pub const INVALID_SERVER: Code = Code("invalid-server");

/// A reference names a thing in another way than references do.
pub const MALFORMED_REFERENCE: Code = Code("malformed-reference");

/// A list has more media types than are read.
pub const TOO_MANY_MEDIA_TYPES: Code = Code("too-many-media-types");

/// Schemas of several files have the same name.
pub const AMBIGUOUS_NAME: Code = Code("ambiguous-name");

/// Two schemas of one resource have the same anchor, or two of a file the same `$id`.
pub const DUPLICATE_ANCHOR: Code = Code("duplicate-anchor");

/// A field stands where another one, or the kind of object, rules it out.
pub const MISPLACED_FIELD: Code = Code("misplaced-field");

/// The members of an `allOf` state types that exclude each other.
pub const CONTRADICTORY_TYPES: Code = Code("contradictory-types");

/// A key of `additionalOperations` is not a method that may stand there.
pub const INVALID_METHOD: Code = Code("invalid-method");
