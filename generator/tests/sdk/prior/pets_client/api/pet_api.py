from pets_client.api_client import ApiClient, Endpoint as _Endpoint


class PetApi(object):
    """Everything about pets."""

    def __init__(self, api_client=None):
        self.api_client = api_client or ApiClient()
        self.find_pets_endpoint = _Endpoint(
            settings={
                'response_type': ([Pet],),
                'auth': [],
                'endpoint_path': '/pets',
                'operation_id': 'find_pets',
                'http_method': 'GET',
                'servers': None,
            },
            params_map={
                'all': [
                    'page_size',
                    'tag_list',
                    '_from',
                    'x_trace',
                    'session_id',
                ],
                'enum': [
                    'tag_list',
                ],
            },
            root_map={
                'validations': {
                    ('page_size',): {

                        'inclusive_maximum': 100,
                    },
                },
                'allowed_values': {
                    ('tag_list',): {

                        "NEW": "new",
                        "OLD": "old"
                    },
                },
                'openapi_types': {
                    'page_size':
                        (int,),
                },
                'attribute_map': {
                    'page_size': 'pageSize',
                    'tag_list': 'tagList[]',
                    '_from': 'From',
                    'x_trace': 'X-TRACE',
                    'session_id': 'sessionID',
                },
                'location_map': {
                    'page_size': 'query',
                    'tag_list': 'query',
                    '_from': 'query',
                    'x_trace': 'header',
                    'session_id': 'cookie',
                },
                'collection_format_map': {
                    'tag_list': 'pipes',
                }
            },
            headers_map={
                'accept': [
                    'application/json'
                ],
                'content_type': [],
            },
            api_client=api_client
        )
        self.upload_photo_endpoint = _Endpoint(
            settings={
                'endpoint_path': '/pets/{petId}/photo',
                'operation_id': 'upload_photo',
            },
            root_map={
                'allowed_values': {
                },
                'attribute_map': {
                    'pet_id': 'petId',
                    'photo_file': 'photoFile',
                    'photo_note': 'photoNote',
                },
                'location_map': {
                    'pet_id': 'path',
                    'photo_file': 'form',
                    'photo_note': 'form',
                },
                'collection_format_map': {
                }
            },
            api_client=api_client
        )
        self.add_pet_endpoint = _Endpoint(
            settings={
                'endpoint_path': '/pets',
                'operation_id': 'add_pet',
            },
            root_map={
                'attribute_map': {
                },
                'location_map': {
                    'pet': 'body',
                },
            },
            api_client=api_client
        )
