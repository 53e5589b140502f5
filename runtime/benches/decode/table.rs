//! The table of ratios. Where the memory of a process happens to lie makes a difference of some percent, so that several
//! processes measure, one after the other, and the middle of what they tell is shown, with the least and the most.

use std::{
    env,
    process::{Command, Stdio},
};

/// How many processes measure.
const PROCESSES: usize = 9;

/// What such a process is told to do.
const MEASURE: &str = "--measure";

/// How fast one kind of object is read, decoded and written, where serde is 1.
pub struct Speeds {
    pub name: &'static str,
    pub read: f64,
    pub decode: f64,
    pub write: f64,
}

/// Prints the table, or what this process has to tell for it.
pub fn print(measure: impl Fn() -> Vec<Speeds>) {
    if env::args().any(|argument| argument == MEASURE) {
        for speeds in measure() {
            println!(
                "{}:{}:{}:{}",
                speeds.name, speeds.read, speeds.decode, speeds.write
            );
        }
        return;
    }
    let tables: Vec<String> = (0..PROCESSES).map(|_| told()).collect();
    println!(
        "| speed where serde is 1 | from_slice          | bindery::decode     | to_vec              |"
    );
    println!(
        "| ---------------------- | ------------------- | ------------------- | ------------------- |"
    );
    let mut tables: Vec<_> = tables.iter().map(|table| table.lines()).collect();
    while let Some(rows) = tables
        .iter_mut()
        .map(Iterator::next)
        .collect::<Option<Vec<_>>>()
    {
        print_row(&rows);
    }
}

/// What another process measures.
fn told() -> String {
    let program = env::current_exe().expect("this is a program");
    let output = Command::new(program)
        .args(["--table", MEASURE])
        .stderr(Stdio::inherit())
        .output()
        .expect("this program runs");
    assert!(output.status.success(), "a process that measured failed");
    String::from_utf8(output.stdout).expect("it prints text")
}

/// Prints what all processes measured of one kind of object.
fn print_row(rows: &[&str]) {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(':').collect()).collect();
    print!("| {:<22} |", rows[0][0]);
    for column in 1..rows[0].len() {
        let mut ratios: Vec<f64> = rows
            .iter()
            .map(|row| row[column].parse().expect("it is a number"))
            .collect();
        ratios.sort_by(f64::total_cmp);
        let [least, middle, most] = [0, PROCESSES / 2, PROCESSES - 1].map(|at| ratios[at]);
        print!(" {middle:.2} ({least:.2} to {most:.2}) |");
    }
    println!();
}
