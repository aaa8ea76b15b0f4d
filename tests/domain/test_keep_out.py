import pytest

from burgertop_app.domain.keep_out import KeepOutReason, reason_class


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Belangenconflict", KeepOutReason.CONFLICT_OF_INTEREST),
        ("afkoelperiode ", KeepOutReason.COOL_DOWN),
        ("cool-down", KeepOutReason.COOL_DOWN),
        ("niet toegestaan", KeepOutReason.NOT_ELIGIBLE),
        ("not_eligible", KeepOutReason.NOT_ELIGIBLE),
        ("anders", KeepOutReason.OTHER),
        ("", KeepOutReason.OTHER),
        ("broer van de wethouder", KeepOutReason.OTHER),
        ("belangenconflict: broer van Jan", KeepOutReason.OTHER),
    ],
)
def test_only_the_class_of_a_reason_is_kept(text, reason):
    assert reason_class(text) is reason
