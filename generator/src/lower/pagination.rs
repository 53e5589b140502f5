//! Operations whose result comes in pages, told by convention, for a
//! description has no words for it.
//!
//! A cursor: an optional query parameter of text, and in the page a text
//! property whose way there says `next` and ends in the parameter's name, such
//! as `paging.next.after` or `next_cursor`. Counting: an optional whole-number
//! query parameter `page`. The items: the only array among the page's properties.

use crate::api::{
    Api, Call, ItemList, Next, OutcomeBody, Pagination, Parameter, ParameterPlace, Shape, Step,
    Struct, TypeRef,
};
use crate::name::words;

/// How deep in a page a cursor is looked for.
const DEPTH: usize = 4;

/// Finds the pagination of every operation.
pub(super) fn find(api: &mut Api) {
    let mut found = Vec::new();
    for group in &api.groups {
        found.push(
            group
                .calls
                .iter()
                .map(|call| pagination_of(api, call))
                .collect::<Vec<_>>(),
        );
    }
    for (group, found) in api.groups.iter_mut().zip(found) {
        for (call, pagination) in group.calls.iter_mut().zip(found) {
            call.pagination = pagination;
        }
    }
}

fn pagination_of(api: &Api, call: &Call) -> Option<Pagination> {
    let [success] = call.successes.as_slice() else {
        return None;
    };
    let OutcomeBody::Value { shape, .. } = &success.body else {
        return None;
    };
    if call.method != "GET" {
        return None;
    }
    let items = items_of(api, shape);
    if let Some(next) = cursor_of(api, call, shape) {
        return Some(Pagination { next, items });
    }
    let parameter = call.parameters.iter().position(is_page_number)?;
    let open = matches!(
        api.resolve(&shape.reference),
        TypeRef::Json | TypeRef::JsonObject
    );
    (items.is_some() || open).then_some(Pagination {
        next: Next::PageNumber { parameter },
        items,
    })
}

fn is_page_number(parameter: &Parameter) -> bool {
    let name = words(&parameter.name.source);
    is_optional_query(parameter)
        && matches!(parameter.shape.reference, TypeRef::Number(number) if number.is_integer())
        && (name == ["page"] || name == ["page", "number"])
}

fn is_optional_query(parameter: &Parameter) -> bool {
    parameter.place == ParameterPlace::Query && !parameter.required && !parameter.nullable
}

fn cursor_of(api: &Api, call: &Call, page: &Shape) -> Option<Next> {
    let page = api.as_struct(&page.reference)?;
    let candidates = call.parameters.iter().enumerate().filter(|(_, parameter)| {
        is_optional_query(parameter) && parameter.shape.reference == TypeRef::String
    });
    let mut found = candidates.filter_map(|(parameter, described)| {
        let path = cursor_path(api, page, &words(&described.name.source))?;
        Some(Next::Cursor { parameter, path })
    });
    found.next()
}

/// The shortest way to a text property that says `next` and ends in `name`.
fn cursor_path(api: &Api, page: &Struct, name: &[String]) -> Option<Vec<Step>> {
    let mut seen: Vec<*const Struct> = vec![page];
    let mut level: Vec<(Vec<Step>, &Struct)> = vec![(Vec::new(), page)];
    for _ in 0..DEPTH {
        let mut deeper = Vec::new();
        for (path, structure) in level {
            for property in &structure.properties {
                let mut path = path.clone();
                path.push(Step {
                    property: property.name.source.clone(),
                    field: String::new(),
                    presence: property.presence,
                });
                if property.shape.reference == TypeRef::String && says_next(&path, name) {
                    return Some(path);
                }
                let inner = api.as_struct(&property.shape.reference);
                if let Some(inner) =
                    inner.filter(|inner| !seen.contains(&std::ptr::from_ref(*inner)))
                {
                    seen.push(inner);
                    deeper.push((path, inner));
                }
            }
        }
        level = deeper;
    }
    None
}

fn says_next(path: &[Step], name: &[String]) -> bool {
    let said: Vec<String> = path.iter().flat_map(|step| words(&step.property)).collect();
    said.ends_with(name) && said.iter().any(|word| word == "next")
}

fn items_of(api: &Api, page: &Shape) -> Option<ItemList> {
    if let TypeRef::Array(item) = api.resolve(&page.reference) {
        return Some(ItemList {
            step: None,
            item: item.reference.clone(),
        });
    }
    let structure = api.as_struct(&page.reference)?;
    let mut arrays = structure.properties.iter().filter_map(|property| {
        match api.resolve(&property.shape.reference) {
            TypeRef::Array(item) => Some((property, item)),
            _ => None,
        }
    });
    let (property, item) = arrays.next()?;
    if arrays.next().is_some() {
        return None;
    }
    let step = Step {
        property: property.name.source.clone(),
        field: String::new(),
        presence: property.presence,
    };
    Some(ItemList {
        step: Some(step),
        item: item.reference.clone(),
    })
}
