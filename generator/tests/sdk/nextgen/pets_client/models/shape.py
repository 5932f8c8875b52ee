# coding: utf-8

from pydantic import BaseModel


class Shape(BaseModel):
    """
    Shape
    """
    # data type: Circle
    oneof_schema_1_validator: Optional[Circle] = None
    actual_instance: Optional[Union[Circle]] = None
    one_of_schemas: Set[str] = { "Circle" }
