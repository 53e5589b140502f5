//! What is generated, and what is said of a description that cannot be: a folder a case.

use std::fmt::Write;
use std::path::Path;

use bindery_build::Builder;
use bindery_openapi::RenderStyle;

#[test]
fn accepted_descriptions_generate_what_their_snapshots_show() {
    insta::glob!("accept/*/spec.json", |path| {
        let name = case(path);
        let text = std::fs::read_to_string(path).expect("the case can be read");
        let mut builder = Builder::new().spec_text(format!("{name}.json"), text);
        let config = path.with_file_name("bindery.toml");
        if config.exists() {
            builder = builder.config_file(config);
        }
        let generation = builder.generate().expect("all files are there");
        let findings = generation.render(RenderStyle::Plain);
        assert!(
            !generation.has_errors(),
            "{name} is not accepted:\n{findings}"
        );
        let mut shown = String::new();
        if !findings.is_empty() {
            writeln!(shown, "==> findings\n{findings}").expect("a string takes all");
        }
        for file in generation
            .files
            .iter()
            .filter(|file| is_of_interest(&file.path, &name))
        {
            writeln!(shown, "==> {}\n{}", file.path, file.text).expect("a string takes all");
        }
        in_its_folder(path, || insta::assert_snapshot!("generated", shown));
    });
}

#[test]
fn descriptions_of_several_files_have_one_type_for_each_schema() {
    insta::glob!("several/*", |folder| {
        let name = case(&folder.join("root"));
        let generation = Builder::new()
            .spec(folder.join(&name).with_extension("json"))
            .generate()
            .expect("nothing is written");
        let findings = generation.render(RenderStyle::Plain);
        assert!(findings.is_empty(), "{name}:\n{findings}");
        let mut shown = String::new();
        for file in generation
            .files
            .iter()
            .filter(|file| is_of_interest(&file.path, &name))
        {
            writeln!(shown, "==> {}\n{}", file.path, file.text).expect("a string takes all");
        }
        in_its_folder(&folder.join("root"), || {
            insta::assert_snapshot!("generated", shown);
        });
    });
}

#[test]
fn rejected_descriptions_are_told_what_is_wrong_and_where() {
    insta::glob!("reject/*/spec.json", |path| {
        let text = std::fs::read_to_string(path).expect("the case can be read");
        let generation = Builder::new()
            .spec_text("spec.json", text)
            .generate()
            .expect("nothing is read from disk");
        assert!(generation.has_errors(), "{} is not rejected", case(path));
        let findings = generation.render(RenderStyle::Plain);
        in_its_folder(path, || insta::assert_snapshot!("diagnostics", findings));
    });
}

/// The client is the same wherever there are no credentials and no servers; so is the library.
fn is_of_interest(path: &str, name: &str) -> bool {
    let shows_client = [
        "security",
        "servers",
        "operation_servers",
        "relative_server",
        "hostile_text",
    ]
    .contains(&name);
    path != "mod.rs"
        && !path.ends_with("types/mod.rs")
        && (shows_client || !path.ends_with("client.rs"))
}

fn case(path: &Path) -> String {
    let folder = path.parent().and_then(Path::file_name);
    folder
        .expect("a case is a folder")
        .to_string_lossy()
        .into_owned()
}

/// A snapshot stands beside the description it belongs to.
fn in_its_folder(path: &Path, assertion: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().expect("a case is a folder"));
    settings.set_prepend_module_to_snapshot(false);
    settings.remove_snapshot_suffix();
    settings.remove_input_file();
    settings.set_omit_expression(true);
    settings.bind(assertion);
}
