//! Calls whose answers come in pages.

use proc_macro2::Literal;
use quote::quote;

use super::{example, layout, types};
use crate::rust::{Access, Api, Operation, Package, PageStyle, Pages, Presence, Step};

/// The macro call that gives the call `pages` and `items`. rustfmt leaves alone what stands in its braces,
/// so it is laid out here to the same width.
pub(super) fn render(package: &Package, api: &Api, operation: &Operation) -> Option<String> {
    let pages = operation.pages.as_ref()?;
    let mut lines = vec!["docwright_runtime::pages! {".to_owned()];
    let mut docs = vec!["The items of all pages, beginning with the page that this call asks for.".to_owned()];
    docs.extend(example::render_items(package, api, operation));
    lines.extend(docs.iter().map(|line| format!("    /// {line}").trim_end().to_owned()));
    let models = quote!(models::);
    let (page, item) = (types::text(&operation.output, &models), types::text(&pages.item, &models));
    lines.push(format!("    {}: {page} => {item},", operation.call));
    lines.extend(layout::chain(&style(pages), &rules(pages), 4));
    lines.push("}".to_owned());
    Some(lines.join("\n"))
}

/// `.size("limit")`, and what else is known.
fn rules(pages: &Pages) -> Vec<String> {
    let first = pages.first.iter().map(|first| format!(".first({first})"));
    let size = pages.size.iter().map(|size| format!(".size({})", Literal::string(size)));
    let values = pages.values.iter().map(|(method, access)| format!(".{method}({})", value(access)));
    first.chain(size).chain(values).collect()
}

/// `cursor("after", |page| rt::text(&page.next), |page| Some(&mut page.data))`
fn style(pages: &Pages) -> String {
    let items = items(&pages.items);
    match &pages.style {
        PageStyle::Page(parameter) => format!("page({}, {items})", Literal::string(parameter)),
        PageStyle::Offset(parameter) => format!("offset({}, {items})", Literal::string(parameter)),
        PageStyle::Cursor(parameter, next) => {
            format!("cursor({}, {}, {items})", Literal::string(parameter), value(next))
        }
        PageStyle::Link(next) => format!("link({}, {items})", value(next)),
    }
}

/// `|page| page.meta.as_mut()?.data.as_mut()`
fn items(access: &Access) -> String {
    let Some((last, before)) = access.steps.split_last() else {
        return if access.is_nullable { "|page| page.as_mut()" } else { "rt::whole" }.to_owned();
    };
    let way = way(access.is_nullable, before, &Reading { option: "as_mut", field: "as_option_mut", get: "get_mut" });
    match last {
        Step::Field(field, Presence::Required) => format!("|page| Some(&mut {way}.{field})"),
        Step::Field(field, Presence::OptionalNullable) => format!("|page| {way}.{field}.as_option_mut()"),
        Step::Field(field, _) => format!("|page| {way}.{field}.as_mut()"),
        Step::Key(name) => format!("|page| {way}.get_mut({})", Literal::string(name)),
    }
}

/// `|page| rt::text(&page.meta.as_ref()?.next)`
fn value(access: &Access) -> String {
    let reading = Reading { option: "as_ref", field: "as_option", get: "get" };
    match access.steps.split_last() {
        None => "rt::text".to_owned(),
        Some((Step::Field(field, _), before)) => {
            format!("|page| rt::text(&{}.{field})", way(access.is_nullable, before, &reading))
        }
        Some((Step::Key(name), before)) => {
            let way = way(access.is_nullable, before, &reading);
            format!("|page| rt::text({way}.get({})?)", Literal::string(name))
        }
    }
}

/// The methods that lead into a value without taking it.
struct Reading {
    option: &'static str,
    field: &'static str,
    get: &'static str,
}

/// `page.meta.as_ref()?`
fn way(is_nullable: bool, steps: &[Step], reading: &Reading) -> String {
    let Reading { option, field: of_field, get } = reading;
    let start = if is_nullable { format!("page.{option}()?") } else { "page".to_owned() };
    steps.iter().fold(start, |way, step| match step {
        Step::Field(field, Presence::Required) => format!("{way}.{field}"),
        Step::Field(field, Presence::OptionalNullable) => format!("{way}.{field}.{of_field}()?"),
        Step::Field(field, _) => format!("{way}.{field}.{option}()?"),
        Step::Key(name) => format!("{way}.{get}({})?", Literal::string(name)),
    })
}
