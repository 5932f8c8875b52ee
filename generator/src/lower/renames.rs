//! The rule that names the fields of a struct, where one does.

use crate::rust::{Field, RenameRule};

/// The fewest fields that a rule has to spare their own name.
const FEWEST_SPARED: usize = 2;

/// The rule that spares most fields a name of their own, if it is worth a line. A field that it would name wrongly
/// counts against it.
pub(super) fn rule_of(fields: &[Field]) -> Option<RenameRule> {
    let own_names = |rule| fields.iter().filter(|field| field.needs_rename(rule)).count();
    let best = RenameRule::ALL.into_iter().map(Some).min_by_key(|rule| own_names(*rule))?;
    best.filter(|_| own_names(best) + FEWEST_SPARED <= own_names(None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::naming::snake;
    use crate::rust::{Presence, Type};

    /// The rule for fields of these names on the wire.
    #[track_caller]
    fn check(wire_names: &[&str], expected: Option<RenameRule>) {
        let field = |name: &&str| Field {
            ident: snake(name),
            wire_name: (*name).to_owned(),
            alias: None,
            docs: Vec::new(),
            ty: Type::Bool,
            presence: Presence::Required,
            read_only: false,
            secret: false,
        };
        assert_eq!(rule_of(&wire_names.iter().map(field).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_rule_is_worth_a_line_for_two_fields() {
        check(&["ruleId", "flagKey", "id"], Some(RenameRule::Camel));
        check(&["ruleId", "type"], Some(RenameRule::Camel));
        check(&["ruleId", "id"], None);
        check(&["RuleId", "Id"], Some(RenameRule::Pascal));
        check(&["rule-id", "flag-key"], Some(RenameRule::Kebab));
        check(&["RULE_ID", "ID"], Some(RenameRule::ScreamingSnake));
        check(&["rule_id", "flag_key"], None);
        check(&[], None);
    }

    #[test]
    fn fields_that_it_would_name_wrongly_count_against_it() {
        check(&["ruleId", "flagKey", "flag_key_2"], None);
        check(&["ruleId", "flagKey", "envKey", "flag_key_2"], Some(RenameRule::Camel));
        check(&["ruleID", "flagKey", "envKey"], Some(RenameRule::Camel));
    }
}
