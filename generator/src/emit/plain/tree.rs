//! Tokens as what the writer looks at.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::Lit;

/// A token, or those in brackets.
#[derive(Debug)]
pub(super) enum Tree {
    /// An identifier, a keyword, or a literal that is no text.
    Word(String),
    /// What a string literal says.
    Text(String),
    /// A punctuation character, and whether the next belongs to it.
    Punct(char, bool),
    /// What is in brackets.
    Group(Delimiter, Vec<Tree>),
}

impl Tree {
    /// The word, where it is one.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Text(_) | Self::Punct(..) | Self::Group(..) => None,
        }
    }
}

/// The trees of a stream, which is taken apart.
pub(super) fn of_stream(tokens: TokenStream) -> Vec<Tree> {
    tokens.into_iter().map(of_token).collect()
}

fn of_token(token: TokenTree) -> Tree {
    match token {
        TokenTree::Ident(ident) => Tree::Word(ident.to_string()),
        TokenTree::Punct(punct) => Tree::Punct(punct.as_char(), punct.spacing() == Spacing::Joint),
        TokenTree::Literal(literal) => {
            let word = literal.to_string();
            match word.ends_with('"').then(|| Lit::new(literal)) {
                Some(Lit::Str(text)) => Tree::Text(text.value()),
                Some(_) | None => Tree::Word(word),
            }
        }
        TokenTree::Group(group) => {
            let (delimiter, stream) = (group.delimiter(), group.stream());
            // Nobody else has the stream then, and it need not be copied.
            drop(group);
            Tree::Group(delimiter, of_stream(stream))
        }
    }
}

/// The trees as source that a lexer reads.
pub(super) fn to_source(trees: &[Tree]) -> String {
    let mut source = String::new();
    write_source(trees, &mut source);
    source
}

fn write_source(trees: &[Tree], source: &mut String) {
    for tree in trees {
        match tree {
            Tree::Word(word) => source.push_str(word),
            Tree::Text(text) => source.push_str(&literal(text)),
            Tree::Punct(punct, is_joint) => {
                source.push(*punct);
                if *is_joint {
                    continue;
                }
            }
            Tree::Group(delimiter, inner) => {
                let (open, close) = brackets(*delimiter);
                source.push_str(open);
                write_source(inner, source);
                source.push_str(close);
            }
        }
        source.push(' ');
    }
}

/// What stands around a group.
pub(super) fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    super::super::table::literal(text)
}
