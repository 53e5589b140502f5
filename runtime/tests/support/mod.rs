//! A small API as the generator would emit it, and a transport that plays a script.

#![allow(dead_code, reason = "each test uses a part")]
#![deny(missing_docs)]

pub mod events;
pub mod scripted;
