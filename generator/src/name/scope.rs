//! One scope of names, settled at once: an exact match wins, and a clash is
//! settled from where each name stands in the description, never from the order.

use std::collections::{BTreeMap, HashMap, HashSet};

use bindery_openapi::{Diagnostic, Location, Report};

use crate::api::Name;
use crate::codes;

/// How many characters of a name a message shows.
const SHOWN: usize = 120;

/// A name that wants to be settled.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What the description calls it.
    pub source: String,
    /// The identifier it would like.
    pub wanted: String,
    /// The identifier it falls back to before a suffix.
    pub fallback: Option<String>,
    /// Where it stands.
    pub location: Location,
}

impl Candidate {
    /// A candidate for `name`, spelled by `case`.
    pub fn new(name: &Name, case: fn(&str) -> String) -> Self {
        // A name that the user gives is taken for what the description says.
        let source = if name.rust.is_empty() {
            &name.source
        } else {
            &name.rust
        };
        Self {
            source: source.clone(),
            wanted: case(source),
            fallback: None,
            location: name.location.clone(),
        }
    }
}

impl Candidate {
    /// What it wants and what it falls back to.
    fn names(&self) -> impl Iterator<Item = &str> {
        [self.wanted.as_str()]
            .into_iter()
            .chain(self.fallback.as_deref())
    }
}

/// What names are of, as messages call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Credential,
    Server,
    ServerVariable,
    Group,
    Operation,
    OperationType,
    Parameter,
    MediaType,
    Response,
    Header,
    Schema,
    Type,
    Module,
    Property,
    Value,
    Variant,
}

impl Kind {
    fn plural(self) -> &'static str {
        match self {
            Self::Credential => "credentials",
            Self::Server => "servers",
            Self::ServerVariable => "variables",
            Self::Group => "groups",
            Self::Operation => "operations",
            Self::OperationType => "types of operations",
            Self::Parameter => "parameters",
            Self::MediaType => "media types",
            Self::Response => "responses",
            Self::Header => "headers",
            Self::Schema => "schemas",
            Self::Type => "types",
            Self::Module => "modules",
            Self::Property => "properties",
            Self::Value => "values",
            Self::Variant => "variants",
        }
    }

    /// The table of `[rename]` that names such things.
    fn table(self) -> Option<&'static str> {
        match self {
            Self::Group => Some("groups"),
            Self::Operation | Self::OperationType => Some("operations"),
            Self::Schema => Some("schemas"),
            Self::Property => Some("properties"),
            Self::Value => Some("values"),
            Self::Credential
            | Self::Server
            | Self::ServerVariable
            | Self::Parameter
            | Self::MediaType
            | Self::Response
            | Self::Header
            | Self::Type
            | Self::Module
            | Self::Variant => None,
        }
    }
}

/// Identifiers that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope in which `reserved` cannot be used.
    pub fn reserving(reserved: &[&str]) -> Self {
        Self {
            taken: reserved.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// Settles all candidates; what comes back is in their order.
    pub fn settle(
        &mut self,
        kind: Kind,
        candidates: &[Candidate],
        report: &mut Report,
    ) -> Vec<String> {
        let mut names = vec![None; candidates.len()];
        let mut losers = Vec::new();
        for (wanted, claimants) in claims(candidates) {
            let winner = self.winner(&wanted, &claimants, candidates);
            for index in claimants.iter().copied() {
                if Some(index) == winner {
                    self.taken.insert(wanted.clone());
                    names[index] = Some(wanted.clone());
                } else {
                    losers.push((index, rival(index, &claimants)));
                }
            }
        }
        // By where they stand, so that their order in the text decides nothing.
        losers.sort_unstable_by_key(|(index, _)| (fingerprint(&candidates[*index]), *index));
        let claimed = Claimed::by(candidates);
        for (index, rival) in losers {
            let name = self.settle_loser(&candidates[index], index, &claimed);
            if let Some(rival) = rival {
                report_clash(kind, &candidates[index], &candidates[rival], &name, report);
            }
            self.taken.insert(name.clone());
            names[index] = Some(name);
        }
        names.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// The only claimant, or the only one that is called exactly so; where there is none, the only one that is so but
    /// for case and underscores.
    fn winner(&self, wanted: &str, claimants: &[usize], candidates: &[Candidate]) -> Option<usize> {
        if self.taken.contains(wanted) {
            return None;
        }
        if let [only] = claimants {
            return Some(*only);
        }
        let is_exact = |source: &str| source == wanted;
        let is_alike = |source: &str| bare(source) == bare(wanted);
        let called = |is_so: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let claimants = claimants.iter().copied();
            let so = claimants.filter(|index| is_so(&candidates[*index].source));
            so.collect()
        };
        match (called(&is_exact).as_slice(), called(&is_alike).as_slice()) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    fn settle_loser(&self, candidate: &Candidate, index: usize, claimed: &Claimed<'_>) -> String {
        let free =
            |name: &String| !claimed.by_another(name, candidate) && !self.taken.contains(name);
        let bare = candidate
            .wanted
            .trim_start_matches("r#")
            .trim_end_matches('_');
        let hash = fingerprint(candidate);
        let suffixed = [4, 8, 16]
            .into_iter()
            .map(|digits| format!("{bare}{}{}", separator(bare), &hash[..digits]));
        let mut names = candidate.fallback.iter().cloned().chain(suffixed);
        names
            .find(free)
            .unwrap_or_else(|| format!("{bare}{}{hash}{index}", separator(bare)))
    }
}

/// How many candidates want or fall back to each name.
struct Claimed<'c>(HashMap<&'c str, usize>);

impl<'c> Claimed<'c> {
    fn by(candidates: &'c [Candidate]) -> Self {
        let mut claimed = HashMap::new();
        for name in candidates.iter().flat_map(Candidate::names) {
            *claimed.entry(name).or_default() += 1;
        }
        Self(claimed)
    }

    fn by_another(&self, name: &str, candidate: &Candidate) -> bool {
        let own = candidate.names().filter(|own| *own == name).count();
        self.0.get(name).is_some_and(|claims| *claims > own)
    }
}

/// Those that want what another wants.
pub(super) fn clashing(candidates: &[Candidate]) -> Vec<usize> {
    let mut wanted: HashMap<&str, usize> = HashMap::with_capacity(candidates.len());
    for candidate in candidates {
        *wanted.entry(&candidate.wanted).or_default() += 1;
    }
    if wanted.len() == candidates.len() {
        return Vec::new();
    }
    let all = candidates.iter().enumerate();
    all.filter(|(_, candidate)| wanted.get(candidate.wanted.as_str()) > Some(&1))
        .map(|(index, _)| index)
        .collect()
}

/// The candidates by what they want, in the order of the alphabet.
fn claims(candidates: &[Candidate]) -> BTreeMap<String, Vec<usize>> {
    let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        claims
            .entry(candidate.wanted.clone())
            .or_default()
            .push(index);
    }
    claims
}

fn rival(index: usize, claimants: &[usize]) -> Option<usize> {
    claimants.iter().copied().find(|other| *other != index)
}

/// A field is followed by an underscore, a type by `X`.
fn separator(name: &str) -> &'static str {
    if name.starts_with(char::is_uppercase) {
        "X"
    } else {
        "_x"
    }
}

/// Sixteen hexadecimal digits (FNV-1a) of where a name stands and what it is.
fn fingerprint(candidate: &Candidate) -> String {
    let text = [
        candidate.location.pointer.as_str(),
        "\0",
        candidate.source.as_str(),
    ]
    .concat();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// A name without what sets its words apart, and without case.
fn bare(name: &str) -> String {
    let letters = name.trim_start_matches("r#").chars();
    let letters = letters.filter(|character| *character != '_');
    letters.flat_map(char::to_lowercase).collect()
}

fn report_clash(kind: Kind, loser: &Candidate, rival: &Candidate, name: &str, report: &mut Report) {
    let plural = kind.plural();
    let message = format!(
        "the {plural} `{}` and `{}` are both `{}` in Rust; this one is named `{name}`",
        shown(&loser.source),
        shown(&rival.source),
        loser.wanted
    );
    let mut diagnostic = Diagnostic::warning(codes::NAME_CLASH, loser.location.clone(), message)
        .related(rival.location.clone(), "the other stands here");
    if let Some(table) = kind.table() {
        diagnostic = diagnostic.hint(format!("`[rename.{table}]` in the configuration names it"));
    }
    report.push(diagnostic);
}

/// As much of a name as a sentence can hold.
fn shown(source: &str) -> String {
    match source.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &source[..end]),
        None => source.to_owned(),
    }
}
