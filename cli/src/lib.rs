//! What the command and the workspace's own tasks share: types of a description, compiled and run.

pub mod driver;
