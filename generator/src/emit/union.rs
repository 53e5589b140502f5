//! Types that are one of several.

use bindery_openapi::document::JsonType;
use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::docs::{code, docs};
use super::reference::ident;
use super::table::{Item, list, literal};
use super::types::item_head;
use crate::api::{Decision, Rule, TypeItem, Union, UnionVariant};

/// What a union says of variants with two fields.
const OTHERS: &str = "Beside a struct stands what it does not name, and another variant may.";

impl Emitter<'_> {
    /// A union and its implementations.
    pub(super) fn emit_union(&self, item: &TypeItem, union: &Union) -> Vec<Item> {
        let name = ident(&item.rust);
        let keeps_others = union.variants.iter().any(|it| self.api.keeps_others(it));
        let said = keeps_others.then(|| OTHERS.to_owned());
        let head = item_head(item, said.as_slice());
        let variants = union.variants.iter();
        let variants = variants.map(|variant| self.emit_union_variant(item, variant));
        let unknown = unknown_of(union).map(|unknown| emit_unknown(unknown, &union.decision));
        let definition = quote! {
            #head
            #[derive(Clone, Debug, PartialEq)]
            pub enum #name {
                #(#variants)*
                #unknown
            }
        };
        vec![definition.into(), self.list_variants(item, union)]
    }

    fn emit_union_variant(&self, item: &TypeItem, variant: &UnionVariant) -> TokenStream {
        let docs = docs(&[variant_docs(&variant.name.source, &variant.name.rust)]);
        let name = ident(&variant.name.rust);
        let holds = self.emit_reference(&variant.shape.reference, item.home);
        if self.api.keeps_others(variant) {
            return quote!(#docs #name(#holds, bindery::JsonObject),);
        }
        quote!(#docs #name(#holds),)
    }

    /// The list that the runtime makes the implementations of.
    fn list_variants(&self, item: &TypeItem, union: &Union) -> Item {
        let spelling = self.spelling(item.home);
        let rows = union.variants.iter().map(|variant| {
            let checks = spelling.spell_bracketed(&variant.shape.constraints);
            let keeps_others = self.api.keeps_others(variant);
            let others = if keeps_others { " + others" } else { "" };
            format!("{}{others}{checks}", variant.name.rust)
        });
        let rows: Vec<String> = rows.collect();
        let otherwise = unknown_of(union).map(|unknown| format!(" else {unknown}"));
        let after = format!(
            "{}, by {}{}",
            otherwise.unwrap_or_default(),
            spell_decision(&union.decision),
            spelling.spell_checks(&union.constraints)
        );
        list("union", &item.rust, &rows, &after)
    }
}

/// The variant for values that are of no other.
fn emit_unknown(unknown: &str, decision: &Decision) -> TokenStream {
    let unknown = ident(unknown);
    let said = match decision {
        Decision::Hint { .. } => " A value that names none of these, or is not what it names.",
        Decision::Discriminator { .. } | Decision::Named { .. } | Decision::Rules { .. } => {
            " A value whose discriminator the description does not name."
        }
    };
    quote! {
        #[doc = #said]
        #unknown(bindery::Json),
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
        Decision::Discriminator { .. } | Decision::Named { .. } | Decision::Hint { .. } => {
            Some(&union.unknown)
        }
        Decision::Rules { .. } => None,
    }
}

fn spell_decision(decision: &Decision) -> String {
    match decision {
        Decision::Discriminator {
            property,
            values,
            default,
        } => {
            let or = if default.is_some() { "Or" } else { "" };
            let last = default.map(|index| format!("default: {index}"));
            spell_values(&format!("Discriminator{or}"), property, values, last)
        }
        Decision::Hint { property, values } => spell_values("Hint", property, values, None),
        Decision::Named {
            property,
            values,
            exactly_one,
        } => {
            let last = format!("exactly_one: {exactly_one}");
            spell_values("Named", property, values, Some(last))
        }
        Decision::Rules { rules, exactly_one } => {
            let rules: Vec<String> = rules.iter().map(spell_rule).collect();
            let kind = if *exactly_one { "ExactlyOne" } else { "Decide" };
            format!(
                "bindery::Variants::{kind}(&[\n    {},\n])",
                rules.join(",\n    ")
            )
        }
    }
}

fn spell_rule(rule: &Rule) -> String {
    match rule {
        Rule::Type(json_type) => format!("bindery::Decide::Type({})", spell_type(*json_type)),
        Rule::TypeBut(types) => {
            let types: Vec<String> = types.iter().copied().map(spell_type).collect();
            format!("bindery::Decide::TypeBut(&[{}])", types.join(", "))
        }
        Rule::Constant(property, value) => format!(
            "bindery::Decide::Constant {{ property: {}, value: {} }}",
            literal(property),
            literal(&value.to_string())
        ),
        Rule::Property(property) => format!("bindery::Decide::Property({})", literal(property)),
        Rule::Trial => "bindery::Decide::Trial".to_owned(),
    }
}

fn spell_values(
    kind: &str,
    property: &str,
    values: &[(String, usize)],
    last: Option<String>,
) -> String {
    let property = literal(property);
    let last = last.map(|last| format!("    {last},\n"));
    let last = last.unwrap_or_default();
    let rows = values
        .iter()
        .map(|(value, index)| format!("        ({}, {index}),\n", literal(value)));
    format!(
        "bindery::Variants::{kind} {{\n    property: {property},\n    values: &[\n{}    ],\n{last}}}",
        rows.collect::<String>()
    )
}

fn spell_type(json_type: JsonType) -> String {
    let name = heck::ToUpperCamelCase::to_upper_camel_case(json_type.as_str());
    format!("bindery::JsonType::{name}")
}
