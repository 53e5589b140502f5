//! From YAML text to a JSON value.

mod convert;
mod syntax;
mod tag;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde_json::Value;

use crate::yaml::{Broken, Tree, with_tree};
use crate::{Diagnostic, FileId, Location, Pointer, Report, codes};
use convert::Converter;

/// Parses the first document of `text` that is not empty.
pub(crate) fn parse(file: FileId, text: &str, report: &mut Report) -> Option<Value> {
    with_tree(text, |parsed| read(file, text, parsed, report))
}

fn read(
    file: FileId,
    text: &str,
    parsed: Result<Tree<'_>, Broken>,
    report: &mut Report,
) -> Option<Value> {
    let tree = match parsed {
        Ok(tree) => tree,
        Err(broken) => {
            report.push(syntax::error(file, text, &broken));
            return None;
        }
    };
    let Some(root) = tree.root else {
        report.push(super::empty_file(file));
        return None;
    };
    if let Some(bytes) = &tree.further {
        report.push(further_document(file, bytes.clone()));
    }
    Converter::new(&tree, file, text.len(), report).convert(root)
}

fn further_document(file: FileId, bytes: Range<usize>) -> Diagnostic {
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    let message = "the file has a further document, which is not read";
    Diagnostic::warning(codes::FURTHER_DOCUMENT, location, message)
        .on_bytes(bytes)
        .hint("a description is one YAML document; put the other in a file of its own")
}
