//! Tokens on one line.

use proc_macro2::Delimiter;

use super::tree::{Tree, brackets, literal};

/// How wide a line may be: as wide as prettyplease's.
pub(super) const WIDTH: usize = 89;

/// How wide the value of a struct may be that stands on one line, its last brace aside.
const VALUE_WIDTH: usize = 34;

/// The tokens on one line, where what stands between them is plain.
pub(super) fn inline(trees: &[Tree]) -> Option<String> {
    let mut line = Line {
        text: String::with_capacity(WIDTH),
        ..Line::default()
    };
    let mut rest = trees;
    while let Some((tree, after)) = rest.split_first() {
        line.add(tree, after)?;
        rest = after;
    }
    Some(line.text)
}

/// What the last token of a line was.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    /// Nothing, or something that the next token stands close to.
    #[default]
    Close,
    /// A word.
    Word,
    /// The end of something that can be called or asked for a member.
    End,
    /// Something that a space follows.
    Apart,
}

#[derive(Default)]
struct Line {
    text: String,
    last: Last,
    /// Whether the parameters of a closure are being written.
    in_closure: bool,
    /// Characters of an operator whose rest follows.
    operator: String,
}

/// Words before brackets that are no call.
const KEYWORDS: [&str; 13] = [
    "as", "else", "for", "if", "in", "let", "loop", "match", "move", "pub", "return", "where",
    "while",
];

impl Line {
    fn add(&mut self, tree: &Tree, after: &[Tree]) -> Option<()> {
        match tree {
            Tree::Word(word) => self.word(word, after),
            Tree::Text(text) => {
                self.space_before_word();
                self.text.push_str(&literal(text));
                self.last = Last::End;
                Some(())
            }
            Tree::Punct(punct, is_joint) => self.punct(*punct, *is_joint, after),
            Tree::Group(delimiter, inner) => self.group(*delimiter, inner),
        }
    }

    fn word(&mut self, word: &str, after: &[Tree]) -> Option<()> {
        let is_group = matches!(after.first(), Some(Tree::Group(delimiter, _)) if *delimiter != Delimiter::Brace);
        if is_group && KEYWORDS.contains(&word) {
            return None;
        }
        self.space_before_word();
        self.text.push_str(word);
        self.last = Last::Word;
        Some(())
    }

    fn space_before_word(&mut self) {
        match self.last {
            Last::Close => {}
            Last::Word | Last::End | Last::Apart => self.text.push(' '),
        }
    }

    fn punct(&mut self, punct: char, is_joint: bool, after: &[Tree]) -> Option<()> {
        self.operator.push(punct);
        if is_joint && matches!(after.first(), Some(Tree::Punct(..))) && punct != '\'' {
            return Some(());
        }
        let mut operator = std::mem::take(&mut self.operator);
        match operator.as_str() {
            "::" | "." => self.close(&operator, Last::Close),
            "," | ";" => self.close(&operator, Last::Apart),
            ":" => self.close(":", Last::Apart),
            "?" => self.close("?", Last::End),
            "!" => self.close("!", Last::Close),
            "<" => self.close("<", Last::Close),
            ">" => self.close(">", Last::End),
            ">>" => self.close(">>", Last::End),
            "&" | "'" => {
                self.space_before_word();
                self.text.push_str(&operator);
                self.last = Last::Close;
            }
            "|" => self.bar()?,
            "=" | "=>" | "->" | "+" => {
                self.text.push(' ');
                self.text.push_str(&operator);
                self.last = Last::Apart;
            }
            _ => return None,
        }
        // Its room is for the next.
        operator.clear();
        self.operator = operator;
        Some(())
    }

    fn close(&mut self, text: &str, last: Last) {
        self.text.push_str(text);
        self.last = last;
    }

    /// Around the parameters of a closure. Elsewhere it means something else.
    fn bar(&mut self) -> Option<()> {
        if self.in_closure {
            self.close("|", Last::Apart);
        } else if self.last == Last::Close {
            self.close("|", Last::Close);
        } else {
            return None;
        }
        self.in_closure = !self.in_closure;
        Some(())
    }

    fn group(&mut self, delimiter: Delimiter, inner: &[Tree]) -> Option<()> {
        match (delimiter, self.last) {
            (Delimiter::None, _) => return None,
            (Delimiter::Brace, Last::Word) if !inner.is_empty() && self.text == "Self" => {
                let fields = inline(without_comma(inner))?;
                if "Self {  ".len() + fields.len() > VALUE_WIDTH {
                    return None;
                }
                self.text.push_str(" { ");
                self.text.push_str(&fields);
                self.text.push_str(" }");
                self.last = Last::End;
                return Some(());
            }
            (Delimiter::Brace, _) => return None,
            (Delimiter::Bracket, Last::Word | Last::End) => return None,
            (Delimiter::Parenthesis | Delimiter::Bracket, Last::Apart) => self.text.push(' '),
            (Delimiter::Parenthesis | Delimiter::Bracket, _) => {}
        }
        let (open, close) = brackets(delimiter);
        let is_call = matches!(self.last, Last::Word | Last::End);
        let inner = if is_call || delimiter == Delimiter::Bracket {
            without_comma(inner)
        } else if without_comma(inner).len() < inner.len() {
            // A tuple of one keeps its comma.
            return None;
        } else {
            inner
        };
        self.text.push_str(open);
        self.text.push_str(&inline(inner)?);
        self.text.push_str(close);
        self.last = Last::End;
        Some(())
    }
}

fn without_comma<'t>(trees: &'t [Tree<'t>]) -> &'t [Tree<'t>] {
    match trees {
        [inner @ .., Tree::Punct(',', _)] => inner,
        trees => trees,
    }
}
