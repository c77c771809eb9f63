import pytest

from site_builder.graph.encyclopedia import Encyclopedia, Entity
from site_builder.model.facts import InstrumentFacts, VenueFacts
from site_builder.model.identity import EntityId
from tests.authoring.encyclopedias import make_encyclopedia, make_entity


@pytest.fixture
def encyclopedia() -> Encyclopedia:
    """Two musicians, two halls, an instrument with a file and one without."""
    return make_encyclopedia(
        make_entity("musicians/bakhyt-taro", "Bakhyt Taro", aliases=("Бақыт Таро",)),
        make_entity("musicians/amalia-askarova", "Amalia Askarova"),
        make_entity("venues/small-hall", "Small Hall", about=VenueFacts(city="Almaty")),
        make_entity("venues/great-hall", "Great Hall", about=VenueFacts(city="Almaty")),
        make_entity("venues/carnegie-hall", "Carnegie Hall", about=VenueFacts(city="New York")),
        make_entity("instruments/dombra", "Dombra", aliases=("dombyra",), about=InstrumentFacts(family="strings")),
        Entity(EntityId("instruments/violin"), "Violin", "Violin", "violin"),
        Entity(EntityId("countries/kazakhstan"), "Kazakhstan", "Kazakhstan", "kazakhstan"),
        members={"venues/small-hall": 1, "venues/carnegie-hall": 3, "instruments/violin": 2},
    )
