import doctest
from types import ModuleType

import pytest

from site_builder.pages import emitter, pairing, routes


@pytest.mark.parametrize("module", [emitter, pairing, routes])
def test_the_examples_in_the_documentation_are_true(module: ModuleType) -> None:
    tried = doctest.testmod(module)

    assert tried.attempted > 0
    assert tried.failed == 0
