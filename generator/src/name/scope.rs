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
    pub fn settle(&mut self, candidates: &[Candidate], report: &mut Report) -> Vec<String> {
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
                report_clash(&candidates[index], &candidates[rival], &name, report);
            }
            self.taken.insert(name.clone());
            names[index] = Some(name);
        }
        names.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// The only claimant, or the only one that is called exactly so.
    fn winner(&self, wanted: &str, claimants: &[usize], candidates: &[Candidate]) -> Option<usize> {
        if self.taken.contains(wanted) {
            return None;
        }
        let exact = |index: &&usize| candidates[**index].source == wanted;
        if let [only] = claimants {
            return Some(*only);
        }
        let mut exact = claimants.iter().filter(exact);
        exact.next().copied().filter(|_| exact.next().is_none())
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

fn report_clash(loser: &Candidate, rival: &Candidate, name: &str, report: &mut Report) {
    let message = format!(
        "`{}` and `{}` are both `{}` in Rust; this one is named `{name}`",
        shown(&loser.source),
        shown(&rival.source),
        loser.wanted
    );
    report.push(
        Diagnostic::warning(codes::NAME_CLASH, loser.location.clone(), message)
            .related(rival.location.clone(), "the other stands here"),
    );
}

/// As much of a name as a sentence can hold.
fn shown(source: &str) -> String {
    match source.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &source[..end]),
        None => source.to_owned(),
    }
}
