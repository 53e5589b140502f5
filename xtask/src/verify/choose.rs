//! Which descriptions are verified.

use std::error::Error;
use std::fs;

use super::Arguments;
use crate::corpus::roots::{self, Root};

/// A description, with how many schemas have a name in it.
#[derive(Debug)]
pub struct Chosen {
    /// Its file.
    pub root: Root,
    /// The schemas below `components.schemas`.
    pub schemas: usize,
}

/// The descriptions that the arguments leave, those with the most schemas first.
pub fn choose(arguments: &Arguments) -> Result<Vec<Chosen>, Box<dyn Error>> {
    let folder = fs::canonicalize(&arguments.folder)
        .map_err(|error| format!("{}: {error}", arguments.folder.display()))?;
    let filter = &arguments.filter;
    let mut chosen = Vec::new();
    for root in roots::find(&folder)? {
        let is_named = filter.is_empty() || filter.iter().any(|text| root.name.contains(text));
        let fits = arguments.up_to.is_none_or(|most| root.bytes <= most);
        if is_named && fits {
            let schemas = schemas(&root);
            chosen.push(Chosen { root, schemas });
        }
    }
    if chosen.is_empty() {
        return Err(format!("no such description below {}", folder.display()).into());
    }
    sort(&mut chosen);
    chosen.truncate(arguments.most.unwrap_or(usize::MAX));
    Ok(chosen)
}

fn sort(chosen: &mut [Chosen]) {
    chosen.sort_by(|a, b| {
        let by_schemas = b.schemas.cmp(&a.schemas);
        by_schemas.then_with(|| a.root.name.cmp(&b.root.name))
    });
}

/// How many schemas have a name; none where the description cannot be read, which `verify` says.
fn schemas(root: &Root) -> usize {
    let document = bindery_openapi::read_file(&root.path).document;
    document.map_or(0, |document| document.components.schemas.len())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn those_with_the_most_schemas_come_first_and_names_settle_the_rest() {
        let chosen = |name: &str, schemas| Chosen {
            root: Root {
                path: PathBuf::new(),
                name: name.to_owned(),
                bytes: 1,
            },
            schemas,
        };
        let mut all = [chosen("c", 1), chosen("b", 7), chosen("a", 1)];
        sort(&mut all);
        let names: Vec<&str> = all.iter().map(|one| one.root.name.as_str()).collect();
        assert_eq!(names, ["b", "a", "c"]);
    }
}
