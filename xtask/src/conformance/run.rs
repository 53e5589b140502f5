//! Asks the program about every instance.

use std::io;
use std::path::Path;
use std::time::Duration;

use bindery_cli::driver::{Answer, Driver, Exact, Interrupt};

use super::make::Made;
use super::suite::{Group, Suite, Test};

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(10);

/// What one schema came to.
pub struct Score {
    /// Why it has no type, where it has none.
    pub not_compiled: Option<String>,
    /// For each instance why it fails, where it does.
    pub failures: Vec<Option<String>>,
    /// What the generator warned of.
    pub warnings: Vec<String>,
}

impl Score {
    /// Whether the types are what the schema says.
    pub fn passes(&self, test: usize) -> bool {
        self.failures.get(test).is_some_and(Option::is_none)
    }
}

/// Asks about every instance of every schema, in order.
pub fn run(suite: &Suite, made: &Made, folder: &Path) -> io::Result<Vec<Score>> {
    let said = folder.join("stderr.txt");
    let mut driver = made
        .program
        .as_ref()
        .map(|program| Driver::new(program, &said, LIMIT, &Interrupt::default()));
    let mut scores = Vec::new();
    for (at, group) in suite.groups.iter().enumerate() {
        let warnings = made.warnings[at].clone();
        scores.push(match (&made.types[at], &mut driver) {
            (Ok(index), Some(driver)) => Score {
                not_compiled: None,
                failures: ask_all(driver, *index, group)?,
                warnings,
            },
            (Ok(_), None) => not_compiled("there is no program", group, warnings),
            (Err(why), _) => not_compiled(why, group, warnings),
        });
    }
    Ok(scores)
}

fn not_compiled(why: &str, group: &Group, warnings: Vec<String>) -> Score {
    Score {
        not_compiled: Some(why.to_owned()),
        failures: vec![Some("not compiled".to_owned()); group.tests.len()],
        warnings,
    }
}

fn ask_all(driver: &mut Driver, index: usize, group: &Group) -> io::Result<Vec<Option<String>>> {
    let ask = |test: &Test| {
        driver
            .ask(index, &test.data)
            .map(|answer| failure(test, &answer))
    };
    group.tests.iter().map(ask).collect()
}

/// Why an answer is wrong, where it is.
fn failure(test: &Test, answer: &Answer) -> Option<String> {
    match (test.valid, answer) {
        (true, Answer::Accepted(encoded)) => {
            let is_same = Exact::read(encoded) == Some(Exact::from(&test.data));
            (!is_same).then(|| format!("comes back as {encoded}"))
        }
        (false, Answer::Refused { .. }) => None,
        (false, Answer::Accepted(encoded)) => Some(format!("accepted, as {encoded}")),
        (true | false, answer) => Some(answer.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Answer, Test, failure};

    fn test(valid: bool) -> Test {
        let description = String::new();
        Test {
            description,
            data: json!({"a": 1}),
            valid,
        }
    }

    #[test]
    fn a_valid_instance_comes_back_and_an_invalid_one_is_refused() {
        let accepted = |text: &str| Answer::Accepted(text.to_owned());
        let refused = Answer::Refused {
            pointer: String::new(),
            message: "no".to_owned(),
        };
        assert_eq!(failure(&test(true), &accepted(r#"{"a":1.0}"#)), None);
        assert_eq!(failure(&test(false), &refused), None);
        assert!(failure(&test(true), &accepted("{}")).is_some());
        assert!(failure(&test(true), &refused).is_some());
        assert!(failure(&test(false), &accepted(r#"{"a":1}"#)).is_some());
        assert!(failure(&test(false), &Answer::Hung).is_some());
        assert!(failure(&test(false), &Answer::Crashed(String::new())).is_some());
    }
}
