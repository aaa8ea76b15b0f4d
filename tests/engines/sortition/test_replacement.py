from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.draw_chain import rank
from burgertop_app.domain.draws import Entry, Pool
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.domain.replacing import Vacancy, misses_of
from burgertop_app.engines.sortition.replacement import replacements

STATE = "ab" * 32
POOL = Pool(
    ("age", "home"),
    (
        Entry("1", ("young", "town")),
        Entry("2", ("young", "country")),
        Entry("3", ("old", "town")),
        Entry("4", ("old", "country")),
        Entry("5", ("young", "town")),
        Entry("6", ("old", "country")),
        Entry("7", ("old", "town")),
        Entry("8", ("young", "country")),
    ),
)
QUOTAS = Quotas(
    (
        Quota("age", "young", 2, 2),
        Quota("age", "old", 2, 2),
        Quota("home", "town", 2, 2),
        Quota("home", "country", 2, 2),
    )
)


def vacancy(staying, reserves="", barred=""):
    return Vacancy(tuple(staying), 4 - len(staying), tuple(reserves), frozenset(barred))


def test_first_reserve_who_fits_joins():
    assert replacements(POOL, QUOTAS, vacancy("234", "678531"), STATE) == ("5",)


def test_reserve_who_misses_no_quota_goes_before_an_earlier_one_who_does():
    assert replacements(POOL, QUOTAS, vacancy("124", "687"), STATE) == ("7",)


def test_volunteer_joins_when_no_reserve_restores_the_quotas():
    assert replacements(POOL, QUOTAS, vacancy("234", "678", barred="1"), STATE) == ("5",)


def test_who_said_no_is_never_drawn():
    joined = replacements(POOL, QUOTAS, vacancy("234", "5678", barred="15"), STATE)

    assert joined
    assert not set(joined) & set("15")


def test_smallest_miss_is_taken_when_the_quotas_cannot_be_met():
    joined = replacements(POOL, QUOTAS, vacancy("234", "678", barred="15"), STATE)

    missed = misses_of(POOL, QUOTAS, ("2", "3", "4", *joined))
    assert sum(miss.short + miss.over for miss in missed) == 2


def test_open_seats_are_filled_jointly():
    joined = replacements(POOL, QUOTAS, vacancy("24", "6157"), STATE)

    assert joined == ("1", "7")
    assert misses_of(POOL, QUOTAS, ("2", "4", *joined)) == ()


def test_volunteers_come_in_the_order_of_the_state():
    first = min("15", key=lambda number: rank(STATE, number))

    assert replacements(POOL, QUOTAS, vacancy("234"), STATE) == (first,)


def test_housemate_of_who_stays_is_not_drawn():
    entries = tuple(
        Entry(each.number, each.values, "home" if each.number in "25" else "") for each in POOL.entries
    )

    joined = replacements(Pool(POOL.features, entries), QUOTAS, vacancy("234", "51"), STATE)

    assert joined == ("1",)


def test_seat_stays_open_when_nobody_is_left():
    assert replacements(POOL, QUOTAS, vacancy("234", barred="15678"), STATE) == ()


@st.composite
def vacancies(draw, tiny):
    """A tiny draw of which some members left, and a reserve list."""
    pool, quotas, rules = draw(tiny)
    numbers = draw(st.permutations([entry.number for entry in pool.entries]))
    staying, homes = [], set()
    for number in numbers[: draw(st.integers(0, rules.seats - 1))]:
        home = pool.by_number[number].household
        if home not in homes:
            staying.append(number)
            homes |= {home} - {""}
    rest = [number for number in numbers if number not in staying]
    barred = frozenset(draw(st.lists(st.sampled_from(rest), max_size=2)))
    reserves = tuple(number for number in rest[: draw(st.integers(0, 4))] if number not in barred)
    return pool, quotas, Vacancy(tuple(staying), rules.seats - len(staying), reserves, barred)


def every_choice(pool, vacancy, state):
    """All choices of people for the seats, in order of who comes first; the largest ones only."""
    homes = {pool.by_number[number].household for number in vacancy.staying} - {""}
    listed = {number: place for place, number in enumerate(vacancy.reserves)}
    order = sorted(
        (
            entry.number
            for entry in pool.entries
            if entry.number not in {*vacancy.staying, *vacancy.barred} and entry.household not in homes
        ),
        key=lambda number: (listed.get(number, len(listed)), rank(state, number)),
    )
    for size in range(min(vacancy.seats, len(order)), -1, -1):
        found = [some for some in combinations(order, size) if _separate(pool, some)]
        if found:
            return found
    raise AssertionError


def _separate(pool, some):
    homes = [pool.by_number[number].household for number in some if pool.by_number[number].household]
    return len(homes) == len(set(homes))


def total_miss(pool, quotas, members):
    return sum(miss.short + miss.over for miss in misses_of(pool, quotas, members))


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_replacements_are_the_first_of_all_choices_with_the_smallest_miss(tiny, data):
    pool, quotas, given_ = data.draw(vacancies(tiny))
    choices = every_choice(pool, given_, STATE)
    expected = min(choices, key=lambda some: total_miss(pool, quotas, (*given_.staying, *some)))

    assert replacements(pool, quotas, given_, STATE) == expected
