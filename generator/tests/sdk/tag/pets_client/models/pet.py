# coding: utf-8

from pets_client import schemas


class Pet(
    schemas.DictSchema
):
    class MetaOapg:
        class properties:
            ownerName = schemas.StrSchema
