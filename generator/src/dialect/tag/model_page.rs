//! Model pages of TAG.

use super::schema::{Headings, Scope};
use crate::api::{NamedSchema, Origin};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::Reader;
use crate::dialect::python::check_model_end;
use crate::dialect::text::{is_name, unescape};
use crate::markdown::Document;

/// Reads the page of one model.
pub(in crate::dialect) fn read_model_page(document: &Document<'_>, reader: &mut Reader) {
    let Some(at) = document.sections.iter().position(|section| section.level == 1) else {
        reader.report.push(
            Diagnostic::new(
                Code::BadName,
                crate::dialect::first_line(document),
                "this model page does not name its model",
            )
            .label("expected `# package.models.module.Name`"),
        );
        return;
    };
    check_model_end(document, reader);
    let heading = &document.sections[at];
    let name = unescape(heading.title.rsplit('.').next().unwrap_or("")).trim().to_owned();
    if !is_name(&name) {
        reader.report.push(
            Diagnostic::new(Code::BadName, heading.heading, "this heading does not name a model")
                .label("expected `# package.models.module.Name`"),
        );
        return;
    }
    let headings = Headings::of(&document.sections);
    let block = Scope::new(&document.sections, &headings).read_block(at, &name, reader);
    // Where a model has no further heading, its table and the closing links stand below this one.
    let above = heading.prose().take_while(|block| !block.text.starts_with("[[Back to"));
    let text: Vec<&str> = above.map(|block| block.text.trim()).filter(|text| !text.is_empty()).collect();
    let schema = NamedSchema {
        name,
        description: text.join("\n\n").replace("\r\n", "\n"),
        discriminator: None,
        nullable: block.nullable,
        shape: block.shape,
        origin: Origin::Stated { span: heading.heading },
    };
    reader.add_model(schema, block.parts);
}
