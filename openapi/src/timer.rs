//! TIMER
use std::fs;
use std::time::Instant;
/// TIMER
#[derive(Debug)]
pub struct Timer(Instant, u64);
fn cpu() -> u64 { fs::read_to_string("/proc/thread-self/schedstat").ok().and_then(|t| t.split(' ').next().and_then(|n| n.parse().ok())).unwrap_or(0) }
impl Timer {
    /// TIMER
    pub fn new() -> Self { Self(Instant::now(), cpu()) }
    /// TIMER
    pub fn lap(&mut self, what: &str) {
        let now = cpu();
        if std::env::var_os("BT").is_some() { eprintln!("{what:>20} wall {:7.1} cpu {:7.1}", self.0.elapsed().as_secs_f64()*1e3, (now - self.1) as f64/1e6); }
        *self = Self(Instant::now(), cpu());
    }
}
