# coding: utf-8

from enum import Enum


class Color(str, Enum):
    """
    Color
    """

    """
    allowed enum values
    """
    RED = 'red'
    DARK_MINUS_BLUE = 'dark-blue'

    @classmethod
    def from_json(cls, json_str: str) -> Self:
        """Create an instance of Color from a JSON string"""
        return cls(json.loads(json_str))
