//! Reads lines of a type's index and a JSON text, and answers each with a line: `+` and what the
//! value is encoded as, `-` with the pointer and the message of its refusal, or `!` where a value
//! that was accepted cannot be encoded.

// A line of types, each with a property of the next, may be long.
#![recursion_limit = "1024"]

use std::io::{BufRead, Write};

use types::bindery;

mod table;

/// What is done with the text of one type.
type Asked = fn(&str) -> String;

fn main() {
    // A thread has less stack than the process begins with, and servers work on threads.
    let asked = std::thread::spawn(answer_all).join();
    if asked.is_err() {
        std::process::exit(101);
    }
}

fn answer_all() {
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else { return };
        let (index, text) = line.split_once('\t').unwrap_or((&line, ""));
        let asked = index.parse().ok().and_then(|index: usize| table::TABLE.get(index));
        let answer = asked.map_or_else(|| "! no such type".to_owned(), |asked| asked(text));
        let written = output.write_all(answer.as_bytes());
        if written.and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()).is_err() {
            return;
        }
    }
}

fn asked<T: bindery::Model>(text: &str) -> String {
    match bindery::decode::<T>(text.as_bytes()) {
        Ok(value) => match bindery::serde_json::to_string(&value) {
            Ok(text) => format!("+{text}"),
            Err(error) => format!("!{}", in_line(&error.to_string())),
        },
        Err(error) => refused(error.pointer(), error.message()),
    }
}

fn refused(pointer: &str, message: &str) -> String {
    format!("-{}\t{}", in_line(pointer), in_line(message))
}

/// A text as JSON, which has no line breaks.
fn in_line(text: &str) -> String {
    bindery::Json::from(text).to_string()
}
