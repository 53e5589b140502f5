//! The bodies of functions.

use proc_macro2::Delimiter;

use super::inline::{WIDTH, inline};
use super::tree::Tree;
use super::{Writer, has_braces};

/// The longest name before a dot that no line break stands after.
const SHORT: usize = 4;

impl Writer {
    /// Writes the statements of a block, a line for each.
    pub(super) fn block(&mut self, body: &[Tree]) -> Option<()> {
        let mut rest = body;
        while !rest.is_empty() {
            let starts = |word: &str| rest.first().and_then(Tree::word) == Some(word);
            if starts("if") || starts("match") {
                rest = self.branches(rest)?;
                continue;
            }
            let is_end = |tree: &Tree| matches!(tree, Tree::Punct(';', _));
            let Some(end) = rest.iter().position(is_end) else {
                return self.statement(rest, "");
            };
            self.statement(rest.get(..end)?, ";")?;
            rest = rest.get(end + 1..)?;
        }
        Some(())
    }

    /// Writes an `if` without `else`, or a `match`; returns what follows it.
    fn branches<'t>(&mut self, trees: &'t [Tree<'t>]) -> Option<&'t [Tree<'t>]> {
        let is_body = |tree: &Tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
        let at = trees.iter().position(is_body)?;
        let (head, rest) = (trees.get(..at)?, trees.get(at + 1..)?);
        let Tree::Group(_, body) = trees.get(at)? else {
            return None;
        };
        if rest.first().and_then(Tree::word) == Some("else") || body.is_empty() {
            return None;
        }
        self.open(head)?;
        if head.first().and_then(Tree::word) == Some("match") {
            for arm in fields(body) {
                self.arm(arm)?;
            }
        } else {
            self.block(body)?;
        }
        self.close("}");
        Some(rest)
    }

    fn arm(&mut self, arm: &[Tree]) -> Option<()> {
        if has_braces(arm) {
            return None;
        }
        let one_line = inline(arm)?;
        // The comma may stand beyond the margin.
        if self.fits(&one_line, "") {
            self.indent();
            self.text.push_str(&one_line);
            self.text.push_str(",\n");
            return Some(());
        }
        let is_arrow =
            |pair: &[Tree]| matches!(pair, [Tree::Punct('=', true), Tree::Punct('>', _)]);
        let at = arm.windows(2).position(is_arrow)?;
        self.line(&(inline(arm.get(..at + 2)?)? + " {"))?;
        self.depth += 1;
        self.statement(arm.get(at + 2..)?, "")?;
        self.close("}");
        Some(())
    }

    /// Writes a statement or value: on one line, else its call's arguments or its methods on lines of their own.
    pub(super) fn statement(&mut self, trees: &[Tree], end: &str) -> Option<()> {
        if let Some(one_line) = inline(trees).filter(|line| self.fits(line, end)) {
            return self.line(&(one_line + end));
        }
        let is_dot = |tree: &Tree| matches!(tree, Tree::Punct('.', _));
        match trees.iter().position(is_dot) {
            Some(at) => self.chain(trees, at, end),
            None => self.broken_call(trees, end),
        }
    }

    /// A call of a path, or a struct's value, with each argument or field on a line of its own.
    fn broken_call(&mut self, trees: &[Tree], end: &str) -> Option<()> {
        let (Tree::Group(delimiter, arguments), head) = trees.split_last()? else {
            return None;
        };
        let is_group = |tree: &Tree| matches!(tree, Tree::Group(..));
        if head.iter().any(is_group) || arguments.is_empty() || fields(arguments).count() < 2 {
            return None;
        }
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Brace => (" {", "}"),
            Delimiter::Bracket | Delimiter::None => return None,
        };
        self.line(&(inline(head)? + open))?;
        self.listed(arguments)?;
        self.line(&format!("{close}{end}"))
    }

    /// A chain of methods, each on a line of its own.
    fn chain(&mut self, trees: &[Tree], first: usize, end: &str) -> Option<()> {
        let (base, calls) = (trees.get(..first)?, trees.get(first..)?);
        let text = inline(base)?;
        let is_assigned = base.iter().any(|tree| matches!(tree, Tree::Punct('=', _)));
        if is_assigned || text.len() <= SHORT {
            return None;
        }
        self.line(&text)?;
        self.depth += 1;
        let mut rest = calls;
        while let [Tree::Punct('.', _), after @ ..] = rest {
            let is_dot = |tree: &Tree| matches!(tree, Tree::Punct('.', _));
            let length = after.iter().position(is_dot).unwrap_or(after.len());
            let call = rest.get(..length + 1)?;
            rest = rest.get(length + 1..)?;
            let end = if rest.is_empty() { end } else { "" };
            // A call has its name and its arguments, and nothing else.
            let [
                _,
                Tree::Word(_),
                Tree::Group(Delimiter::Parenthesis, arguments),
            ] = call
            else {
                return None;
            };
            match inline(call).filter(|line| self.fits(line, end)) {
                Some(line) => self.line(&(line + end))?,
                None => self.closure(call, arguments, end)?,
            }
        }
        self.depth -= 1;
        Some(())
    }

    /// A call whose argument is a closure that does not fit beside it.
    fn closure(&mut self, call: &[Tree], arguments: &[Tree], end: &str) -> Option<()> {
        let [
            Tree::Punct('|', _),
            Tree::Word(parameter),
            Tree::Punct('|', _),
            value @ ..,
        ] = arguments
        else {
            return None;
        };
        let method = call.get(1).and_then(Tree::word)?;
        if let [
            Tree::Word(function),
            Tree::Group(Delimiter::Parenthesis, arguments),
        ] = value
        {
            self.line(&format!(".{method}(|{parameter}| {function}("))?;
            self.listed(arguments)?;
            return self.line(&format!(")){end}"));
        }
        self.line(&format!(".{method}(|{parameter}| {{"))?;
        self.depth += 1;
        let value = inline(value).filter(|value| self.depth * 4 + value.len() <= WIDTH)?;
        self.line(&value)?;
        self.depth -= 1;
        self.line(&format!("}}){end}"))
    }
}

/// What is between commas, those between angle brackets aside.
pub(super) fn fields<'t>(trees: &'t [Tree<'t>]) -> impl Iterator<Item = &'t [Tree<'t>]> {
    let (mut angles, mut last) = (0_usize, None);
    let is_end = move |tree: &Tree| {
        let before = last.take();
        let Tree::Punct(punct, is_joint) = tree else {
            return false;
        };
        last = is_joint.then_some(*punct);
        match punct {
            '<' => angles += 1,
            '>' if !matches!(before, Some('-' | '=')) => angles = angles.saturating_sub(1),
            _ => {}
        }
        *punct == ',' && angles == 0
    };
    trees.split(is_end).filter(|field| !field.is_empty())
}
