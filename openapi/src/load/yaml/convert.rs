//! From the tree to a value: aliases are copied, merge keys taken in.

use serde_json::{Map, Value};

use super::tag::{self, Read};
use crate::wording::quoted;
use crate::yaml::{Kind, MAX_DEPTH, Member, Members, Node, NodeId, Tree};
use crate::{Diagnostic, FileId, Location, Pointer, Report, codes};

/// How many bytes copies may take, whatever the length of the text.
const COPIES: usize = 16 << 20;
/// How many more they may take for each byte of the text.
const COPIES_FOR_EACH_BYTE: usize = 8;

/// Makes a value of a tree.
///
/// It stops where copies of aliases take too much memory or nest too deep:
/// both can grow without any measure while the text is short.
pub(super) struct Converter<'a> {
    tree: &'a Tree<'a>,
    file: FileId,
    report: &'a mut Report,
    path: Vec<Step<'a>>,
    /// The outermost of the aliases and merge keys that are being copied.
    copying: Option<NodeId>,
    /// How many bytes may still be copied.
    budget: usize,
    has_stopped: bool,
}

/// A step of the pointer to the node in hand.
#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Converter<'a> {
    pub(super) fn new(
        tree: &'a Tree<'a>,
        file: FileId,
        length: usize,
        report: &'a mut Report,
    ) -> Self {
        Self {
            tree,
            file,
            report,
            path: Vec::new(),
            copying: None,
            budget: COPIES.saturating_add(length.saturating_mul(COPIES_FOR_EACH_BYTE)),
            has_stopped: false,
        }
    }

    /// The value of the document `root`; `None` where it had to stop.
    pub(super) fn convert(mut self, root: NodeId) -> Option<Value> {
        let value = self.value(root);
        (!self.has_stopped).then_some(value)
    }

    fn value(&mut self, id: NodeId) -> Value {
        let outer = self.copying;
        let target = self.tree.target(id);
        if target != id {
            self.copying.get_or_insert(id);
        }
        let value = self.node(target, id);
        self.copying = outer;
        value
    }

    fn node(&mut self, id: NodeId, written: NodeId) -> Value {
        let node = self.tree.node(id);
        match &node.kind {
            Kind::Plain(text) => self.scalar(node, text, true),
            Kind::Quoted(text) => self.scalar(node, text, false),
            Kind::Sequence(items) => self.within(node, written, |this| this.array(items)),
            Kind::Mapping(_) => self.within(node, written, |this| this.object(id)),
            Kind::Alias(_) => Value::Null,
        }
    }

    fn scalar(&mut self, node: &Node<'_>, text: &str, is_plain: bool) -> Value {
        self.spend(Members::STEP + text.len());
        match tag::scalar(text, is_plain, node.tag.as_deref()) {
            Read::Value(value) => return value,
            Read::Unwritable => self.warn_of_number(node, text),
            Read::IgnoredTag => self.warn_of_tag(node, "the value is read as text"),
        }
        Value::String(text.to_owned())
    }

    /// Reads a collection, unless it is nested too deep.
    fn within(
        &mut self,
        node: &Node<'_>,
        written: NodeId,
        read: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        self.spend(Members::STEP);
        if !tag::fits_collection(node) {
            self.warn_of_tag(node, "it says nothing here");
        }
        if self.path.len() >= MAX_DEPTH {
            self.stop(written, super::super::too_deep);
        }
        if self.has_stopped {
            return Value::Null;
        }
        read(self)
    }

    fn array(&mut self, items: &'a [NodeId]) -> Value {
        let mut array = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if self.has_stopped {
                break;
            }
            self.path.push(Step::Index(index));
            array.push(self.value(*item));
            self.path.pop();
        }
        Value::Array(array)
    }

    fn object(&mut self, id: NodeId) -> Value {
        let members = self.tree.members(id, self.budget);
        self.report_faults(&members);
        if members.merged > 0 {
            let outer = self.copying;
            self.copying.get_or_insert(id);
            self.spend(members.merged);
            self.copying = outer;
        }
        let mut object = Map::with_capacity(members.by_key.len());
        for (key, member) in members.by_key {
            if self.has_stopped {
                break;
            }
            self.path.push(Step::Key(key));
            let value = self.member(member);
            object.insert(key.to_owned(), value);
            self.path.pop();
        }
        Value::Object(object)
    }

    fn member(&mut self, member: Member) -> Value {
        let outer = self.copying;
        if member.is_merged {
            self.copying.get_or_insert(member.value);
        }
        let value = self.value(member.value);
        self.copying = outer;
        value
    }

    /// Counts what a copy takes; the text itself is no copy.
    fn spend(&mut self, bytes: usize) {
        let Some(copy) = self.copying else {
            return;
        };
        match self.budget.checked_sub(bytes) {
            Some(rest) => self.budget = rest,
            None => self.stop(copy, |location| {
                let message = "aliases and merge keys copy more than can be read";
                Diagnostic::error(codes::ALIAS_LIMIT, location, message)
                    .hint("refer to the value with `$ref` instead")
            }),
        }
    }

    /// Stops, with a diagnostic at the outermost copy, or else at `at`.
    fn stop(&mut self, at: NodeId, diagnostic: impl FnOnce(Location) -> Diagnostic) {
        if self.has_stopped {
            return;
        }
        self.has_stopped = true;
        let bytes = self.tree.node(self.copying.unwrap_or(at)).bytes.clone();
        let diagnostic = diagnostic(self.location()).on_bytes(bytes);
        self.report.push(diagnostic);
    }

    /// A fault of the text is reported once, not again for every copy.
    fn report_faults(&mut self, members: &Members<'_>) {
        if self.copying.is_some() {
            return;
        }
        for key in &members.duplicates {
            self.report_duplicate(*key);
        }
        for key in &members.unwritable_keys {
            let message = "a key is a list or a mapping, which JSON cannot say";
            let diagnostic = Diagnostic::error(codes::INVALID_KEY, self.location(), message)
                .on_bytes(self.tree.node(*key).bytes.clone())
                .hint("put a key that begins with `[` or `{` in quotes");
            self.report.push(diagnostic);
        }
        for value in &members.unmergeable {
            let message = "`<<` takes a mapping or a list of mappings";
            let diagnostic = Diagnostic::error(codes::INVALID_MERGE, self.location(), message)
                .on_bytes(self.tree.node(*value).bytes.clone())
                .hint("name an anchor of a mapping, or put the key `<<` in quotes");
            self.report.push(diagnostic);
        }
    }

    fn report_duplicate(&mut self, key: NodeId) {
        let name = self.tree.key(key).unwrap_or_default();
        let member = self.location().key(name);
        let message = format!("the key {} stands twice in the same mapping", quoted(name));
        let diagnostic = Diagnostic::error(codes::DUPLICATE_KEY, member.clone(), message)
            .on_bytes(self.tree.node(key).bytes.clone())
            .related(member, "its first value")
            .hint("remove one of the two, or give it another name");
        self.report.push(diagnostic);
    }

    fn warn_of_number(&mut self, node: &Node<'_>, text: &str) {
        let message = format!("JSON has no number {}; it is read as text", quoted(text));
        self.warn(
            Diagnostic::warning(codes::UNWRITABLE_NUMBER, self.location(), message)
                .on_bytes(node.bytes.clone())
                .hint("leave out a limit that is infinite; put text in quotes"),
        );
    }

    fn warn_of_tag(&mut self, node: &Node<'_>, effect: &str) {
        let Some(tag) = &node.tag else { return };
        let name = if tag.is_yaml_core_schema() {
            format!("!!{}", tag.suffix)
        } else {
            format!("{}{}", tag.handle, tag.suffix)
        };
        let message = format!("the tag {} is not known here; {effect}", quoted(&name));
        self.warn(
            Diagnostic::warning(codes::IGNORED_TAG, self.location(), message)
                .on_bytes(node.bytes.clone())
                .hint("remove the tag, or put text that begins with `!` in quotes"),
        );
    }

    fn warn(&mut self, diagnostic: Diagnostic) {
        if self.copying.is_none() {
            self.report.push(diagnostic);
        }
    }

    fn location(&self) -> Location {
        let mut text = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => Pointer::push_token(&mut text, key),
                Step::Index(index) => Pointer::push_token(&mut text, &index.to_string()),
            }
        }
        Location {
            file: self.file,
            pointer: Pointer::parse(&text),
        }
    }
}
