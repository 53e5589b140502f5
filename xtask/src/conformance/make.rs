//! Makes the program: generates each schema's types, compiles those that can be, and says why the
//! others cannot.

use std::collections::BTreeMap;
use std::error::Error;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use bindery_build::api::{Api, TypeItem, TypeName};
use bindery_build::{Builder, Failure, Inspection};
use bindery_cli::driver::{CompileError, Interrupt, Package, Program, runtime};
use bindery_openapi::{RenderStyle, render};

use super::arguments::Place;
use super::describe::{component, description};
use super::suite::{Group, Suite};
use super::{Reading, metaschemas};

/// How often the crate is compiled, each time without what failed before.
const ROUNDS: usize = 8;
/// How many characters of a failure are shown.
const SHOWN: usize = 400;

/// The program, and what is in it.
pub struct Made {
    /// The program; `None` where no schema has types.
    pub program: Option<Program>,
    /// For each schema its index in the program, or why it is not there.
    pub types: Vec<Result<usize, String>>,
    /// For each schema what the generator warned of.
    pub warnings: Vec<Vec<String>>,
}

/// Generates and compiles.
pub fn make(
    suite: &Suite,
    reading: Reading,
    folder: &Path,
    place: &Place,
) -> Result<Made, Box<dyn Error>> {
    let meta = place.out.join("metaschemas");
    metaschemas::write(&meta)?;
    let way = Way {
        suite,
        reading,
        folder,
        meta: &meta,
    };
    let mut paths: Vec<Result<String, String>> = Vec::new();
    let mut warnings = Vec::new();
    for group in &suite.groups {
        let (path, said) = way.lower(group);
        paths.push(path);
        warnings.push(said);
    }
    let package = Package {
        folder: folder.to_owned(),
        name: format!(
            "{}-{}",
            suite.draft.name().replace('.', "-"),
            reading.name()
        ),
    };
    for _ in 0..ROUNDS {
        if paths.iter().all(Result::is_err) {
            break;
        }
        let (indices, table) = numbered(&paths);
        way.write(&package, &indices)?;
        package.write(&table, runtime().as_deref())?;
        match package.compile(&place.target(), &Interrupt::default())? {
            Ok(program) => {
                return Ok(Made {
                    program: Some(program),
                    types: indices,
                    warnings,
                });
            }
            Err(errors) => {
                for (at, message) in failures(suite, &indices, &errors)? {
                    paths[at] = Err(format!("does not compile: {message}"));
                }
            }
        }
    }
    let types = paths
        .into_iter()
        .map(|path| path.and(Err("never compiled".to_owned())))
        .collect();
    Ok(Made {
        program: None,
        types,
        warnings,
    })
}

/// The index of each type, and the paths in the order of the indices.
fn numbered(paths: &[Result<String, String>]) -> (Vec<Result<usize, String>>, Vec<String>) {
    let mut table = Vec::new();
    let indices = paths.iter().map(|path| {
        let path = path.clone()?;
        table.push(path);
        Ok(table.len() - 1)
    });
    (indices.collect(), table)
}

/// The schemas that the compiler speaks of, each with what it says first; an error where it speaks of none.
fn failures(
    suite: &Suite,
    indices: &[Result<usize, String>],
    errors: &[CompileError],
) -> Result<BTreeMap<usize, String>, String> {
    let mut failures = BTreeMap::new();
    for error in errors {
        for (at, group) in suite.groups.iter().enumerate() {
            let module = Path::new("src").join(&group.name);
            let is_its_file = error.files.iter().any(|file| file.starts_with(&module));
            let is_its_type = indices[at]
                .as_ref()
                .is_ok_and(|index| error.types.contains(index));
            if is_its_file || is_its_type {
                failures.entry(at).or_insert_with(|| error.message.clone());
            }
        }
    }
    if failures.is_empty() {
        let said = errors.iter().map(|error| error.message.as_str());
        return Err(said.take(5).collect::<Vec<_>>().join("\n"));
    }
    Ok(failures)
}

/// How descriptions are read.
struct Way<'a> {
    suite: &'a Suite,
    reading: Reading,
    folder: &'a Path,
    meta: &'a Path,
}

impl Way<'_> {
    fn builder(&self) -> Builder {
        let builder = Builder::new()
            .map("http://localhost:1234", &self.suite.remotes)
            .map(metaschemas::PREFIX, self.meta);
        match self.reading {
            Reading::Strict => builder.strict(),
            Reading::Lenient => builder,
        }
    }

    /// The path of the schema's type, or why there is none; and the warnings.
    fn lower(&self, group: &Group) -> (Result<String, String>, Vec<String>) {
        let builder = self.builder().spec(description(self.folder, group));
        let lowered = panic::catch_unwind(AssertUnwindSafe(|| builder.inspect()));
        let inspection = match lowered {
            Ok(Ok(inspection)) => inspection,
            Ok(Err(failure)) => return (Err(shorten(&failure.to_string())), Vec::new()),
            Err(_) => return (Err("the generator panics".to_owned()), Vec::new()),
        };
        (path(&inspection, group), warnings(&inspection))
    }

    /// Writes the crate of those schemas that have an index.
    fn write(&self, package: &Package, indices: &[Result<usize, String>]) -> Result<(), Failure> {
        let groups = self.suite.groups.iter().zip(indices);
        let written = groups.filter(|(_, index)| index.is_ok());
        let builder = written.fold(self.builder(), |builder, (group, _)| {
            builder.spec(description(self.folder, group))
        });
        builder
            .package(package.crate_name())
            .out_dir(package.types())
            .prune()
            .write()
            .map(drop)
    }
}

fn path(inspection: &Inspection, group: &Group) -> Result<String, String> {
    if inspection.has_errors() {
        let all = inspection.findings();
        let text: String = all
            .map(|found| render(&found.report, &found.sources, RenderStyle::Plain))
            .collect();
        return Err(shorten(&text));
    }
    let mut apis = inspection.descriptions.iter();
    let api = apis.find_map(|one| one.api.as_ref());
    let api = api.ok_or("nothing is generated")?;
    let item = item(api, &component(group)).ok_or("no type is generated")?;
    let path = format!("types::{}::types::{}", api.module.rust, item.rust);
    Ok(if item.nullable {
        format!("Option<{path}>")
    } else {
        path
    })
}

fn item<'a>(api: &'a Api, component: &str) -> Option<&'a TypeItem> {
    let origin = TypeName::Component(component.to_owned());
    api.types.iter().find(|item| item.origin == origin)
}

fn warnings(inspection: &Inspection) -> Vec<String> {
    let reports = inspection.findings().map(|found| &found.report);
    let all = reports.flat_map(|report| report.iter());
    all.map(|said| format!("{}: {}", said.code, said.message))
        .collect()
}

fn shorten(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    line.join(" ").chars().take(SHOWN).collect()
}
