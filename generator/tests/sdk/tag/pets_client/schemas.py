# coding: utf-8


class Schema:
    """The base of every model."""
