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

mod graph;
pub mod instance;
pub mod judge;
pub mod server;

pub use instance::{CannotMake, InstanceOptions, Instances, Mutant, Tape, UnknownProperties};
pub use judge::{Interpretation, Judge, Unjudgeable, Violation};
pub use server::{
    Answer, Credential, Exchange, Finding, FindingKind, ReceivedRequest, Reply, Server,
    ServerOptions,
};
