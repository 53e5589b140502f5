//! Tokens to text without a parser, for code that is plain: what a formatter would do with it can be told from its
//! tokens.
//!
//! Most of what is generated is of a few shapes that fit on their lines. Parsing and laying them out
//! with a general formatter takes most of the time of generating. So such code is written here,
//! byte for byte as prettyplease would, and whatever is not plainly of these shapes is left to it.

mod block;
mod inline;
mod tree;

use proc_macro2::{Delimiter, TokenStream};

use block::fields;
use inline::{WIDTH, inline};
use tree::{Tokens, Tree, to_source};

/// The text of items, where they are plain.
pub(super) fn items(tokens: TokenStream) -> Result<String, TokenStream> {
    let tokens = Tokens::of(tokens);
    let trees = tokens.trees();
    match Writer::default().items(&trees) {
        Some(text) => Ok(text),
        None => Err(to_tokens(&trees)),
    }
}

/// The tokens with the documentation that they only name.
#[cfg(test)]
pub(super) fn documented(tokens: TokenStream) -> TokenStream {
    to_tokens(&Tokens::of(tokens).trees())
}

fn to_tokens(trees: &[Tree]) -> TokenStream {
    let source = to_source(trees);
    source
        .parse()
        .expect("what was read from tokens is written as tokens")
}

/// Text being written, at a depth.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn items(mut self, trees: &[Tree]) -> Option<String> {
        let mut rest = trees;
        while !rest.is_empty() {
            rest = self.item(rest)?;
        }
        Some(self.text)
    }

    /// Writes the first item; returns what follows it.
    fn item<'t>(&mut self, trees: &'t [Tree<'t>]) -> Option<&'t [Tree<'t>]> {
        let rest = self.attributes(trees)?;
        if rest.is_empty() {
            return Some(rest);
        }
        let end = rest.iter().position(ends_item)?;
        let (head, rest) = (rest.get(..end)?, rest.get(end..)?);
        let (last, rest) = rest.split_first()?;
        let words = || head.iter().filter_map(Tree::word);
        match last {
            Tree::Group(_, body) => {
                let kind = words().find(|word| !matches!(*word, "pub"))?;
                self.open(head)?;
                match kind {
                    "struct" | "enum" => self.fields(body)?,
                    "impl" => self.members(body)?,
                    _ => return None,
                }
                self.close("}");
            }
            // A list of names has a layout of its own.
            _ if words().any(|word| word == "use") && has_braces(head) => return None,
            _ => self.line(&(inline(head)? + ";"))?,
        }
        Some(rest)
    }

    /// Writes attributes and documentation; returns what follows.
    fn attributes<'t>(&mut self, trees: &'t [Tree<'t>]) -> Option<&'t [Tree<'t>]> {
        let mut rest = trees;
        while let [Tree::Punct('#', _), after @ ..] = rest {
            let (mark, after) = match after {
                [Tree::Punct('!', _), after @ ..] => ("#!", after),
                after => ("#", after),
            };
            let [Tree::Group(Delimiter::Bracket, attribute), after @ ..] = after else {
                return None;
            };
            rest = after;
            match attribute.as_slice() {
                [Tree::Word("doc"), Tree::Punct('=', _), Tree::Text(text)] => {
                    let slashes = if mark == "#" { "///" } else { "//!" };
                    self.indent();
                    self.text.push_str(slashes);
                    self.text.push_str(text.trim_end_matches(' '));
                    self.text.push('\n');
                }
                attribute => self.line(&format!("{mark}[{}]", inline(attribute)?))?,
            }
        }
        Some(rest)
    }

    fn fields(&mut self, body: &[Tree]) -> Option<()> {
        for field in fields(body) {
            let rest = self.attributes(field)?;
            self.line(&(inline(rest)? + ","))?;
        }
        Some(())
    }

    /// Writes the members of an impl. One that is not plain is left to the formatter, and the others are not.
    fn members(&mut self, body: &[Tree]) -> Option<()> {
        let mut rest = body;
        while !rest.is_empty() {
            let end = end_of_member(rest)?;
            let (member, after) = (rest.get(..end)?, rest.get(end..)?);
            let written = self.text.len();
            let depth = self.depth;
            if self.member(member).is_none() {
                self.text.truncate(written);
                self.depth = depth;
                self.text.push_str(&formatted_member(member)?);
            }
            rest = after;
        }
        Some(())
    }

    fn member(&mut self, member: &[Tree]) -> Option<()> {
        let rest = self.attributes(member)?;
        match rest.split_last()? {
            (Tree::Group(Delimiter::Brace, body), head) => {
                self.signature(head)?;
                self.block(body)?;
                self.close("}");
                Some(())
            }
            (Tree::Punct(';', _), value) => self.statement(value, ";"),
            _ => None,
        }
    }

    /// Writes the head of a function, its parameters on lines of their own where they need them.
    fn signature(&mut self, head: &[Tree]) -> Option<()> {
        let one_line = inline(head)?;
        if self.fits(&one_line, " {") {
            return self.open(head);
        }
        let is_list = |tree: &Tree| matches!(tree, Tree::Group(Delimiter::Parenthesis, _));
        let at = head.iter().position(is_list)?;
        let (before, after) = (head.get(..at)?, head.get(at + 1..)?);
        let Tree::Group(_, parameters) = head.get(at)? else {
            return None;
        };
        self.line(&(inline(before)? + "("))?;
        self.listed(parameters)?;
        self.line(&format!("){} {{", inline(after)?))?;
        self.depth += 1;
        Some(())
    }

    /// Writes what is between commas, a line for each.
    fn listed(&mut self, items: &[Tree]) -> Option<()> {
        self.depth += 1;
        for item in fields(items) {
            self.line(&(inline(item)? + ","))?;
        }
        self.depth -= 1;
        Some(())
    }

    fn open(&mut self, head: &[Tree]) -> Option<()> {
        self.line(&(inline(head)? + " {"))?;
        self.depth += 1;
        Some(())
    }

    fn close(&mut self, end: &str) {
        self.depth -= 1;
        // An empty body stands on the line that opens it.
        if end == "}" && self.text.ends_with("{\n") {
            self.text.pop();
        } else {
            self.indent();
        }
        self.text.push_str(end);
        self.text.push('\n');
    }

    fn fits(&self, text: &str, end: &str) -> bool {
        self.depth * 4 + text.len() + end.len() <= WIDTH
    }

    /// Writes a line, where it is no wider than lines are.
    fn line(&mut self, line: &str) -> Option<()> {
        if !self.fits(line, "") {
            return None;
        }
        self.indent();
        self.text.push_str(line);
        self.text.push('\n');
        Some(())
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
    }
}

fn ends_item(tree: &Tree) -> bool {
    matches!(tree, Tree::Group(Delimiter::Brace, _) | Tree::Punct(';', _))
}

fn has_braces(trees: &[Tree]) -> bool {
    let is_brace = |tree: &Tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
    trees.iter().any(is_brace)
}

/// Where the first member of an impl ends: after its body, or after the semicolon of a value.
fn end_of_member(trees: &[Tree]) -> Option<usize> {
    let is_function = |tree: &Tree| tree.word() == Some("fn");
    let end = trees.iter().position(ends_item)?;
    match trees.get(end)? {
        Tree::Group(..) if !trees.get(..end)?.iter().any(is_function) => None,
        _ => Some(end + 1),
    }
}

/// A member as the formatter lays it out, in an impl.
fn formatted_member(member: &[Tree]) -> Option<String> {
    let source = format!("impl X {{ {} }}", to_source(member));
    let text = super::print::format(source.parse().ok()?);
    let body = text.strip_prefix("impl X {\n")?.strip_suffix("}\n")?;
    Some(body.to_owned())
}
