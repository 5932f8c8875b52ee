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

const FORM: &str = "# pets.FormApi

All URIs are relative to *https://pets.example*

Method | HTTP request | Description
------------- | ------------- | -------------
[**send**](FormApi.md#send) | **POST** /forms/{id} |

# **send**
> send(id, tags, tabs, filter)

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **id** | **str**|  |
 **tags** | **[str]**|  |
 **tabs** | **[str]**|  |
 **filter** | **str**|  |

### Return type

void (empty response body)

### Authorization

No authorization required

### HTTP request headers

 - **Content-Type**: application/x-www-form-urlencoded
 - **Accept**: Not defined

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** |  |  -  |

[[Back to top]](#)
";

const STYLES: &str = "[operations.send.parameters]
id = { style = \"label\" }
tags = { collection = \"csv\" }
tabs = { in = \"query\", collection = \"tsv\" }
filter = { in = \"query\", type = \"{string}\", style = \"deepObject\" }
";

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
    export_docs(&Docs::from_texts(pages, None))
}

fn export_docs(docs: &Docs) -> Value {
    let api = crate::understand(docs).map(|(api, ..)| api).unwrap_or_default();
    super::export(&api, "pets")
}

#[test]
fn styles_are_said_in_the_words_of_openapi() {
    let document = export_docs(&Docs::from_texts([("docs/FormApi.md", FORM)], Some(STYLES)));
    let operation = &document["paths"]["/forms/{id}"]["post"];
    let parameter = |at: usize| ["name", "style", "explode"].map(|key| operation["parameters"][at][key].clone());
    assert_eq!(parameter(0), [json!("id"), json!("label"), json!(false)]);
    assert_eq!(parameter(1), [json!("tabs"), Value::Null, Value::Null]);
    assert_eq!(parameter(2), [json!("filter"), json!("deepObject"), json!(true)]);
    let form = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"];
    assert_eq!(form["encoding"], json!({ "tags": { "style": "form", "explode": false } }));
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
