//! Security schemes and requirements.

use serde_json::{Map, Value, json};

use crate::api::{Api, Requirement, SchemeKind, SchemePlace};

/// `components/securitySchemes`.
pub(super) fn schemes_value(api: &Api) -> Value {
    let scheme = |scheme: &crate::api::SecurityScheme| (scheme.name.clone(), kind_value(&scheme.kind.value));
    api.security_schemes.iter().map(scheme).collect::<Map<_, _>>().into()
}

/// The `security` of an operation. Schemes that docs merely list are alternatives here, which is what they most often
/// are; OpenAPI has no word for "not stated".
pub(super) fn requirement_value(requirement: &Requirement) -> Value {
    let all = |names: &[String]| -> Value {
        names.iter().map(|name| (name.clone(), json!([]))).collect::<Map<_, _>>().into()
    };
    match requirement {
        Requirement::Listed(names) => names.iter().map(|name| all(std::slice::from_ref(name))).collect(),
        Requirement::Exactly(alternatives) => alternatives.iter().map(|names| all(names)).collect(),
    }
}

fn kind_value(kind: &SchemeKind) -> Value {
    match kind {
        SchemeKind::ApiKey { place, name } => {
            let place = match place {
                SchemePlace::Header => "header",
                SchemePlace::Query => "query",
                SchemePlace::Cookie => "cookie",
            };
            json!({ "type": "apiKey", "in": place, "name": name })
        }
        SchemeKind::Basic => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::Bearer => json!({ "type": "http", "scheme": "bearer" }),
        // Docs hold neither the token's address nor always the flow.
        SchemeKind::OAuth2 => json!({ "type": "oauth2", "flows": {} }),
        SchemeKind::Other(_) => json!({ "type": "mutualTLS" }),
    }
}
