# coding: utf-8

from typing import Dict, List, Optional, Tuple

from pets_client.api_client import ApiClient, RequestSerialized


class PetApi:
    """Everything about pets."""

    def __init__(self, api_client=None) -> None:
        self.api_client = api_client or ApiClient()

    @validate_call
    def find_pets(
        self,
        page_size: Annotated[int, Field(le=100, strict=True, description="Page size")],
        tag_list: Optional[List[StrictStr]] = None,
        var_from: Optional[date] = None,
        x_trace: Optional[StrictStr] = None,
        session_id: Optional[StrictStr] = None,
        _request_timeout: Optional[StrictFloat] = None,
    ) -> List[Pet]:
        """Finds pets

        :param page_size: Page size (required)
        """
        _param = self._find_pets_serialize(
            page_size=page_size,
            tag_list=tag_list,
            _request_auth=_request_auth,
        )

    def _find_pets_serialize(
        self,
        page_size,
        tag_list,
        var_from,
        x_trace,
        session_id,
        _request_auth,
        _content_type,
        _headers,
        _host_index,
    ) -> RequestSerialized:

        _host = None

        _collection_formats: Dict[str, str] = {
            'tagList[]': 'pipes',
        }

        _path_params: Dict[str, str] = {}
        _query_params: List[Tuple[str, str]] = []
        _header_params: Dict[str, Optional[str]] = _headers or {}
        _form_params: List[Tuple[str, str]] = []
        _body_params: Optional[bytes] = None

        # process the query parameters
        if page_size is not None:

            _query_params.append(('pageSize', page_size))

        if tag_list is not None:

            _query_params.append(('tagList[]', tag_list))

        if var_from is not None:
            if isinstance(var_from, date):
                _query_params.append(
                    (
                        'From',
                        var_from.strftime(
                            self.api_client.configuration.date_format
                        )
                    )
                )
            else:
                _query_params.append(('From', var_from))

        # process the header parameters
        if x_trace is not None:
            _header_params['X-TRACE'] = x_trace

        # set the HTTP header `Accept`
        if 'Accept' not in _header_params:
            _header_params['Accept'] = self.api_client.select_header_accept(
                [
                    'application/json'
                ]
            )

    def _upload_photo_serialize(
        self,
        pet_id,
        photo_file,
        photo_note,
        _request_auth,
        _content_type,
        _headers,
        _host_index,
    ) -> RequestSerialized:
        if pet_id is not None:
            _path_params['petId'] = pet_id
        # process the form parameters
        if photo_file is not None:
            _files['photoFile'] = photo_file
        if photo_note is not None:
            _form_params.append(('photoNote', photo_note))
        if _content_type:
            _header_params['Content-Type'] = _content_type

    def _add_pet_serialize(
        self,
        pet,
        _request_auth,
        _content_type,
        _headers,
        _host_index,
    ) -> RequestSerialized:
        _body_params: Optional[bytes] = None
        if pet is not None:
            _body_params = pet
