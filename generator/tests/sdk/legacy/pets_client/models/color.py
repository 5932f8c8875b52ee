# coding: utf-8


class Color(object):
    """
    allowed enum values
    """
    RED = "red"
    DARK_BLUE = "dark-blue"

    allowable_values = [RED, DARK_BLUE]  # noqa: E501

    openapi_types = {
    }

    attribute_map = {
    }
