import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.quotas import Quota, Quotas


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (("age", "", 1, 2), "quota_blank"),
        (("age", "old", 3, 2), "quota_bounds"),
        (("age", "old", -1, 2), "quota_bounds"),
        (("age", "old", 1, 2, 2, 2), "quota_low_flex"),
        (("age", "old", 1, 2, 0, 1), "quota_high_flex"),
    ],
)
def test_impossible_quota_is_refused(fields, code):
    with pytest.raises(InvalidInput, match=code):
        Quota(*fields)


def test_flex_bounds_how_far_a_quota_may_be_eased():
    quota = Quota("age", "old", 3, 5, 1, 6)

    assert quota.most_lower == 2
    assert quota.most_higher(30) == 1


def test_without_flex_a_quota_may_be_eased_as_far_as_needed():
    quota = Quota("age", "old", 3, 5)

    assert quota.most_lower == 3
    assert quota.most_higher(30) == 25


def test_a_value_has_one_quota():
    with pytest.raises(InvalidInput, match="quota_twice"):
        Quotas((Quota("age", "old", 1, 2), Quota("age", "old", 2, 3)))


def test_no_quotas_at_all_are_refused():
    with pytest.raises(InvalidInput, match="quota_none"):
        Quotas(())


def test_features_stand_in_the_order_given():
    quotas = Quotas((Quota("sex", "f", 0, 1), Quota("age", "old", 0, 1), Quota("sex", "m", 0, 1)))

    assert quotas.features == ("sex", "age")
