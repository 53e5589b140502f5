//! From the parser's events to the tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::offsets::Offsets;
use super::{MAX_DEPTH, span};

/// A node's index in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// The first document of a text that is not empty.
#[derive(Debug, Default)]
pub(crate) struct Tree<'t> {
    nodes: Vec<Node<'t>>,
    /// The document's node; absent in a text of comments only.
    pub(crate) root: Option<NodeId>,
    /// Where a further document begins, which is not read.
    pub(crate) further: Option<Range<usize>>,
}

/// A node as it was written.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    /// Its bytes, from its properties on; empty for an empty scalar.
    pub(crate) bytes: Range<usize>,
    /// Its tag.
    pub(crate) tag: Option<Box<Tag>>,
    /// What it is.
    pub(crate) kind: Kind<'t>,
}

/// What a node is (YAML 1.2.2 §3.2.1.1).
#[derive(Debug)]
pub(crate) enum Kind<'t> {
    /// A scalar without quotes, whose text says what it is.
    Plain(Cow<'t, str>),
    /// A scalar in quotes or a block scalar, which is text.
    Quoted(Cow<'t, str>),
    /// A list.
    Sequence(Vec<NodeId>),
    /// Keys and values, in their order.
    Mapping(Vec<(NodeId, NodeId)>),
    /// Another name of a node before it.
    Alias(NodeId),
}

/// Why a text is not a tree.
#[derive(Debug)]
pub(crate) struct Broken {
    /// Where the reader stopped, in bytes.
    pub(crate) at: usize,
    /// What stopped it.
    pub(crate) fault: Fault,
}

/// What stops the reader.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The text is not YAML, as the parser says.
    Syntax(String),
    /// Values are nested too deep.
    TooDeep,
    /// An alias stands within the node that it names.
    RecursiveAlias,
}

impl<'t> Tree<'t> {
    /// Reads `text` up to the end of its first document.
    pub(super) fn parse(text: &'t str) -> Result<Self, Broken> {
        let mut builder = Builder::new(text);
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| builder.syntax(&error))?;
            if builder.take(event, span)? {
                break;
            }
        }
        Ok(builder.tree)
    }

    /// Every node, in the order in which they begin.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node<'t>> {
        self.nodes.iter()
    }

    /// A node of this tree.
    pub(crate) fn node(&self, id: NodeId) -> &Node<'t> {
        &self.nodes[id.0]
    }

    /// The node that `id` names, if it is an alias. An alias never names another.
    pub(crate) fn target(&self, id: NodeId) -> NodeId {
        match self.node(id).kind {
            Kind::Alias(target) => target,
            Kind::Plain(_) | Kind::Quoted(_) | Kind::Sequence(_) | Kind::Mapping(_) => id,
        }
    }
}

struct Builder<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
    tree: Tree<'t>,
    open: Vec<Open>,
    /// By the parser's number.
    anchors: HashMap<usize, NodeId>,
    /// Where a document began that may be a further one.
    document: Option<Range<usize>>,
    /// Where the last node ended.
    last: usize,
}

/// A collection whose end is still to come.
struct Open {
    node: NodeId,
    children: Vec<NodeId>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text),
            tree: Tree::default(),
            open: Vec::new(),
            anchors: HashMap::new(),
            document: None,
            last: 0,
        }
    }

    /// Takes one event; true where no further one is needed.
    fn take(&mut self, event: Event<'t>, span: Span) -> Result<bool, Broken> {
        let bytes = self.bytes(span);
        match event {
            Event::DocumentStart(_) => self.document = Some(bytes),
            Event::Scalar(text, style, anchor, tag) => {
                return Ok(self.scalar(text, style, anchor, tag, bytes));
            }
            Event::Alias(anchor) => self.alias(anchor, bytes)?,
            Event::SequenceStart(anchor, tag) => {
                return self.begin(Kind::Sequence(Vec::new()), anchor, tag, bytes);
            }
            Event::MappingStart(anchor, tag) => {
                return self.begin(Kind::Mapping(Vec::new()), anchor, tag, bytes);
            }
            Event::SequenceEnd => self.end(bytes.start, b']'),
            Event::MappingEnd => self.end(bytes.start, b'}'),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(false)
    }

    fn bytes(&mut self, span: Span) -> Range<usize> {
        let start = self.offsets.byte(span.start.index());
        start..self.offsets.byte(span.end.index()).max(start)
    }

    fn syntax(&mut self, error: &ScanError) -> Broken {
        // The parser has a limit of its own, which it meets when it looks ahead.
        let fault = match error.info() {
            "recursion limit exceeded" => Fault::TooDeep,
            message => Fault::Syntax(message.to_owned()),
        };
        Broken {
            at: self.offsets.byte(error.marker().index()),
            fault,
        }
    }

    fn scalar(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<Cow<'t, Tag>>,
        bytes: Range<usize>,
    ) -> bool {
        let is_empty = text.is_empty() && style == ScalarStyle::Plain;
        if self.open.is_empty() && is_empty && tag.is_none() {
            return false;
        }
        if self.is_further() {
            return true;
        }
        let kind = match style {
            ScalarStyle::Plain => Kind::Plain(text),
            ScalarStyle::SingleQuoted
            | ScalarStyle::DoubleQuoted
            | ScalarStyle::Literal
            | ScalarStyle::Folded => Kind::Quoted(text),
        };
        let bytes = span::scalar(self.text, style, bytes, self.last);
        self.last = bytes.end;
        let node = self.add(kind, tag, bytes);
        self.name(anchor, node);
        self.attach(node);
        false
    }

    fn alias(&mut self, anchor: usize, bytes: Range<usize>) -> Result<(), Broken> {
        self.last = bytes.end;
        let target = self.anchors.get(&anchor).copied();
        let target = target.filter(|target| self.open.iter().all(|open| open.node != *target));
        let Some(target) = target else {
            return Err(Broken {
                at: bytes.start,
                fault: Fault::RecursiveAlias,
            });
        };
        let node = self.add(Kind::Alias(target), None, bytes);
        self.attach(node);
        Ok(())
    }

    fn begin(
        &mut self,
        kind: Kind<'t>,
        anchor: usize,
        tag: Option<Cow<'t, Tag>>,
        bytes: Range<usize>,
    ) -> Result<bool, Broken> {
        if self.is_further() {
            return Ok(true);
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Broken {
                at: bytes.start,
                fault: Fault::TooDeep,
            });
        }
        let start = match kind {
            Kind::Sequence(_) => span::sequence(self.text, bytes.start, self.last),
            Kind::Plain(_) | Kind::Quoted(_) | Kind::Mapping(_) | Kind::Alias(_) => bytes.start,
        };
        self.last = bytes.start;
        let node = self.add(kind, tag, start..bytes.end.max(start));
        self.name(anchor, node);
        self.open.push(Open {
            node,
            children: Vec::new(),
        });
        Ok(false)
    }

    /// A flow collection ends with its bracket, a block one with its last node.
    fn end(&mut self, at: usize, bracket: u8) {
        let Some(Open { node, children }) = self.open.pop() else {
            return;
        };
        if self.text.as_bytes().get(at) == Some(&bracket) {
            self.last = at + 1;
        }
        let Node { bytes, kind, .. } = &mut self.tree.nodes[node.0];
        bytes.end = self.last.max(bytes.start);
        match kind {
            Kind::Sequence(items) => *items = children,
            Kind::Mapping(pairs) => {
                let whole = children.chunks_exact(2);
                *pairs = whole.map(|pair| (pair[0], pair[1])).collect();
            }
            Kind::Plain(_) | Kind::Quoted(_) | Kind::Alias(_) => {}
        }
        self.attach(node);
    }

    /// Whether what comes belongs to a further document, which is then noted.
    fn is_further(&mut self) -> bool {
        if self.tree.root.is_some() {
            self.tree.further = self.document.take();
        }
        self.tree.root.is_some()
    }

    fn add(&mut self, kind: Kind<'t>, tag: Option<Cow<'t, Tag>>, bytes: Range<usize>) -> NodeId {
        self.tree.nodes.push(Node {
            bytes,
            tag: tag.map(|tag| Box::new(tag.into_owned())),
            kind,
        });
        NodeId(self.tree.nodes.len() - 1)
    }

    fn name(&mut self, anchor: usize, node: NodeId) {
        if anchor > 0 {
            self.anchors.insert(anchor, node);
        }
    }

    fn attach(&mut self, node: NodeId) {
        match self.open.last_mut() {
            Some(open) => open.children.push(node),
            None => self.tree.root = Some(node),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts of all nodes, in the order in which they begin.
    fn texts(text: &str) -> Vec<&str> {
        let tree = Tree::parse(text).expect("it is YAML");
        let nodes = tree.nodes.iter().map(|node| &text[node.bytes.clone()]);
        nodes.collect()
    }

    #[test]
    fn nodes_have_their_exact_bytes() {
        let text =
            "é: [1, \"a \\\" b\" , 'it''s' ] # c\nb:\n- x # c\n-\nc: &x !!str y  # c\nd: *x\n";
        let whole = &text[..text.len() - 1];
        assert_eq!(
            texts(text),
            [
                whole,
                "é",
                "[1, \"a \\\" b\" , 'it''s' ]",
                "1",
                "\"a \\\" b\"",
                "'it''s'",
                "b",
                "- x # c\n-",
                "x",
                "-",
                "c",
                "&x !!str y",
                "d",
                "*x",
            ]
        );
    }

    #[test]
    fn block_scalars_begin_with_their_indicator() {
        let text = "a: |\n  x\n  y\n\nb: !!str >-\r\n  z\r\n";
        let found = texts(text);
        assert_eq!(found[2..], ["|\n  x\n  y", "b", "!!str >-\r\n  z"]);
    }
}
