# coding: utf-8

from pydantic import BaseModel, ConfigDict, Field, StrictStr, field_validator
from typing import Any, ClassVar, Dict, List, Optional
from typing_extensions import Annotated


class Pet(BaseModel):
    """
    Pet
    """ # noqa: E501
    owner_name: Annotated[str, Field(min_length=1, strict=True)] = Field(description="whose alias=it is", alias="ownerName")
    mood: Optional[StrictStr] = None
    name_dup: Optional[StrictStr] = Field(default='it's', alias="nameDup")
    name_dup: Optional[StrictStr] = None
    additional_properties: Dict[str, Any] = {}
    __properties: ClassVar[List[str]] = ["ownerName", "mood", "nameDup", "name_dup"]

    @field_validator('mood')
    def mood_validate_enum(cls, value):
        """Validates the enum"""
        if value is None:
            return value

        if value not in set(['good', 'so-so']):
            raise ValueError("must be one of enum values ('good', 'so-so')")
        return value

    model_config = ConfigDict(
        populate_by_name=True,
    )
