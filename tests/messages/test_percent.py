import pytest

from burgertop_app.i18n import percent


@pytest.mark.parametrize(("share", "said"), [(0.217, "22"), (0.09, "9"), (1, "100")])
def test_a_percentage_never_breaks_before_its_sign(share, said):
    assert percent(share) == f"{said}\N{NO-BREAK SPACE}%"
