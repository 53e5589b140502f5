//! Pointers in YAML text, through aliases and merge keys.

use super::Span;
use super::wanted::Wanted;
use crate::Pointer;
use crate::yaml::{Kind, NodeId, Tree, with_tree};

/// Where each of `pointers` stands in `text`, or its nearest ancestor that exists.
///
/// A value that comes by an alias is shown where it was written. Nothing is
/// found in a text that is not YAML.
pub(crate) fn in_yaml<'a>(
    text: &str,
    pointers: impl IntoIterator<Item = &'a Pointer>,
) -> Vec<Span> {
    let (mut wanted, leaves) = Wanted::new(pointers);
    with_tree(text, |parsed| {
        if let Ok(tree) = parsed
            && let Some(root) = tree.root
        {
            visit(&mut wanted, &tree, root, Wanted::ROOT, 0);
        }
    });
    leaves.into_iter().map(|leaf| wanted.span(leaf)).collect()
}

fn visit(wanted: &mut Wanted, tree: &Tree<'_>, id: NodeId, node: usize, depth: usize) {
    let id = tree.target(id);
    let written = tree.node(id);
    let is_object = matches!(written.kind, Kind::Mapping(_));
    wanted.found(node, written.bytes.clone(), is_object);
    if !wanted.leads_on(node, depth) {
        return;
    }
    match &written.kind {
        Kind::Mapping(_) => visit_members(wanted, tree, id, node, depth),
        Kind::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                if let Some(child) = wanted.enter(node, &index.to_string(), None) {
                    visit(wanted, tree, *item, child, depth + 1);
                }
            }
        }
        Kind::Plain(_) | Kind::Quoted(_) | Kind::Alias(_) => {}
    }
}

fn visit_members(wanted: &mut Wanted, tree: &Tree<'_>, id: NodeId, node: usize, depth: usize) {
    // What merges more than this was not read, and has nothing to show.
    let members = tree.members(id, usize::MAX / 4).by_key;
    for (text, member) in members {
        let key = tree.node(member.key).bytes.clone();
        let Some(child) = wanted.enter(node, text, Some(key.clone())) else {
            continue;
        };
        visit(wanted, tree, member.value, child, depth + 1);
        if tree.node(tree.target(member.value)).bytes.is_empty() {
            wanted.found(child, key, false);
        }
    }
}
