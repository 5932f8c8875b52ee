//! Security schemes and requirements.

use serde_json::{Map, Value, json};

use super::schemas::component_name;
use crate::api::{Api, OAuthFlow, OAuthGrant, OtherScheme, Requirement, SchemeKind, SchemePlace};

/// `components/securitySchemes`.
pub(super) fn schemes_value(api: &Api) -> Value {
    let scheme = |scheme: &crate::api::SecurityScheme| (component_name(&scheme.name), kind_value(&scheme.kind.value));
    api.security_schemes.iter().map(scheme).collect::<Map<_, _>>().into()
}

/// The `security` of an operation. Schemes that docs merely list are alternatives here, which is what they most often
/// are; OpenAPI has no word for "not stated".
pub(super) fn requirement_value(requirement: &Requirement) -> Value {
    let all = |names: &[String]| -> Value {
        names.iter().map(|name| (component_name(name), json!([]))).collect::<Map<_, _>>().into()
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
        SchemeKind::OAuth2(flows) => json!({ "type": "oauth2", "flows": flows_value(flows) }),
        SchemeKind::Other(OtherScheme::Http(name)) => {
            let name = if name.is_empty() { "unstated" } else { name };
            json!({ "type": "http", "scheme": name })
        }
        // OpenAPI requires an address even where docs hold none: an empty reference is one.
        SchemeKind::Other(OtherScheme::OpenIdConnect(url)) => {
            json!({ "type": "openIdConnect", "openIdConnectUrl": url })
        }
        // Of all kinds this one has no further fields that would have to be made up.
        SchemeKind::Other(OtherScheme::MutualTls | OtherScheme::Unnamed) => json!({ "type": "mutualTLS" }),
    }
}

/// The flows with the fields that OpenAPI 3.1, section "OAuth Flow Object", requires. Docs never hold the
/// address that hands out tokens, and an empty reference is one.
fn flows_value(flows: &[OAuthFlow]) -> Value {
    let flow = |flow: &OAuthFlow| {
        let mut value = Map::new();
        if matches!(flow.grant, OAuthGrant::Implicit | OAuthGrant::AuthorizationCode) {
            value.insert("authorizationUrl".to_owned(), json!(flow.authorization_url));
        }
        if flow.grant != OAuthGrant::Implicit {
            value.insert("tokenUrl".to_owned(), json!(flow.token_url));
        }
        let scopes = flow.scopes.iter().map(|(name, text)| (name.clone(), json!(text)));
        value.insert("scopes".to_owned(), scopes.collect::<Map<_, _>>().into());
        (flow.grant.to_string(), Value::Object(value))
    };
    flows.iter().map(flow).collect::<Map<_, _>>().into()
}
