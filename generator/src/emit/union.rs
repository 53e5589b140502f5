//! Types that are one of several.

use quote::quote;

use super::Emitter;
use super::docs::{code, docs};
use super::reference::ident;
use super::table::{Item, list, literal};
use super::types::item_head;
use crate::api::{Decision, Rule, TypeItem, Union};

impl Emitter<'_> {
    /// A union and its implementations.
    pub(super) fn emit_union(&self, item: &TypeItem, union: &Union) -> Vec<Item> {
        let name = ident(&item.rust);
        let head = item_head(item, &[]);
        let variants = union.variants.iter().map(|variant| {
            let docs = docs(&[variant_docs(&variant.name.source, &variant.name.rust)]);
            let name = ident(&variant.name.rust);
            let holds = self.emit_reference(&variant.shape.reference, item.home);
            quote!(#docs #name(#holds),)
        });
        let unknown = unknown_of(union);
        let unknown_variant = unknown.map(|unknown| {
            let unknown = ident(unknown);
            let said = match union.decision {
                Decision::Hint { .. } => {
                    " A value that names none of these, or is not what it names."
                }
                Decision::Discriminator { .. } | Decision::Rules(_) => {
                    " A value whose discriminator the description does not name."
                }
            };
            quote! {
                #[doc = #said]
                #unknown(bindery::Json),
            }
        });
        let definition = quote! {
            #head
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name {
                #(#variants)*
                #unknown_variant
            }
        };
        let names: Vec<String> = union
            .variants
            .iter()
            .map(|variant| variant.name.rust.clone())
            .collect();
        let otherwise = unknown.map(|unknown| format!(" else {unknown}"));
        let after = format!(
            "{}, by {}{}",
            otherwise.unwrap_or_default(),
            spell_decision(&union.decision),
            self.spelling(item.home).spell_checks(&union.constraints)
        );
        vec![definition.into(), list("union", &item.rust, &names, &after)]
    }
}

/// What the description calls a variant, where Rust calls it otherwise.
fn variant_docs(source: &str, rust: &str) -> String {
    if source == rust {
        String::new()
    } else {
        code(source)
    }
}

/// The variant for a discriminator's unknown values.
fn unknown_of(union: &Union) -> Option<&str> {
    match union.decision {
        Decision::Discriminator { .. } | Decision::Hint { .. } => Some(&union.unknown),
        Decision::Rules(_) => None,
    }
}

fn spell_decision(decision: &Decision) -> String {
    match decision {
        Decision::Discriminator { property, values } => {
            spell_values("Discriminator", property, values)
        }
        Decision::Hint { property, values } => spell_values("Hint", property, values),
        Decision::Rules(rules) => {
            let rules: Vec<String> = rules.iter().map(spell_rule).collect();
            format!(
                "bindery::Variants::Decide(&[\n    {},\n])",
                rules.join(",\n    ")
            )
        }
    }
}

fn spell_rule(rule: &Rule) -> String {
    match rule {
        Rule::Type(json_type) => {
            let name = heck::ToUpperCamelCase::to_upper_camel_case(json_type.as_str());
            format!("bindery::Decide::Type(bindery::JsonType::{name})")
        }
        Rule::Property(property) => format!("bindery::Decide::Property({})", literal(property)),
        Rule::Trial => "bindery::Decide::Trial".to_owned(),
    }
}

fn spell_values(kind: &str, property: &str, values: &[(String, usize)]) -> String {
    let property = literal(property);
    let rows = values
        .iter()
        .map(|(value, index)| format!("        ({}, {index}),\n", literal(value)));
    format!(
        "bindery::Variants::{kind} {{\n    property: {property},\n    values: &[\n{}    ],\n}}",
        rows.collect::<String>()
    )
}
