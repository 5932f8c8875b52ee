# coding: utf-8

from pets_client.configuration import Configuration


class Pet(object):
    openapi_types = {
        'owner_name': 'str',
        'mood': 'str',
        'name_dup': 'str',
        'name_dup': 'str'
    }

    attribute_map = {
        'owner_name': 'ownerName',
        'mood': 'mood',
        'name_dup': 'nameDup',
        'name_dup': 'name_dup'
    }

    def __init__(self, owner_name=None, mood=None):  # noqa: E501
        self._owner_name = None
        self._mood = None

    @property
    def mood(self):
        return self._mood

    @mood.setter
    def mood(self, mood):
        allowed_values = [None,"good", "so-so"]  # noqa: E501
        if mood not in allowed_values:  # noqa: E501
            raise ValueError("Invalid value for `mood` ({0}), must be one of {1}")
        self._mood = mood
