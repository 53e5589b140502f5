//! One scope of names, settled at once: an exact match wins, and a clash is
//! settled from where each name stands in the description, never from the order.

use std::collections::{BTreeMap, HashMap};

use bindery_openapi::{Location, Report};

pub(super) use super::clash::Kind;
use super::clash::{Other, Renamed, report_clash, report_taken};
use crate::api::Name;

/// A name that wants to be settled.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// What the description calls it, or the user.
    pub source: String,
    /// What the description calls it, where the user gives another name.
    pub renamed: Option<String>,
    /// What a configuration calls it.
    pub key: Option<String>,
    /// The identifier it would like.
    pub wanted: String,
    /// The identifier it falls back to before a suffix.
    pub fallback: Option<String>,
    /// Where it stands.
    pub location: Location,
    /// Where just it stands, where many stand at that place.
    pub spot: Option<Location>,
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
        let is_renamed = !name.rust.is_empty();
        Self {
            wanted: case(source),
            renamed: is_renamed.then(|| name.source.clone()),
            ..Self::called(source, name.location.clone())
        }
    }

    /// A candidate that the description calls `source`, and that wants to be called just so.
    pub fn called(source: &str, location: Location) -> Self {
        Self {
            source: source.to_owned(),
            renamed: None,
            key: None,
            wanted: source.to_owned(),
            fallback: None,
            location,
            spot: None,
        }
    }

    /// The place to show of it.
    pub fn place(&self) -> &Location {
        self.spot.as_ref().unwrap_or(&self.location)
    }

    fn renaming(&self) -> Option<Renamed<'_>> {
        let called = self.renamed.as_deref()?;
        Some(Renamed {
            called,
            wanted: &self.wanted,
            location: &self.location,
        })
    }
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
    taken: HashMap<String, Option<Taken>>,
}

/// What has a name.
#[derive(Clone, Debug)]
struct Taken {
    location: Location,
    /// What the description calls it, where the user gave it the name.
    renamed: Option<String>,
}

impl Scope {
    /// A scope in which `reserved` cannot be used.
    pub fn reserving(reserved: &[&str]) -> Self {
        Self {
            taken: reserved
                .iter()
                .map(|name| ((*name).to_owned(), None))
                .collect(),
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
                    self.take(&wanted, &candidates[index]);
                    names[index] = Some(wanted.clone());
                } else {
                    losers.push((index, rival(index, &claimants, candidates)));
                }
            }
        }
        // By where they stand, so that their order in the text decides nothing.
        losers.sort_unstable_by_key(|(index, _)| (fingerprint(&candidates[*index]), *index));
        let claimed = Claimed::by(candidates);
        for (index, rival) in losers {
            let candidate = &candidates[index];
            let rival = rival.and_then(|rival| candidates.get(rival));
            let name = self.settle_loser(candidate, index, &claimed);
            if !self.refuse_renaming(kind, candidate, rival, &name, report)
                && let Some(rival) = rival
            {
                report_clash(kind, candidate, rival, &name, report);
            }
            self.take(&name, candidate);
            names[index] = Some(name);
        }
        names.into_iter().map(Option::unwrap_or_default).collect()
    }

    fn take(&mut self, name: &str, candidate: &Candidate) {
        let taken = Taken {
            location: candidate.location.clone(),
            renamed: candidate.renamed.clone(),
        };
        self.taken.insert(name.to_owned(), Some(taken));
    }

    /// Whether the user gave a name that is taken, which is reported: to the candidate that does not get it, or to what
    /// has it, where the candidate is left without a name that says something.
    fn refuse_renaming(
        &self,
        kind: Kind,
        candidate: &Candidate,
        rival: Option<&Candidate>,
        name: &str,
        report: &mut Report,
    ) -> bool {
        let holder = self.taken.get(&candidate.wanted);
        let is_free = |name: &str| !self.taken.contains_key(name);
        if let Some(renamed) = candidate.renaming() {
            let other = match (rival, holder) {
                (Some(rival), _) => Other::at(&rival.location, rival.renamed.is_some()),
                (None, Some(Some(taken))) => Other::at(&taken.location, taken.renamed.is_some()),
                (None, _) => Other::Generated,
            };
            report_taken(kind, &renamed, &other, is_free, report);
            return true;
        }
        if candidate.fallback.as_deref() == Some(name) {
            return false;
        }
        let has_it = holder.and_then(Option::as_ref);
        let has_it = has_it.and_then(|taken| Some((taken.renamed.as_deref()?, &taken.location)));
        let Some((called, location)) = has_it else {
            return false;
        };
        let renamed = Renamed {
            called,
            wanted: &candidate.wanted,
            location,
        };
        let other = Other::at(&candidate.location, false);
        report_taken(kind, &renamed, &other, is_free, report);
        true
    }

    /// The only claimant, or the only one that is called exactly so; where there is none, the only one that is so but
    /// for case and underscores.
    fn winner(&self, wanted: &str, claimants: &[usize], candidates: &[Candidate]) -> Option<usize> {
        if self.taken.contains_key(wanted) {
            return None;
        }
        if let [only] = claimants {
            return Some(*only);
        }
        let renamed = claimants.iter().copied();
        let mut renamed = renamed.filter(|index| candidates[*index].renamed.is_some());
        match (renamed.next(), renamed.next()) {
            (Some(only), None) => return Some(only),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
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
            |name: &String| !claimed.by_another(name, candidate) && !self.taken.contains_key(name);
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

/// Another that wants the same, one that the user named so before others.
fn rival(index: usize, claimants: &[usize], candidates: &[Candidate]) -> Option<usize> {
    let others = || claimants.iter().copied().filter(|other| *other != index);
    let renamed = others().find(|other| candidates[*other].renamed.is_some());
    renamed.or_else(|| others().next())
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
