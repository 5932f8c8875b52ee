//! The commands that answer questions about docs: `explain`, `doubts`, `openapi`, and findings for tools.

use serde_json::Value;
use tempfile::TempDir;

use crate::command::{check, docwright};

/// A page whose API says little about itself: no README, a key of an unknown place, a name that nothing proves.
const PAGE: &str = "\
# pets.PetApi

All URIs are relative to *https://pets.example*

Method | HTTP request | Description
------------- | ------------- | -------------
[**list**](PetApi.md#list) | **GET** /pets | List pets

# **list**
> list(page_size=page_size)

List pets

### Example

* Api Key Authentication (PetKey):
```python
try:
    api_instance.list(page_size=page_size)
except Exception as e:
    print(e)
```

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **page_size** | **int**| How many | [optional] 

### Return type

void (empty response body)

### Authorization

[PetKey](../README.md#PetKey)

### HTTP request headers

 - **Content-Type**: Not defined
 - **Accept**: Not defined

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** | Listed |  -  |

[[Back to top]](#)
";

fn docs() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("PetApi.md"), PAGE).unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn explain_prints_every_fact_with_its_origin() {
    let (_folder, docs) = docs();
    let explain = |item| String::from_utf8(docwright(&["explain", "--docs", &docs, item]).stdout).unwrap();
    insta::assert_snapshot!(explain("list.page_size"), @r"
    list.page_size                   location   query                        convention (neither path nor body)
    list.page_size                   wire name  page_size                    convention (documented name)
    list.page_size                   type       integer                      stated PetApi.md:28:18
    list.page_size                   required   false                        stated PetApi.md:28:2
    ");
    assert!(explain("list").contains("path /pets"));
    check(&["explain", "--docs", &docs, "lists"], 1, "", "did you mean `list`?");
}

#[test]
fn doubts_are_listed_most_damaging_first() {
    let (_folder, docs) = docs();
    let table = String::from_utf8(docwright(&["doubts", "--docs", &docs]).stdout).unwrap();
    let aspects: Vec<&str> = table.lines().map(|line| line.split("  ").next().unwrap()).collect();
    assert_eq!(aspects, ["kind", "location", "wire name", "3 facts rest on convention"]);
}

#[test]
fn doubts_are_settings_that_silence_them() {
    let (folder, docs) = docs();
    let toml = docwright(&["doubts", "--docs", &docs, "--toml"]).stdout;
    check(&["check", "--docs", &docs, "--deny", "convention"], 1, "", "error[unproven]");
    std::fs::write(folder.path().join("spec.toml"), toml).unwrap();
    check(&["check", "--docs", &docs, "--deny", "convention"], 0, "1 operations, 0 models", "");
    check(&["doubts", "--docs", &docs], 0, "0 facts rest on convention", "");
}

#[test]
fn findings_for_tools_are_json_on_standard_output() {
    let (_folder, docs) = docs();
    let output = docwright(&["check", "--docs", &docs, "--message-format", "json"]);
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    let findings: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [finding] = findings.as_slice() else { panic!("{text}") };
    assert_eq!(finding["code"], "scheme-not-stated");
    assert_eq!((&finding["path"], &finding["line"], &finding["column"]), (&"PetApi.md".into(), &16.into(), &1.into()));
}

#[test]
fn openapi_is_a_document_for_other_tools() {
    let (folder, docs) = docs();
    let file = folder.path().join("openapi.json");
    check(&["openapi", "--docs", &docs, "--output", file.to_str().unwrap()], 0, "", "");
    let document: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["paths"]["/pets"]["get"]["operationId"], "list");
    assert_eq!(document["paths"]["/pets"]["get"]["parameters"][0]["name"], "page_size");
    assert_eq!(document["components"]["securitySchemes"]["PetKey"]["type"], "apiKey");
}
