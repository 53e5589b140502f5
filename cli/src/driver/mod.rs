//! Generated types as a program that is asked what it makes of a JSON text.
//!
//! ```text
//! files ──package──▶ two crates ──compile──▶ Program ──start──▶ Driver ──ask──▶ Answer
//! ```
//!
//! A crate of the generated types and a crate of the program, which holds a table of them. The
//! program runs as a process of its own: one that crashes or hangs is an answer, too.

mod answer;
mod compile;
mod exact;
mod interrupt;
mod package;
mod process;

pub use answer::Answer;
pub use compile::{CompileError, Program, SAID};
pub use exact::Exact;
pub use interrupt::Interrupt;
pub use package::{Package, runtime};
pub use process::Driver;
