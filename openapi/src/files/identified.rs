//! What references name by an `$id`, an `$anchor` or a `$self`.
//!
//! Every file that has been loaded is looked through before the first answer
//! and none twice.

use std::cell::{Ref, RefCell};

use super::{Files, Outcome};
use crate::identifiers::{Clash, Identifiers};
use crate::wording::nearest;
use crate::{FileId, Location, uri};

impl Files {
    /// From now on schemas may be named by their identifiers, as OpenAPI 3.1 has it.
    pub(crate) fn follow_identifiers(&mut self) {
        self.identifiers = Some(RefCell::default());
    }

    /// What is found before a change is not to be trusted after it.
    pub(super) fn forget_identifiers(&mut self) {
        if let Some(identifiers) = &mut self.identifiers {
            *identifiers.get_mut() = Identifiers::default();
        }
    }

    /// The resource that `place` is in: a schema with an `$id`, else the file
    /// (JSON Schema 2020-12 core §8.2.1).
    pub(crate) fn resource_of(&self, place: &Location) -> Location {
        match self.identifiers() {
            Some(identifiers) => identifiers.resource_of(place),
            None => Location::start_of(place.file),
        }
    }

    /// The resource that `address`, a reference without its fragment, names
    /// where it stands at `place`: one that says so itself, else a file, which
    /// is loaded now if it was not before.
    pub(crate) fn resource_at(&self, place: &Location, address: &str) -> Outcome<Location> {
        if address.is_empty() {
            return Ok(self.resource_of(place));
        }
        let identified = self
            .identifiers()
            .and_then(|identifiers| identifiers.resource_at(place, address));
        if let Some(resource) = identified {
            return Ok(resource);
        }
        let file = match self.mapped(place, address) {
            Some(file) => file,
            None => self.at_address(place.file, address)?,
        };
        Ok(Location::start_of(file))
    }

    /// The local copy of what a relative address means below a remote `$id` or `$self`.
    fn mapped(&self, place: &Location, address: &str) -> Option<FileId> {
        if uri::is_absolute(address) {
            return None;
        }
        let remote = {
            let identifiers = self.identifiers()?;
            let base = identifiers.uri_at(place);
            let is_remote = base.starts_with("http:") || base.starts_with("https:");
            is_remote.then(|| uri::resolve(base, address))?
        };
        self.policy.mapped(&remote)?;
        self.at_address(place.file, &remote).ok()
    }

    /// What the anchor names in the resource.
    pub(crate) fn anchor(&self, resource: &Location, name: &str) -> Option<Location> {
        self.identifiers()?.anchor(resource, name)
    }

    /// The schemas with a `$dynamicAnchor` of this name, in every file that has been loaded.
    pub(crate) fn dynamic_anchors(&self, name: &str) -> Vec<Location> {
        let identifiers = self.identifiers();
        identifiers
            .iter()
            .flat_map(|identifiers| identifiers.dynamic_anchors(name))
            .collect()
    }

    /// The anchor of the resource that is near to `name`.
    pub(crate) fn near_anchor(&self, resource: &Location, name: &str) -> Option<String> {
        let identifiers = self.identifiers()?;
        let anchors = identifiers.anchors(resource);
        nearest(name, anchors).map(str::to_owned)
    }

    /// Names that two schemas of one file have.
    pub(crate) fn clashing_identifiers(&self) -> Vec<Clash> {
        let identifiers = self.identifiers();
        identifiers
            .iter()
            .flat_map(|identifiers| identifiers.clashes().cloned())
            .collect()
    }

    /// The identifiers of every file that has been loaded.
    fn identifiers(&self) -> Option<Ref<'_, Identifiers>> {
        let identifiers = self.identifiers.as_ref()?;
        let loaded = self.sources.borrow().len();
        while identifiers.borrow().len() < loaded {
            let next = identifiers.borrow().next();
            let uri = self.uri_of(next);
            identifiers.borrow_mut().add(self.value(next), uri);
        }
        Some(identifiers.borrow())
    }

    /// The URI of the file itself, by its path. It is compared with others and never shown.
    fn uri_of(&self, file: FileId) -> String {
        let sources = self.sources.borrow();
        let name = sources.name(file);
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let folder = self.file(file).and_then(|file| file.folder.as_deref());
        let folder = folder.map(|folder| folder.to_string_lossy().replace('\\', "/"));
        let folder = folder.unwrap_or_default();
        format!("file:///{}/{name}", folder.trim_start_matches('/'))
    }
}
