import hashlib
import hmac
from collections import Counter

import pytest

from burgertop_app.domain.draw_protocol import (
    DrawnNumber,
    Salts,
    leaf,
    number_from_seed,
    panel_hash,
    tidy_seed,
)
from burgertop_app.domain.errors import InvalidInput

DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("digest", "seed", "number"),
    [
        (DIGEST, "6 2 4 1 5 3 3 6", 21),
        (DIGEST, "Lotto 28 november 2026: 3 14 15 26 35 41", 882),
        ("f" * 64, "drand 4242", 992),
        (DIGEST, "Zoë", 998),
    ],
)
def test_number_is_pinned(digest, seed, number):
    assert number_from_seed(digest, seed) == number


def test_number_follows_the_published_recipe():
    block = hashlib.sha256(f"burgertop/number/1\n{DIGEST}\nballen\n0".encode()).digest()

    assert number_from_seed(DIGEST, "ballen") == int.from_bytes(block[:8], "big") % 1000


@pytest.mark.parametrize("spelled", [" 6  2\t4 ", "6 2 4\n", "6\u00a02 4"])
def test_white_space_in_the_seed_does_not_matter(spelled):
    assert number_from_seed(DIGEST, spelled) == number_from_seed(DIGEST, "6 2 4")


def test_composed_and_decomposed_letters_are_one_seed():
    assert tidy_seed("Zoe\u0308") == tidy_seed("Zoë")


def test_empty_seed_is_refused():
    with pytest.raises(InvalidInput, match="draw_seed_empty"):
        number_from_seed(DIGEST, " \n ")


def test_ten_thousand_seeds_draw_every_number_equally():
    """Chi-square over 1000 numbers, 999 degrees of freedom: above 1143 by chance once in a thousand."""
    seen = Counter(number_from_seed(DIGEST, f"dice {seed}") for seed in range(10_000))

    assert sum((seen[number] - 10) ** 2 / 10 for number in range(1000)) < 1143


@pytest.mark.parametrize("number", [-1, 1000])
def test_number_without_a_panel_is_refused(number):
    with pytest.raises(InvalidInput, match="draw_number_range"):
        DrawnNumber(number)


def test_leaf_follows_the_published_recipe():
    text = b'ab12\np7\n{"age":"16-29","area":"Noord"}'

    assert leaf("ab12", "p7", {"area": "Noord", "age": "16-29"}) == hashlib.sha256(text).hexdigest()


def test_panel_mark_follows_the_published_recipe():
    secret = bytes(32)
    salt = hmac.new(secret, b"burgertop/panel/1\n007", hashlib.sha256).hexdigest()

    assert Salts({}, secret.hex()).of_panel(7) == salt
    assert panel_hash(salt, 7, ("a", "b")) == hashlib.sha256(f'{salt}\n007\n["a","b"]'.encode()).hexdigest()
