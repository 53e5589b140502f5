//! Says that a format is another one in another spelling: the type is then not the one that is meant.

use bindery_openapi::Diagnostic;

use super::Lowering;
use super::view::View;
use crate::codes;

impl Lowering<'_> {
    /// Says of each format that is not known which one is spelt almost so. Any other is an annotation, as descriptions
    /// may have (JSON Schema 2020-12 validation §7.2.3).
    pub(super) fn report_misspelt_format(&mut self, view: &View<'_>) {
        for format in &view.formats {
            self.report_misspelt(view, format);
        }
    }

    fn report_misspelt(&mut self, view: &View<'_>, format: &str) {
        let types = view.types.unwrap_or_default();
        let Some((known, is_word)) = types
            .iter()
            .find_map(|json_type| self.scalars.misspelt(json_type, format))
        else {
            return;
        };
        let mut schemas = view.sources.iter().map(|id| self.document.schema(*id));
        let Some(schema) = schemas.find(|schema| schema.format.as_deref() == Some(format)) else {
            return;
        };
        let location = schema.location.key("format");
        if !self.told_formats.insert(location.clone()) {
            return;
        }
        let message = format!("`{format}` is no known format; nothing is made of it");
        let hint = if is_word {
            let rule = format!("`{format} = \"{known}\"` under `[formats]` in `bindery.toml`");
            format!("did you mean `{known}`? Where the description is not yours: {rule}")
        } else {
            format!("did you mean `{known}`?")
        };
        let diagnostic = Diagnostic::warning(codes::MISSPELT_FORMAT, location, message);
        self.report.push(diagnostic.hint(hint));
    }
}
