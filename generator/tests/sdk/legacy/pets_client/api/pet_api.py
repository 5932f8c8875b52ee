# coding: utf-8

from pets_client.api_client import ApiClient


class PetApi(object):
    """Everything about pets."""

    def __init__(self, api_client=None):
        self.api_client = api_client or ApiClient()

    def find_pets(self, page_size, **kwargs):  # noqa: E501
        """Finds pets  # noqa: E501

        :param int page_size: query_params.append(('notThis', page_size))
        """
        kwargs['_return_http_data_only'] = True
        return self.find_pets_with_http_info(page_size, **kwargs)  # noqa: E501

    def find_pets_with_http_info(self, page_size, **kwargs):  # noqa: E501
        local_var_params = locals()

        all_params = [
            'page_size',
            'tag_list',
            '_from',
            'x_trace',
            'session_id'
        ]
        all_params.extend(
            [
                'async_req',
                '_return_http_data_only'
            ]
        )

        collection_formats = {}
        path_params = {}
        query_params = []
        if 'page_size' in local_var_params and local_var_params['page_size'] is not None:  # noqa: E501
            query_params.append(('pageSize', local_var_params['page_size']))  # noqa: E501
        if 'tag_list' in local_var_params and local_var_params['tag_list'] is not None:  # noqa: E501
            query_params.append(('tagList[]', local_var_params['tag_list']))  # noqa: E501
            collection_formats['tagList[]'] = 'pipe'  # noqa: E501
        if '_from' in local_var_params and local_var_params['_from'] is not None:  # noqa: E501
            query_params.append(('From', local_var_params['_from']))  # noqa: E501
        header_params = {}
        if 'x_trace' in local_var_params:
            header_params['X-TRACE'] = local_var_params['x_trace']  # noqa: E501
        form_params = []
        local_var_files = {}
        body_params = None
        header_params['Accept'] = self.api_client.select_header_accept(
            ['application/json'])  # noqa: E501
        return self.api_client.call_api(
            '/pets', 'GET',
            path_params,
            query_params,
            header_params,
            body=body_params,
            collection_formats=collection_formats)

    def upload_photo_with_http_info(self, pet_id, **kwargs):  # noqa: E501
        local_var_params = locals()

        all_params = [
            'pet_id',
            'photo_file',
            'photo_note'
        ]
        path_params = {}
        if 'pet_id' in local_var_params:
            path_params['petId'] = local_var_params['pet_id']  # noqa: E501
        form_params = []
        local_var_files = {}
        if 'photo_file' in local_var_params:
            local_var_files['photoFile'] = local_var_params['photo_file']  # noqa: E501
        if 'photo_note' in local_var_params:
            form_params.append(('photoNote', local_var_params['photo_note']))  # noqa: E501

    def add_pet_with_http_info(self, pet, **kwargs):  # noqa: E501
        local_var_params = locals()

        all_params = [
            'pet'
        ]
        body_params = None
        if 'pet' in local_var_params:
            body_params = local_var_params['pet']
