//! A small client for the tests of this folder.

use docwright::rust::Package;
use docwright::source::Docs;

use crate::e2e::client;

/// The client of a service that keeps pets.
pub(super) fn package() -> Package {
    let pages = [("README.md", README), ("docs/PetApi.md", API), ("docs/Pet.md", MODEL)];
    match client::generate(&Docs::from_texts(pages, None), "pets") {
        Ok((package, _)) => package,
        Err(reason) => panic!("{reason}"),
    }
}

const README: &str = "\
# pets

## Documentation for API Endpoints

All URIs are relative to *http://localhost*

Class | Method | HTTP request | Description
------------ | ------------- | ------------- | -------------
*PetApi* | [**put**](docs/PetApi.md#put) | **PUT** /pets/{id} | Keep a pet

## Documentation For Models

 - [Pet](docs/Pet.md)

## Documentation For Authorization

### basic

- **Type**: HTTP basic authentication

### token

- **Type**: Bearer authentication
";

const API: &str = "\
# pets.PetApi

All URIs are relative to *http://localhost*

Method | HTTP request | Description
------------- | ------------- | -------------
[**put**](PetApi.md#put) | **PUT** /pets/{id} | Keep a pet

# **put**
> put(id, pet, tags=tags, ages=ages)

Keep a pet

### Parameters

Name | Type | Description  | Notes
------------- | ------------- | ------------- | -------------
 **id** | **int**|  | 
 **pet** | [**Pet**](Pet.md)|  | 
 **tags** | [**List[str]**](str.md)|  | [optional] 
 **ages** | [**List[int]**](int.md)|  | [optional] 

### Return type

void (empty response body)

### Authorization

[basic](../README.md#basic), [token](../README.md#token)

### HTTP request headers

 - **Content-Type**: application/json
 - **Accept**: Not defined
";

const MODEL: &str = "\
# Pet

## Properties

Name | Type | Description | Notes
------------ | ------------- | ------------- | -------------
**name** | **str** |  | 
**parents** | [**List[Pet]**](Pet.md) |  | [optional] 
**petAge** | **int** |  | [optional] 

## Example

```python
pet_instance = Pet.from_json(json)
```
";
