//! Takes schemas into a view, one after the other: what each says for itself.

use std::cell::LazyCell;

use bindery_openapi::Document;
use bindery_openapi::document::{
    ArrayKeywords, JsonType, JsonTypes, ObjectKeywords, Schema, SchemaId, StringKeywords,
    TypesTogether,
};
use serde_json::Value;

use super::array::ListView;
use super::budget::MAX_SCHEMAS;
use super::seen::Seen;
use super::values;
use super::view::View;
use crate::config::Reading;

impl<'d> View<'d> {
    /// All that the schemas say, each for itself.
    pub(super) fn gathered(document: &'d Document, reading: Reading, ids: &[SchemaId]) -> Self {
        let mut view = Self {
            reading,
            roots: ids.to_vec(),
            ..Self::default()
        };
        let mut seen = Seen::default();
        for root in ids {
            let together = LazyCell::new(|| document.types_together(*root));
            let mut pending = vec![*root];
            while let Some(id) = pending.pop() {
                if !seen.insert(id) {
                    continue;
                }
                if seen.len() > MAX_SCHEMAS {
                    return Self::of_anything(reading, ids);
                }
                view.take(document, id, *root, &together);
                let schema = document.schema(id);
                pending.extend(schema.all_of.iter().rev());
                pending.extend(schema.reference);
            }
        }
        view.take_meant_types(document);
        view
    }

    /// Takes in what one schema says as a part of another.
    fn take<F: FnOnce() -> TypesTogether>(
        &mut self,
        document: &'d Document,
        id: SchemaId,
        root: SchemaId,
        together: &LazyCell<TypesTogether, F>,
    ) {
        self.sources.push(id);
        self.take_keywords(document.schema(id), root);
        self.take_format(document, id, root);
        self.take_listed(document, id, together);
        self.take_unions(document, id);
        self.take_types(document, id);
    }

    fn take_keywords(&mut self, schema: &'d Schema, root: SchemaId) {
        self.never |= schema.never;
        if let Some(keywords) = schema.number.as_deref() {
            self.bounds.take(keywords);
        }
        if let Some(keywords) = schema.string.as_deref() {
            self.take_string(keywords);
        }
        if let Some(keywords) = schema.array.as_deref() {
            self.take_array(keywords);
        }
        if let Some(keywords) = schema.object.as_deref() {
            self.take_object(keywords, root);
        }
    }

    fn take_format(&mut self, document: &'d Document, id: SchemaId, root: SchemaId) {
        let Some(format) = self.reading.format(document, id) else {
            return;
        };
        let types = document.schema(id).types;
        let meant = || document.stated_types(root).unwrap_or_default();
        let types = match self.reading {
            Reading::Lenient if types.is_empty() => meant(),
            Reading::Lenient | Reading::Strict => types,
        };
        if !self.formats.contains(&format) {
            self.formats.push(format);
        }
        if types.contains(JsonType::Integer) && !self.integer_formats.contains(&format) {
            self.integer_formats.push(format);
        }
    }

    fn take_types(&mut self, document: &Document, id: SchemaId) {
        if !self.is_strict() && document.overriding_types(id).is_some() {
            self.passed_over = Some("type");
            return;
        }
        self.narrow_to(document.schema(id).types);
    }

    /// Takes in the types that are meant by schemas where none is stated.
    fn take_meant_types(&mut self, document: &Document) {
        if self.is_strict() || !self.speaks_of_objects && !self.speaks_of_arrays {
            return;
        }
        let untyped = self.roots.clone();
        let untyped = untyped.iter().filter(|id| !document.states_type(**id));
        for part in untyped.flat_map(|id| document.composed(*id)) {
            self.narrow_to(document.meant_types(part));
        }
    }

    /// Admits only values of these types, where there are any.
    fn narrow_to(&mut self, types: JsonTypes) {
        if types.is_empty() {
            return;
        }
        self.types = Some(match self.types {
            None => types,
            Some(ours) => values::types_in_both(ours, types),
        });
        if self.types.is_some_and(JsonTypes::is_empty) {
            self.contradict("type");
        }
    }

    fn take_listed<F: FnOnce() -> TypesTogether>(
        &mut self,
        document: &'d Document,
        id: SchemaId,
        together: &LazyCell<TypesTogether, F>,
    ) {
        let schema = document.schema(id);
        // An empty list admits nothing; it stands where a tool found no values to list.
        let (values, constant) = match self.reading {
            Reading::Strict => (schema.enumeration.as_deref(), schema.constant.as_ref()),
            Reading::Lenient => (document.meant_values(id), document.meant_constant(id)),
        };
        let lists_any = values.is_some() || constant.is_some();
        if lists_any && !self.is_strict() && document.is_misspelt(id, together) {
            return;
        }
        if let Some(values) = values {
            self.take_values(values.iter().collect());
        }
        if let Some(constant) = constant {
            self.take_values(vec![constant]);
        }
    }

    pub(super) fn take_values(&mut self, values: Vec<&'d Value>) {
        self.values = Some(match self.values.take() {
            None => values,
            Some(ours) => values::in_both(ours, &values),
        });
    }

    fn take_string(&mut self, keywords: &'d StringKeywords) {
        self.min_length = larger(self.min_length, keywords.min_length);
        self.max_length = smaller(self.max_length, keywords.max_length);
        self.patterns.extend(keywords.pattern.as_deref());
        let encoding = keywords.content_encoding.as_deref();
        self.content_encoding = self.content_encoding.or(encoding);
        let media_type = keywords.content_media_type.as_deref();
        self.content_media_type = self.content_media_type.or(media_type);
    }

    fn take_array(&mut self, keywords: &'d ArrayKeywords) {
        self.speaks_of_arrays = true;
        if keywords.items.is_some() || !keywords.prefix_items.is_empty() {
            self.lists.push(ListView {
                prefix: &keywords.prefix_items,
                rest: keywords.items,
            });
        }
        self.min_items = larger(self.min_items, keywords.min_items);
        self.max_items = smaller(self.max_items, keywords.max_items);
        self.unique_items |= keywords.unique_items;
    }

    fn take_object(&mut self, keywords: &'d ObjectKeywords, root: SchemaId) {
        self.speaks_of_objects = true;
        self.objects.push((root, keywords));
        for property in &keywords.properties {
            self.properties
                .entry(&property.name)
                .or_default()
                .push(property.schema);
        }
        for name in &keywords.required {
            self.required.insert(name);
        }
        self.min_properties = larger(self.min_properties, keywords.min_properties);
        self.max_properties = smaller(self.max_properties, keywords.max_properties);
    }
}

pub(super) fn larger<T: PartialOrd>(left: Option<T>, right: Option<T>) -> Option<T> {
    match (left, right) {
        (Some(left), Some(right)) => Some(if right > left { right } else { left }),
        (left, right) => left.or(right),
    }
}

pub(super) fn smaller<T: PartialOrd>(left: Option<T>, right: Option<T>) -> Option<T> {
    match (left, right) {
        (Some(left), Some(right)) => Some(if right < left { right } else { left }),
        (left, right) => left.or(right),
    }
}
