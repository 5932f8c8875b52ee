from pets_client.model_utils import ModelSimple


class Color(ModelSimple):
    allowed_values = {
        ('value',): {
            'RED': "red",
            'DARK-BLUE': "dark-blue",
        },
    }

    attribute_map = {}
