# coding: utf-8


class Configuration(object):
    host = "https://pets.example"
