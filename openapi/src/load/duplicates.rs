//! Keys that an object has twice, found in the text.

use std::collections::HashSet;
use std::ops::Range;

use crate::locate::Cursor;
use crate::wording::quoted;
use crate::{Diagnostic, FileId, Location, Pointer, Report, codes};

/// Reports every key that repeats an earlier key of its object.
///
/// The text has been parsed, so it is JSON and not nested too deeply to recurse.
pub(crate) fn report_duplicates(file: FileId, text: &str, report: &mut Report) {
    let root = Location {
        file,
        pointer: Pointer::root(),
    };
    visit(&mut Cursor::new(text), &root, report);
}

fn visit(cursor: &mut Cursor<'_>, location: &Location, report: &mut Report) -> Option<()> {
    match cursor.peek()? {
        b'{' => visit_object(cursor, location, report),
        b'[' => cursor.array(|cursor, index| visit(cursor, &location.index(index), report)),
        _ => cursor.skip().map(drop),
    }
}

fn visit_object(cursor: &mut Cursor<'_>, location: &Location, report: &mut Report) -> Option<()> {
    let mut seen = HashSet::new();
    cursor.object(|cursor, key| {
        let name = cursor.decode(&key);
        let member = location.key(&name);
        if !seen.insert(name.clone()) {
            report.push(duplicate_key(&name, member.clone(), key));
        }
        visit(cursor, &member, report)
    })
}

/// The pointer itself leads to the first of the two.
fn duplicate_key(name: &str, member: Location, second: Range<usize>) -> Diagnostic {
    let message = format!("the key {} stands twice in the same object", quoted(name));
    Diagnostic::error(codes::DUPLICATE_KEY, member.clone(), message)
        .on_bytes(second)
        .related(member, "its first value")
        .hint("remove one of the two, or give it another name")
}
