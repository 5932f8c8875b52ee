//! A small tree of docs with holes, one for each place where people write.

use docwright::source::Docs;

/// A place on a page.
pub(super) struct Place {
    /// What it is.
    pub(super) name: &'static str,
    /// What stands there in harmless docs, as the pages spell it.
    hole: &'static str,
}

/// Every place.
pub(super) const PLACES: &[Place] = &[
    Place { name: "text of the README", hole: "<README>" },
    Place { name: "version", hole: "<VERSION>" },
    Place { name: "server", hole: "https://pets.example" },
    Place { name: "path of the server", hole: "<BASE>" },
    Place { name: "class", hole: "PetApi" },
    Place { name: "operation", hole: "add_pet" },
    Place { name: "path", hole: "/pets" },
    Place { name: "path parameter", hole: "pet_id" },
    Place { name: "verb", hole: "POST" },
    Place { name: "summary", hole: "<SUMMARY>" },
    Place { name: "description", hole: "<DESCRIPTION>" },
    Place { name: "parameter", hole: "page_size" },
    Place { name: "description of a parameter", hole: "<PARAMETER>" },
    Place { name: "default", hole: "<DEFAULT>" },
    Place { name: "type", hole: "datetime" },
    Place { name: "media type", hole: "text/csv" },
    Place { name: "status", hole: "<STATUS>" },
    Place { name: "response header", hole: "X-Count" },
    Place { name: "scheme", hole: "KeyAuth" },
    Place { name: "header of a scheme", hole: "X-Key" },
    Place { name: "model", hole: "PetModel" },
    Place { name: "description of a model", hole: "<MODEL>" },
    Place { name: "property", hole: "full-name" },
    Place { name: "description of a property", hole: "<PROPERTY>" },
    Place { name: "enumeration", hole: "sand-colour" },
    Place { name: "example", hole: "<EXAMPLE>" },
];

const README: &str = "# pets
<README>

- API version: <VERSION>

## Documentation For Authorization

## KeyAuth

- **Type**: API key
- **API key parameter name**: X-Key
- **Location**: HTTP header

## Author
";

const API: &str = r#"# pets.PetApi

All URIs are relative to *https://pets.example<BASE>*

Method | HTTP request | Description
------------- | ------------- | -------------
[**add_pet**](PetApi.md#add_pet) | **POST** /pets/{pet_id} | <SUMMARY>

# **add_pet**
> datetime add_pet(pet_id, body, page_size=page_size)

<SUMMARY>

<DESCRIPTION>

### Example

```python
    page_size = "<EXAMPLE>" # str |
    body = Colour("<EXAMPLE>", <EXAMPLE>=1)
    # example passing only required values which don't have defaults set
```

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **pet_id** | **str**|  |
 **body** | [**PetModel**](PetModel.md)|  |
 **page_size** | **str**| <PARAMETER> | [optional] if omitted the server will use the default value of <DEFAULT>

### Return type

**datetime**

### Authorization

[KeyAuth](../README.md#KeyAuth)

### HTTP request headers

 - **Content-Type**: application/json
 - **Accept**: application/json, text/csv

### HTTP response details

| Status code | Description | Response headers |
|-------------|-------------|------------------|
**200** | <STATUS> |  * X-Count - How many <br>  |

[[Back to top]](#)
"#;

const MODEL: &str = r"# PetModel

<MODEL>

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**full-name** | **str, none_type** | <PROPERTY> | [optional]  if omitted the server will use the default value of <DEFAULT>
**colour** | [**Colour**](Colour.md) |  | [optional]

[[Back to Model list]](../README.md)
";

const ENUM: &str = r#"# Colour

## Properties
Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**value** | **str** |  | must be one of ["red", "sand-colour", ]

[[Back to Model list]](../README.md)
"#;

impl Place {
    /// The docs with `text` in this place, and harmless text in the others.
    pub(super) fn fill(&self, text: &str) -> Docs {
        // A harmless server is a server, and so on: only texts that may be anything are replaced by the twin's.
        let keeps = text == "harm-less" && !self.hole.starts_with('<');
        let text = if keeps { self.hole } else { text };
        let pages =
            [("README.md", README), ("docs/PetApi.md", API), ("docs/PetModel.md", MODEL), ("docs/Colour.md", ENUM)];
        let fill = |page: &str| {
            let page = page.replace(self.hole, text);
            PLACES.iter().filter(|place| place.hole.starts_with('<')).fold(page, |page, place| {
                let harmless = if place.hole == "<BASE>" { "/v1" } else { "harm_less" };
                page.replace(place.hole, harmless)
            })
        };
        let pages: Vec<(&str, String)> = pages.iter().map(|(path, page)| (*path, fill(page))).collect();
        Docs::from_texts(pages.iter().map(|(path, page)| (*path, page.as_str())), None)
    }
}
