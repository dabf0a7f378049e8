"""The trades that examples and checks know. A firm has one, chosen once when its first value walk starts."""

from __future__ import annotations

from enum import StrEnum


class Trade(StrEnum):
    """What a firm does, as coarse as examples are chosen by."""

    METALWORKING = "metalworking"
    PLASTICS = "plastics"
    FOOD = "food"
    TEXTILES = "textiles"
    ELECTRONICS = "electronics"
    SOFTWARE = "software"
    AGRICULTURE = "agriculture"
    CONSTRUCTION = "construction"
    OTHER = "other"


def trade_of(value: str) -> Trade:
    """The trade of this name; OTHER for "" and for what is not known."""
    return Trade(value) if value in {str(one) for one in Trade} else Trade.OTHER
