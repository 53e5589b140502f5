//! Tokens as what the writer looks at.

use std::fmt::{Display, Write};
use std::ops::Range;
use std::slice::Iter;

use proc_macro2::{Delimiter, Literal, Spacing, TokenStream, TokenTree};
use syn::Lit;

use super::super::docs::push_kept;

/// A token, or those in brackets.
#[derive(Debug)]
pub(super) enum Tree<'t> {
    /// An identifier, a keyword, or a literal that is no text.
    Word(&'t str),
    /// What a string literal says.
    Text(&'t str),
    /// A punctuation character, and whether the next belongs to it.
    Punct(char, bool),
    /// What is in brackets.
    Group(Delimiter, Vec<Tree<'t>>),
}

impl<'t> Tree<'t> {
    /// The word, where it is one.
    pub(super) fn word(&self) -> Option<&'t str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Text(_) | Self::Punct(..) | Self::Group(..) => None,
        }
    }
}

/// Tokens one after the other, and what all of them say in one text: a text for each would take most of the time.
#[derive(Default)]
pub(super) struct Tokens {
    text: String,
    all: Vec<Token>,
}

/// A [`Tree`] by the place of what it says; in place of what is in brackets, how many trees of those that follow.
enum Token {
    Word(Range<usize>),
    Text(Range<usize>),
    Punct(char, bool),
    Group(Delimiter, usize),
}

impl Tokens {
    /// The tokens of a stream, which is taken apart.
    pub(super) fn of(stream: TokenStream) -> Self {
        let mut tokens = Self::default();
        tokens.add(stream);
        tokens
    }

    /// The trees of the whole stream.
    pub(super) fn trees(&self) -> Vec<Tree<'_>> {
        let mut tokens = self.all.iter();
        let tree = || self.next_tree(&mut tokens);
        std::iter::from_fn(tree).collect()
    }

    fn next_tree(&self, tokens: &mut Iter<'_, Token>) -> Option<Tree<'_>> {
        Some(match tokens.next()? {
            Token::Word(place) => Tree::Word(self.said(place)),
            Token::Text(place) => Tree::Text(self.said(place)),
            Token::Punct(punct, is_joint) => Tree::Punct(*punct, *is_joint),
            Token::Group(delimiter, count) => {
                let mut inner = Vec::with_capacity(*count);
                inner.extend((0..*count).map_while(|_| self.next_tree(tokens)));
                Tree::Group(*delimiter, inner)
            }
        })
    }

    fn said(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    /// Adds a stream; returns how many trees it has.
    fn add(&mut self, stream: TokenStream) -> usize {
        let mut count = 0;
        for token in stream {
            self.add_token(token);
            count += 1;
        }
        count
    }

    fn add_token(&mut self, token: TokenTree) {
        match token {
            TokenTree::Ident(ident) => {
                let place = self.write(ident);
                self.all.push(Token::Word(place));
            }
            TokenTree::Punct(punct) => {
                let is_joint = punct.spacing() == Spacing::Joint;
                self.all.push(Token::Punct(punct.as_char(), is_joint));
            }
            TokenTree::Literal(literal) => self.add_literal(literal),
            TokenTree::Group(group) => {
                let (delimiter, stream) = (group.delimiter(), group.stream());
                // Nobody else has the stream then, and it need not be copied.
                drop(group);
                let at = self.all.len();
                self.all.push(Token::Group(delimiter, 0));
                let inner = self.add(stream);
                if let Some(group) = self.all.get_mut(at) {
                    *group = Token::Group(delimiter, inner);
                }
            }
        }
    }

    fn add_literal(&mut self, literal: Literal) {
        let place = self.write(&literal);
        let word = self.said(&place);
        if let Some(index) = word.parse().ok().filter(|_| self.is_documentation()) {
            self.text.truncate(place.start);
            push_kept(index, &mut self.text);
        } else {
            let Some(Lit::Str(text)) = word.ends_with('"').then(|| Lit::new(literal)) else {
                self.all.push(Token::Word(place));
                return;
            };
            self.text.truncate(place.start);
            self.text.push_str(&text.value());
        }
        self.all.push(Token::Text(place.start..self.text.len()));
    }

    /// Whether what comes next is what `doc =` says.
    fn is_documentation(&self) -> bool {
        match self.all.as_slice() {
            [.., Token::Word(doc), Token::Punct('=', _)] => self.said(doc) == "doc",
            _ => false,
        }
    }

    fn write(&mut self, said: impl Display) -> Range<usize> {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{said}");
        start..self.text.len()
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
