//! What OpenAPI requires where docs are loose.

use serde_json::{Value, json};

use crate::source::Docs;

const README: &str = "# pets

- API version: 1.0

## Documentation For Authorization

## my key

- **Type**: API key
- **API key parameter name**: X-Key
- **Location**: HTTP header

## oauth

- **Type**: OAuth
- **Flow**: application
- **Authorization URL**:
- **Scopes**: N/A

## oauth

- **Type**: OAuth
- **Flow**: implicit
- **Authorization URL**: https://pets.example/login
- **Scopes**:
 - **read**: see pets

## login

- **Type**: OpenId Connect

## openId

## Author
";

const TOY: &str = "# Toy

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**id** | **str** |  |
**id** | **int** |  |

[[Back to Model list]](../README.md)
";

/// A page of one operation.
fn page(class: &str, id: &str, path: &str) -> String {
    format!(
        "# pets.{class}

All URIs are relative to *https://pets.example*

Method | HTTP request | Description
------------- | ------------- | -------------
[**{id}**]({class}.md#{id}) | **GET** {path} |

# **{id}**
> {id}(a2, a2)

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **a2** | **str**|  |
 **a2** | **str**|  |

### Return type

void (empty response body)

### Authorization

[my key](../README.md#my-key)

### HTTP request headers

 - **Content-Type**: Not defined
 - **Accept**: Not defined

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** |  |  -  |

[[Back to top]](#)
"
    )
}

fn export() -> Value {
    let (pets, toys, odd) =
        (page("PetApi", "list", "/pets"), page("ToyApi", "list", "/toys"), page("OddApi", "call_import", "/odd"));
    let pages = [
        ("README.md", README),
        ("docs/PetApi.md", pets.as_str()),
        ("docs/ToyApi.md", toys.as_str()),
        ("docs/OddApi.md", odd.as_str()),
        ("docs/Toy.md", TOY),
    ];
    let docs = Docs::from_texts(pages, None);
    let api = crate::understand(&docs).map(|(api, ..)| api).unwrap_or_default();
    super::export(&api, "pets")
}

#[test]
fn operations_have_names_of_their_own() {
    let document = export();
    let id = |path: &str| document["paths"][path]["get"]["operationId"].clone();
    assert_eq!([id("/pets"), id("/toys"), id("/odd")], ["Pet_list", "Toy_list", "import"]);
}

#[test]
fn nothing_is_named_twice() {
    let document = export();
    assert_eq!(document["paths"]["/pets"]["get"]["parameters"].as_array().map(Vec::len), Some(1));
    assert_eq!(document["components"]["schemas"]["Toy"]["required"], json!(["id"]));
}

#[test]
fn names_of_schemes_are_names_of_components() {
    let document = export();
    assert_eq!(document["paths"]["/pets"]["get"]["security"], json!([{ "my_key": [] }]));
    assert_eq!(document["components"]["securitySchemes"]["my_key"]["name"], "X-Key");
}

#[test]
fn schemes_have_the_fields_that_openapi_requires() {
    let schemes = &export()["components"]["securitySchemes"];
    let flows = json!({
        "clientCredentials": { "tokenUrl": "", "scopes": {} },
        "implicit": { "authorizationUrl": "https://pets.example/login", "scopes": { "read": "see pets" } },
    });
    assert_eq!(schemes["oauth"], json!({ "type": "oauth2", "flows": flows }));
    assert_eq!(schemes["login"], json!({ "type": "openIdConnect", "openIdConnectUrl": "" }));
    assert_eq!(schemes["openId"], schemes["login"]);
}
