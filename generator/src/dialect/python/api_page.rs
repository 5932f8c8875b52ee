//! API pages of LEG, PRI and NXT.

use std::collections::{BTreeMap, BTreeSet};

use super::{parameters, responses};
use crate::api::{Content, Fact, Operation, RequestBody};
use crate::diagnostic::{Code, Diagnostic};
use crate::dialect::example::Example;
use crate::dialect::operation::{
    Group, check_all_described, groups, listed, operation_id, prose, read_example, read_security,
};
use crate::dialect::page::tag;
use crate::dialect::summary::{Listed, Summary, read_page_head};
use crate::dialect::{Family, Reader};
use crate::markdown::Document;

/// Reads every operation of a page.
pub(in crate::dialect) fn read_api_page(document: &Document<'_>, family: Family, reader: &mut Reader) {
    let summary: Summary = read_page_head(document, reader);
    let groups = groups(document, &summary);
    let tag = tag(document, reader);
    let mut before = summary.span;
    for group in &groups {
        let example = read_example(group, reader);
        group.check_end(reader);
        if let Some(listed) = listed(group, &summary, &mut before, reader) {
            let operation = read_operation(group, &listed, &tag, family, &example, reader);
            reader.add_operation(operation);
        }
    }
    check_all_described(document, &groups, &summary, reader);
}

fn read_operation(
    group: &Group<'_, '_>,
    listed: &Listed,
    tag: &Fact<String>,
    family: Family,
    example: &Example,
    reader: &mut Reader,
) -> Operation {
    let mut parameters = parameters::read(group, family, &example.arguments, reader);
    for parameter in &mut parameters {
        if let Some(wire_name) = example.wire_name(&parameter.name, family) {
            parameter.wire_name.offer(wire_name.clone());
            reader.evidence.parameter_names.push(wire_name);
        }
    }
    let returns = responses::read_return_type(group, reader);
    let security = read_security(group, reader);
    let (request_types, accepts) = responses::read_media_types(group, reader);
    let statuses = responses::read_statuses(group, family, reader);
    let operation = Operation {
        id: Fact::stated(listed.name.clone(), group.heading()),
        operation_id: operation_id(&listed.name, group.heading()),
        tag: tag.clone(),
        other_tags: Vec::new(),
        method: listed.method.clone(),
        path: listed.path.clone(),
        summary: listed.summary.clone(),
        description: prose(group, &listed.summary),
        parameters,
        request_body: (!request_types.is_empty()).then(|| body_of(request_types)),
        idempotent: None,
        pagination: None,
        error_candidates: error_candidates(example, &returns),
        returns,
        accepts,
        responses: statuses,
        security,
        listed: true,
        span: group.heading(),
    };
    check_success(group, &operation, reader);
    operation
}

/// A body of which only the media types are known: which parameter it is gets inferred.
fn body_of(media_types: Vec<Fact<String>>) -> RequestBody {
    RequestBody {
        name: String::new(),
        required: Fact::convention(false, "no parameter for the body"),
        content: media_types.into_iter().map(|media_type| Content { media_type, schema: None }).collect(),
        encoding: BTreeMap::new(),
        description: String::new(),
    }
}

/// PRI examples import every model of the operation. What is neither sent nor returned is the body of some error.
fn error_candidates(example: &Example, returns: &Option<Fact<crate::api::Schema>>) -> Vec<Fact<String>> {
    let returned: BTreeSet<&str> = returns.iter().flat_map(|schema| schema.value.references()).collect();
    let unused = |name: &&Fact<String>| !returned.contains(name.value.as_str()) && !example.constructs(&name.value);
    example.imports.iter().filter(unused).cloned().collect()
}

/// Rows for failures and a return type speak of a success: without a row for it that row is lost.
fn check_success(group: &Group<'_, '_>, operation: &Operation, reader: &mut Reader) {
    let classes = || operation.responses.iter().map(|response| response.status.value.class());
    let succeeds = classes().any(|class| matches!(class, Some(1..=3)));
    // What is documented by its default alone may succeed by that.
    let speaks = operation.returns.is_some() && classes().all(|class| class.is_some());
    let fails = classes().any(|class| matches!(class, Some(4 | 5)));
    let Some(first) = operation.responses.first().filter(|_| !succeeds && (speaks || fails)) else { return };
    let span = first.status.origin.span().unwrap_or(operation.span);
    let message = format!("no successful status of `{}` has a row", group.name);
    reader.report.push(Diagnostic::new(Code::MissingResponse, span, message).label("expected a row for a 2xx status"));
}
