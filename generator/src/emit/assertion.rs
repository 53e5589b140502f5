//! Assertions, as the lists of keywords that the runtime's `schema!` and `schemas!` take.

use bindery_openapi::document::JsonType;
use heck::ToUpperCamelCase;

use super::constraint::Spelling;
use super::table::{Item, WIDTH, literal};
use crate::api::{Api, Assertion, Keyword, NamedAssertion};

/// The statics of schemas that assertions refer to.
pub(super) fn emit_assertions(api: &Api) -> Option<Item> {
    if api.assertions.is_empty() {
        return None;
    }
    let spelling = Spelling::new(api, "").in_macro();
    let mut text = "bindery::schemas! {\n".to_owned();
    let mut assertions: Vec<&NamedAssertion> = api.assertions.iter().collect();
    assertions.sort_by(|one, other| one.name.rust.cmp(&other.name.rust));
    for named in assertions {
        let keywords = keywords(&spelling, &named.assertion);
        let keywords = Text::Group("[", keywords, "]").spell(4, named.name.rust.len() + 1);
        text.extend(["    ", &named.name.rust, " ", &keywords, "\n"]);
    }
    text.push_str("}\n");
    Some(Item::List(text))
}

impl Spelling<'_> {
    /// A check by an assertion: `bindery::schema![...]`.
    pub(super) fn spell_assertion(&self, assertion: &Assertion, indent: usize) -> String {
        let keywords = keywords(&self.in_macro(), assertion);
        Text::Group("bindery::schema![", keywords, "]").spell(indent, 0)
    }
}

/// Text that stands in one line where there is room, else part by part.
enum Text {
    Word(String),
    Group(&'static str, Vec<Text>, &'static str),
    Named(String, Vec<Text>),
}

impl Text {
    /// The text, in lines that begin after `indent` columns, the first after `before` more.
    fn spell(&self, indent: usize, before: usize) -> String {
        let (open, parts, close) = match self {
            Self::Word(word) => return word.clone(),
            Self::Group(open, parts, close) => ((*open).to_owned(), parts, *close),
            Self::Named(name, parts) => (format!("{name}("), parts, ")"),
        };
        let room = WIDTH.checked_sub(indent + before);
        if room.is_some_and(|room| self.fits(room)) || parts.is_empty() {
            return self.flat();
        }
        if let [only] = parts.as_slice() {
            return format!("{open}{}{close}", only.spell(indent, before + open.len()));
        }
        let inner = indent + 4;
        let parts = parts.iter();
        let lines = parts.map(|part| format!("{:inner$}{},\n", "", part.spell(inner, 0)));
        let lines: String = lines.collect();
        format!("{open}\n{lines}{:indent$}{close}", "")
    }

    /// Whether it stands in one line of `room` columns. No more is looked at than fits.
    fn fits(&self, room: usize) -> bool {
        self.left_of(room).is_some()
    }

    /// What is left of `room` columns after it.
    fn left_of(&self, room: usize) -> Option<usize> {
        let (ends, parts) = match self {
            Self::Word(word) => (word.len(), [].as_slice()),
            Self::Group(open, parts, close) => (open.len() + close.len(), parts.as_slice()),
            Self::Named(name, parts) => (name.len() + "()".len(), parts.as_slice()),
        };
        let between = ", ".len() * parts.len().saturating_sub(1);
        let room = room.checked_sub(ends + between)?;
        parts.iter().try_fold(room, |room, part| part.left_of(room))
    }

    fn flat(&self) -> String {
        let (open, parts, close) = match self {
            Self::Word(word) => return word.clone(),
            Self::Group(open, parts, close) => ((*open).to_owned(), parts, *close),
            Self::Named(name, parts) => (format!("{name}("), parts, ")"),
        };
        let parts: Vec<String> = parts.iter().map(Self::flat).collect();
        format!("{open}{}{close}", parts.join(", "))
    }
}

fn schema(spelling: &Spelling<'_>, assertion: &Assertion) -> Text {
    let keywords = list(keywords(spelling, assertion));
    Text::Named("Schema".to_owned(), vec![keywords])
}

fn schemas(spelling: &Spelling<'_>, assertions: &[Assertion]) -> Text {
    list(assertions.iter().map(|it| schema(spelling, it)).collect())
}

fn keywords(spelling: &Spelling<'_>, assertion: &Assertion) -> Vec<Text> {
    let keywords = assertion.0.iter();
    keywords.map(|it| keyword(spelling, it)).collect()
}

fn keyword(spelling: &Spelling<'_>, keyword: &Keyword) -> Text {
    let one = |assertion: &Assertion| schema(spelling, assertion);
    let (name, parts) = match keyword {
        Keyword::Never => return Text::Word("Never".to_owned()),
        Keyword::Type(types) => (
            "Type",
            vec![list(types.iter().copied().map(json_type).collect())],
        ),
        Keyword::Check(constraint) => {
            let constraint = Text::Word(spelling.spell_constraint(constraint));
            ("Check", vec![constraint])
        }
        Keyword::Required(names) => ("Required", vec![literals(names)]),
        Keyword::Properties {
            named,
            patterns,
            others,
        } => {
            let others = option(others.as_ref().map(one));
            let by_name = [named, patterns].map(|it| by_name(spelling, it));
            ("Properties", by_name.into_iter().chain([others]).collect())
        }
        Keyword::PropertyNames(names) => ("PropertyNames", vec![one(names)]),
        Keyword::DependentRequired(dependent) => {
            let pair = |(name, names): &(String, Vec<String>)| {
                Text::Group("(", vec![word(name), literals(names)], ")")
            };
            let pairs = dependent.iter().map(pair).collect();
            ("DependentRequired", vec![list(pairs)])
        }
        Keyword::DependentSchemas(dependent) => {
            ("DependentSchemas", vec![by_name(spelling, dependent)])
        }
        Keyword::Items(first, rest) => {
            let rest = option(rest.as_ref().map(one));
            ("Items", vec![schemas(spelling, first), rest])
        }
        Keyword::Contains(contains, least, most) => {
            let least = Text::Word(least.to_string());
            let most = option(most.map(|most| Text::Word(most.to_string())));
            ("Contains", vec![one(contains), least, most])
        }
        Keyword::AllOf(members) => ("AllOf", vec![schemas(spelling, members)]),
        Keyword::AnyOf(members) => ("AnyOf", vec![schemas(spelling, members)]),
        Keyword::OneOf(members) => ("OneOf", vec![schemas(spelling, members)]),
        Keyword::Not(not) => ("Not", vec![one(not)]),
        Keyword::If(condition, then, otherwise) => {
            ("If", vec![one(condition), one(then), one(otherwise)])
        }
        Keyword::Ref(target) => {
            let target = Text::Word(spelling.path_of(*target));
            ("Ref", vec![target])
        }
        Keyword::UnevaluatedItems(items) => ("UnevaluatedItems", vec![one(items)]),
        Keyword::UnevaluatedProperties(properties) => {
            ("UnevaluatedProperties", vec![one(properties)])
        }
    };
    Text::Named(name.to_owned(), parts)
}

fn json_type(json_type: JsonType) -> Text {
    let name = json_type.as_str().to_upper_camel_case();
    Text::Word(format!("JsonType::{name}"))
}

fn by_name(spelling: &Spelling<'_>, schemas: &[(String, Assertion)]) -> Text {
    let pair = |(name, it): &(String, Assertion)| {
        Text::Group("(", vec![word(name), schema(spelling, it)], ")")
    };
    list(schemas.iter().map(pair).collect())
}

fn list(parts: Vec<Text>) -> Text {
    Text::Group("&[", parts, "]")
}

fn literals(names: &[String]) -> Text {
    list(names.iter().map(|name| word(name)).collect())
}

fn word(text: &str) -> Text {
    Text::Word(literal(text))
}

fn option(text: Option<Text>) -> Text {
    match text {
        Some(text) => Text::Named("Some".to_owned(), vec![text]),
        None => Text::Word("None".to_owned()),
    }
}
