from pets_client.model_utils import ModelNormal, cached_property


class Pet(ModelNormal):
    """
    Attributes:
      attribute_map (dict): The key is attribute name
          and the value is json key in definition.
    """

    allowed_values = {
        ('mood',): {
            'None': None,
            'GOOD': "good",
            'SO-SO': "so-so",
        },
    }

    validations = {
    }

    @cached_property
    def openapi_types():
        return {
            'owner_name': (str,),  # noqa: E501
            'mood': (str,),  # noqa: E501
        }

    attribute_map = {
        'owner_name': 'ownerName',  # noqa: E501
        'mood': 'mood',  # noqa: E501
        'name_dup': 'nameDup',  # noqa: E501
        'name_dup': 'name_dup',  # noqa: E501
    }
