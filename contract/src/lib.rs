//! Tests both sides of an OpenAPI description, from the description alone.
//!
//! ```text
//! Document ──judge──▶ is this value what the schema says?
//!          ──instance▶ values that are, and values that just are not
//!          ──server──▶ an HTTP server that keeps the contract and notes who breaks it
//! ```
//!
//! Nothing here knows what the generator makes of a description: these three
//! parts are what generated code is judged by. [`Judge`] turns any schema of a
//! [`Document`](bindery_openapi::Document) into JSON Schema 2020-12 and asks an
//! independent validator. [`Instances`] draws values from a [`Tape`] of
//! choices, so that each can be made again and shrunk. [`Server`] answers on
//! the loopback interface with such values and records every [`Exchange`].
//!
//! ```
//! use bindery_contract::{Instances, Judge, Tape};
//!
//! let description = r#"{
//!     "openapi": "3.0.3",
//!     "info": {"title": "Zoo", "version": "1"},
//!     "paths": {},
//!     "components": {"schemas": {"Name": {"type": "string", "maxLength": 5}}}
//! }"#;
//! let document = bindery_openapi::read_text("zoo.json", description)
//!     .document
//!     .expect("the description has no error");
//! let name = document.components.schemas[0].schema;
//!
//! let instances = Instances::new(Judge::new(document));
//! let mut tape = Tape::from_seed(7);
//! let valid = instances.valid(name, &mut tape)?;
//! assert!(instances.judge().is_valid(name, &valid));
//!
//! let mutant = instances.invalid(name, &mut tape)?;
//! assert!(!instances.judge().is_valid(name, &mutant.value), "{}", mutant.mutation);
//! # Ok::<(), bindery_contract::CannotMake>(())
//! ```

mod graph;
pub mod instance;
pub mod judge;
pub mod server;

pub use instance::{CannotMake, InstanceOptions, Instances, Mutant, Tape, UnknownProperties};
pub use judge::{Interpretation, Judge, Unjudgeable, Violation, same_instant};
pub use server::{
    Answer, Credential, Exchange, Finding, FindingKind, ReceivedRequest, Reply, Server,
    ServerOptions,
};
