//! API pages of TAG.

use std::collections::BTreeSet;

use super::media_type::StatedTypes;
use super::schema::{Headings, Scope};
use super::{parameters, responses};
use crate::api::{Fact, Operation};
use crate::dialect::Reader;
use crate::dialect::operation::{
    Group, check_all_described, groups, listed, operation_id, prose, read_example, read_security,
};
use crate::dialect::page::tag;
use crate::dialect::summary::{Listed, read_page_head};
use crate::markdown::Document;

/// Reads every operation of a page.
pub(in crate::dialect) fn read_api_page(document: &Document<'_>, reader: &mut Reader) {
    let summary = read_page_head(document, reader);
    let groups = groups(document, &summary);
    let tag = tag(document, reader);
    let mut before = summary.span;
    for group in &groups {
        group.check_end(reader);
        if let Some(listed) = listed(group, &summary, &mut before, reader) {
            let operation = read_operation(group, &listed, &tag, reader);
            reader.add_operation(operation);
        }
    }
    check_all_described(document, &groups, &summary, reader);
}

fn read_operation(group: &Group<'_, '_>, listed: &Listed, tag: &Fact<String>, reader: &mut Reader) -> Operation {
    let headings = Headings::of(group.sections);
    let scope = Scope::new(group.sections, &headings);
    let example = read_example(group, reader);
    let overview = parameters::read_overview(group, reader);
    let parameters = parameters::read_parameters(group, scope, &example, reader);
    reader.evidence.parameter_names.extend(parameters.iter().map(|parameter| parameter.wire_name.clone()));
    let request_body = parameters::read_body(group, scope, &overview, reader);
    let responses = responses::read(group, scope, &StatedTypes::of(&overview.accepts), reader);
    let mut accepts = overview.accepts;
    let mut known: BTreeSet<String> = accepts.iter().map(|media_type| media_type.value.clone()).collect();
    let described = responses.iter().flat_map(|response| &response.content).map(|content| &content.media_type);
    accepts.extend(described.filter(|media_type| known.insert(media_type.value.clone())).cloned());
    Operation {
        id: Fact::stated(listed.name.clone(), group.heading()),
        operation_id: operation_id(&listed.name, group.heading()),
        tag: tag.clone(),
        other_tags: Vec::new(),
        method: listed.method.clone(),
        path: listed.path.clone(),
        summary: listed.summary.clone(),
        description: prose(group, &listed.summary),
        parameters,
        request_body,
        returns: None,
        accepts,
        responses,
        security: read_security(group, reader),
        idempotent: None,
        pagination: None,
        error_candidates: Vec::new(),
        listed: true,
        span: group.heading(),
    }
}
