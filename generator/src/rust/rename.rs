//! How serde names all fields of a struct at once.

/// A rule of `#[serde(rename_all = "…")]`, as serde applies it to fields, whose names it takes for snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenameRule {
    /// `rule_id` as `ruleId`.
    Camel,
    /// `rule_id` as `RuleId`.
    Pascal,
    /// `rule_id` as `rule-id`.
    Kebab,
    /// `rule_id` as `RULE_ID`.
    ScreamingSnake,
}

impl RenameRule {
    /// Every rule.
    pub const ALL: [RenameRule; 4] =
        [RenameRule::Camel, RenameRule::Pascal, RenameRule::Kebab, RenameRule::ScreamingSnake];

    /// The name of the field on the wire.
    pub fn apply(self, field: &str) -> String {
        match self {
            RenameRule::Pascal => joined(field),
            RenameRule::Camel => {
                let joined = joined(field);
                let first = joined.chars().next().map(|first| first.to_ascii_lowercase());
                first.into_iter().chain(joined.chars().skip(1)).collect()
            }
            RenameRule::Kebab => field.replace('_', "-"),
            RenameRule::ScreamingSnake => field.to_ascii_uppercase(),
        }
    }

    /// Its name to serde.
    pub fn name(self) -> &'static str {
        match self {
            RenameRule::Camel => "camelCase",
            RenameRule::Pascal => "PascalCase",
            RenameRule::Kebab => "kebab-case",
            RenameRule::ScreamingSnake => "SCREAMING_SNAKE_CASE",
        }
    }
}

/// `rule_id` as `RuleId`: an underscore is left out, and the letter behind it is a capital.
fn joined(field: &str) -> String {
    let mut begins = true;
    let mut joined = String::new();
    for c in field.chars() {
        if c == '_' {
            begins = true;
        } else {
            joined.push(if begins { c.to_ascii_uppercase() } else { c });
            begins = false;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: &str, expected: [&str; 4]) {
        assert_eq!(RenameRule::ALL.map(|rule| rule.apply(field)), expected);
    }

    #[test]
    fn fields_are_named_as_serde_names_them() {
        check("rule_id", ["ruleId", "RuleId", "rule-id", "RULE_ID"]);
        check("type_", ["type", "Type", "type-", "TYPE_"]);
        check("_2fa_code", ["2faCode", "2faCode", "-2fa-code", "_2FA_CODE"]);
        check("line_2", ["line2", "Line2", "line-2", "LINE_2"]);
        check("id", ["id", "Id", "id", "ID"]);
    }
}
