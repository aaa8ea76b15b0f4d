import pytest

from burgertop_app.i18n import speaking
from burgertop_app.messages.tables import walk_in_words


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ((), "Marek (number 12) is present."),
        ((4, 2), "Marek (number 12) is present. Table 4 · 2."),
        (
            (None, None),
            (
                "Marek (number 12) is present. "
                "There is no free seat yet: repair the plan, or put a chair in the room."
            ),
        ),
        (
            (4, None, 2),
            (
                "Marek (number 12) is present. Table 4 · – · 2. "
                "Round 2 has no free seat yet: repair the plan, or put a chair in the room."
            ),
        ),
        (
            (None, None, 2),
            (
                "Marek (number 12) is present. Table – · – · 2. "
                "Rounds 1 and 2 have no free seat yet: repair the plan, or put a chair in the room."
            ),
        ),
    ],
)
def test_a_walk_in_hears_their_tables_and_which_round_is_full(tables, told):
    assert walk_in_words("Marek", "12", tables) == told
