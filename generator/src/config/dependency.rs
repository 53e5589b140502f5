//! What a package depends on beside the runtime, spelled as its manifest has it: a version, or a table of the keys that
//! cargo takes.

use toml::Spanned;
use toml::de::DeValue;

use super::section::Tables;
use crate::emit::toml_string;

/// What a key of a dependency holds.
#[derive(Clone, Copy)]
enum Holds {
    Text,
    Flag,
    Texts,
}

/// The keys of a dependency.
const KEYS: &[(&str, Holds)] = &[
    ("version", Holds::Text),
    ("path", Holds::Text),
    ("git", Holds::Text),
    ("branch", Holds::Text),
    ("tag", Holds::Text),
    ("rev", Holds::Text),
    ("registry", Holds::Text),
    ("package", Holds::Text),
    ("features", Holds::Texts),
    ("default-features", Holds::Flag),
    ("workspace", Holds::Flag),
];

impl Tables {
    /// The dependencies that the value lists: name and what the manifest says of it.
    pub fn dependencies(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, String)> {
        let mut dependencies = Vec::new();
        let Some(table) = self.table(&["crate", "dependencies"], value) else {
            return dependencies;
        };
        for (key, value) in table {
            let name = key.get_ref().to_string();
            if let Some(spelled) = self.dependency(&name, value) {
                dependencies.push((toml_string(&name), spelled));
            }
        }
        dependencies
    }

    fn dependency(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let keys = ["crate", "dependencies", name];
        let table = match value.get_ref() {
            DeValue::Table(table) => table,
            DeValue::String(version) if !version.is_empty() => return Some(toml_string(version)),
            _ => {
                self.wrong(
                    &keys,
                    value.span(),
                    "a version, or a table such as `{ version = \"1\" }`",
                );
                return None;
            }
        };
        let mut entries = Vec::new();
        for (key, value) in table {
            let key_name = key.get_ref().as_ref();
            let keys = ["crate", "dependencies", name, key_name];
            let Some((_, holds)) = KEYS.iter().find(|(known, _)| *known == key_name) else {
                let known: Vec<&str> = KEYS.iter().map(|(known, _)| *known).collect();
                self.unknown(&keys, key.span(), &known);
                continue;
            };
            let spelled = self.spelled(&keys, value, *holds)?;
            entries.push(format!("{key_name} = {spelled}"));
        }
        Some(format!("{{ {} }}", entries.join(", ")))
    }

    fn spelled(
        &mut self,
        keys: &[&str],
        value: &Spanned<DeValue<'_>>,
        holds: Holds,
    ) -> Option<String> {
        match (holds, value.get_ref()) {
            (Holds::Text, _) => Some(toml_string(&self.string(keys, value)?)),
            (Holds::Texts, _) => {
                let texts = self.strings(keys, value).into_iter();
                let texts: Vec<String> = texts.map(|(text, _)| toml_string(&text)).collect();
                Some(format!("[{}]", texts.join(", ")))
            }
            (Holds::Flag, DeValue::Boolean(flag)) => Some(flag.to_string()),
            (Holds::Flag, _) => {
                self.wrong(keys, value.span(), "true or false");
                None
            }
        }
    }
}
