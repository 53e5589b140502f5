//! What README.md shows of values is what they do.

#[test]
fn values_are_written_and_read_as_the_readme_says() -> Result<(), Box<dyn std::error::Error>> {
    use event_apis::bindery::{Validate, decode, serde_json};
    use event_apis::whaly::types::CreateObjectEventDtoSource as Source;

    let text = serde_json::to_string(&Source::Manual)?; // as it is sent: "manual"
    let read: Source = serde_json::from_str(r#""fax""#)?; // as a client reads: Source::Unknown("fax")
    let wrong = read.validate().unwrap_err(); // what a value breaks, when you ask: one violation
    let refused = decode::<Source>(br#""fax""#).unwrap_err(); // strictly: parsed, then checked

    assert_eq!(text, r#""manual""#);
    assert_eq!(read, Source::Unknown("fax".to_owned()));
    assert_eq!(wrong.len(), 1);
    assert_eq!(refused.violations(), Some(&wrong));
    assert!(is_shown(&[
        "let text",
        "let read",
        "let wrong",
        "let refused"
    ]));
    Ok(())
}

/// Whether the lines of this file that begin so stand in the README.
fn is_shown(beginnings: &[&str]) -> bool {
    let readme: Vec<&str> = include_str!("../README.md").lines().collect();
    beginnings.iter().all(|beginning| {
        let mut lines = include_str!("readme.rs").lines().map(str::trim);
        let line = lines.find(|line| line.starts_with(beginning));
        line.is_some_and(|line| readme.contains(&line))
    })
}
