//! What becomes of a `names.toml` beside the pages.

use docwright::api::{Api, compact_text};
use docwright::rust::Runtime;
use docwright::source::Docs;
use docwright::{diagnostic, openapi};

pub(super) const PAGE: &str = "\
# pets.PetApi

All URIs are relative to *https://pets.example*

Method | HTTP request | Description
------------- | ------------- | -------------
[**find_pets**](PetApi.md#find_pets) | **GET** /pets/{petId} | Finds pets
[**send_form**](PetApi.md#send_form) | **POST** /form | Sends a form

# **find_pets**
> Pet find_pets(pet_id, page_size=page_size, tag_list=tag_list, _from=_from)

Finds pets by `pageSize`

### Example
```python
from __future__ import print_function
```

### Parameters
Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **pet_id** | **int**|  |
 **page_size** | **int**|  | [optional]
 **tag_list** | [**list[str]**](str.md)|  | [optional]
 **_from** | **str**|  | [optional]
 **session_id** | **str**|  | [optional]

### Return type

[**Pet**](Pet.md)

### Authorization

No authorization required

### HTTP request headers

 - **Content-Type**: Not defined
 - **Accept**: application/json

[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints) [[Back to Model list]](../README.md#documentation-for-models) [[Back to README]](../README.md)

# **send_form**
> send_form(user_name, dry_run=dry_run)

Sends a form

### Example
```python
from __future__ import print_function
```

### Parameters
Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **user_name** | **str**|  |
 **dry_run** | **bool**|  | [optional]

### Return type

void (empty response body)

### Authorization

No authorization required

### HTTP request headers

 - **Content-Type**: application/x-www-form-urlencoded
 - **Accept**: Not defined

[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints) [[Back to Model list]](../README.md#documentation-for-models) [[Back to README]](../README.md)
";

const MODEL: &str = "\
# Pet

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**owner_name** | **str** |  | [optional]
**mood** | **str** |  | [optional]
**moods** | **list[str]** |  | [optional]
**rank** | **int** |  | [optional]
**name_dup** | **str** |  | [optional]
**name_dup** | **str** |  | [optional]

[[Back to Model list]](../README.md#documentation-for-models) [[Back to API list]](../README.md#documentation-for-api-endpoints) [[Back to README]](../README.md)
";

const NAMES: &str = r#"
[operations.find_pets.parameters]
pet_id = { in = "query", wire = "theId" }
page_size = { in = "query", wire = "pageSIZE" }
tag_list = { in = "query", wire = "tagList[]", collection = "pipes", enum = ["new", "old"] }
_from = { in = "query", wire = "From" }
session_id = { in = "cookie" }

[operations."PetApi.send_form".parameters]
user_name = { in = "form", wire = "user-name" }
dry_run = { in = "query", wire = "dryRun" }

[schemas.Pet.properties]
owner_name = { wire = "ownerName" }
mood = { wire = "mood", enum = ["good", "so-so"] }
moods = { wire = "moods", enum = ["good", "so-so"] }
rank = { wire = "rank", enum = [1, 2] }
name_dup = { wire = ["nameDup", "name_dup"] }
"#;

fn docs(names: &str, spec: Option<&str>) -> Docs {
    Docs::from_texts([("docs/PetApi.md", PAGE), ("docs/Pet.md", MODEL)], spec).with_names(names)
}

#[track_caller]
fn understand(names: &str, spec: Option<&str>) -> (Docs, Api) {
    let docs = docs(names, spec);
    let (api, _, report) = docwright::understand(&docs).unwrap();
    let said = diagnostic::summary(&docs, &report);
    assert!(!said.contains("names.toml"), "{said}");
    (docs, api)
}

/// The line of the compact text that contains `part`, with single blanks and without the column of its place.
#[track_caller]
fn line(docs: &Docs, api: &Api, part: &str) -> String {
    let text = compact_text(docs, api);
    let found = text.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("no `{part}` in\n{text}"));
    let words = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let column = words.trim_end_matches(|c: char| c.is_ascii_digit());
    column.strip_suffix(':').unwrap_or(&words).to_owned()
}

#[test]
fn names_are_evidence_that_beats_words_and_conventions() {
    let (docs, api) = understand(NAMES, None);
    let check = |part: &str, expected: &str| assert_eq!(line(&docs, &api, part), expected);
    check("page_size", "query page_size as pageSIZE: integer evidence (SDK source) names.toml:4");
    check("owner_name", "owner_name as ownerName: string evidence (SDK source) names.toml:14");
    check("tag_list", "query tag_list as tagList[]: [enum(\"new\", \"old\")] pipes evidence (SDK source) names.toml:5");
    check("cookie", "cookie session_id as sessionId: string convention (spelling of other names)");
    check("mood:", "mood: enum(\"good\", \"so-so\") evidence (SDK source) names.toml:15");
    check("moods:", "moods: [enum(\"good\", \"so-so\")] evidence (SDK source) names.toml:16");
    check("rank:", "rank: enum(1, 2) evidence (SDK source) names.toml:17");
    check("as nameDup", "name_dup as nameDup: string evidence (SDK source) names.toml:18");
    check("  name_dup:", "name_dup: string evidence (SDK source) names.toml:18");
}

#[test]
fn what_pages_state_is_left_and_what_they_imply_is_only_spelt() {
    let (docs, api) = understand(NAMES, None);
    assert_eq!(
        line(&docs, &api, "path   pet_id"),
        "path pet_id as petId: integer required implied (path template) docs/PetApi.md:7"
    );
    // That the mark is no part of the name is implied, not that the name has no capital.
    assert_eq!(line(&docs, &api, "_from"), "query _from as From: string evidence (SDK source) names.toml:6");
}

#[test]
fn parameters_move_to_where_the_sources_send_them() {
    let (docs, api) = understand(NAMES, None);
    assert_eq!(line(&docs, &api, "dry_run"), "query dry_run as dryRun: boolean evidence (SDK source) names.toml:11");
    assert_eq!(
        line(&docs, &api, "user_name"),
        "user_name as user-name: string required evidence (SDK source) names.toml:10"
    );

    let other = "[operations.send_form.parameters]\nuser_name = { in = \"header\", wire = \"User\" }\ndry_run = { in = \"header\" }\n";
    let (docs, api) = understand(other, None);
    assert!(line(&docs, &api, "user_name").starts_with("header user_name as User: string required evidence"));
    let form = api.operations.iter().find(|operation| operation.id.value == "send_form").unwrap();
    assert!(form.request_body.is_none());

    let back = "[operations.find_pets.parameters]\npage_size = { in = \"form\" }\n_from = { in = \"form\" }\n";
    let (docs, api) = understand(back, None);
    assert_eq!(
        line(&docs, &api, "page_size"),
        "page_size as pageSize: integer evidence (word in the prose) docs/PetApi.md:10"
    );
    let find = api.operations.iter().find(|operation| operation.id.value == "find_pets").unwrap();
    let body = find.request_body.as_ref().unwrap();
    assert_eq!(body.content[0].media_type.value, "application/x-www-form-urlencoded");
    assert!(find.parameters.iter().all(|parameter| parameter.name != "page_size" && parameter.name != "_from"));

    let (_, api) = understand("[operations.find_pets.parameters]\n_from = { in = \"body\" }\n", None);
    assert_eq!(api.operations[0].request_body.as_ref().unwrap().name, "_from");
}

#[test]
fn spec_toml_has_the_last_word() {
    let spec =
        "[operations.find_pets.parameters.page_size]\nwire = \"p\"\n[schemas.Pet.properties.mood]\ntype = \"string\"\n";
    let (docs, api) = understand(NAMES, Some(spec));
    assert!(line(&docs, &api, "page_size").starts_with("query page_size as p: integer"));
    assert!(line(&docs, &api, "mood:").starts_with("mood: string "));
}

#[test]
fn generated_clients_write_lists_as_the_sources_do() {
    let docs = docs(NAMES, None);
    let runtime = Runtime::Version("0.1.0".to_owned());
    let generated = docwright::generate(&docs, None, "pets", runtime).unwrap();
    let text: String = generated.files.iter().map(|(_, text)| text).collect();
    let unbroken: String = text.split_whitespace().collect();
    assert!(unbroken.contains("query_joined(\"tagList[]\",'|',"), "{text}");
    assert!(!text.contains("do not prove that it is called `ownerName`"), "{text}");
    let (_, api) = understand(NAMES, None);
    let document = openapi::export(&api, "pets").to_string();
    assert!(document.contains(r#""explode":false,"in":"query","name":"tagList[]""#), "{document}");
    assert!(document.contains(r#""style":"pipeDelimited""#), "{document}");
}

#[track_caller]
fn check_report(names: &str, expected: &str) {
    let docs = docs(names, None);
    let report = docwright::understand(&docs).map_or_else(|report| report, |(_, _, report)| report);
    let texts: Vec<String> = report.iter().map(|found| diagnostic::render(&docs, found, false)).collect();
    assert!(texts.iter().any(|text| text.contains(expected)), "{texts:#?}");
}

#[test]
fn names_that_no_page_documents_are_reported() {
    check_report("[operations.find_pet.parameters]\na = { wire = \"b\" }\n", "did you mean `find_pets`?");
    check_report("[operations.find_pets.parameters]\npage_sice = { wire = \"b\" }\n", "did you mean `page_size`?");
    check_report("[operations.send_form.parameters]\nuser_nam = { wire = \"b\" }\n", "did you mean `user_name`?");
    check_report("[schemas.Pat.properties]\n", "warning[unmatched-name]: no page documents a schema called `Pat`");
    check_report(
        "[schemas.Pet.properties]\nowner = { wire = \"b\" }\n",
        "no page documents a property of `Pet` called `owner`",
    );
}

#[test]
fn a_file_of_names_that_cannot_be_read_is_an_error() {
    check_report("[operations]\nx = = 1\n", "names.toml:2:");
    check_report("[operations.find_pets.parameters]\npage_size = { wires = \"b\" }\n", "did you mean `wire`?");
    check_report("[schemas.Pet]\nenum = [1.5]\n", "error[names]");
    check_report("[operations.x.parameters]\na = { in = \"querry\" }\n", "did you mean `query`?");
}
