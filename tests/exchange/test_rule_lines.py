import json
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.rule_lines import rule_lines
from burgertop_app.exchange.rule_text import read_rule_text

KINDS = {"lock": ("person", "round"), "apart": ("people",)}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[[lock]]\n\n[[lock]]\n", [1, 3]),
        ("[[\"lock\"]]\n[[ 'lock' ]]\n[[ lock ]] # [[lock]]\n", [1, 2, 3]),
        ('\n[["lo\\u0063k"]]\n[["\\u006C\\U0000006fck"]]', [2, 3]),
        ("# [[lock]]\n[[lock]]", [2]),
        ('[[apart]]\npeople = """\n[[lock]]\n[[lock]]\n"""\n[[lock]]\n', [6]),
        ("[[apart]]\npeople = '''\n[[lock]]'''''\n[[lock]]\n", [4]),
        ('[[apart]]\npeople = """\\"""\n[[lock]]"""""\n[[lock]]\n', [4]),
        ("[[apart]]\npeople = [\n  [1],\n  [[2]],\n]\n[[lock]]\n", [6]),
        ("lock = [{person = 'a'}, {person = 'b'},\n\n  {person = '{'}]", [1, 1, 3]),
        ("'lock' = [ # {\n  {person = [{a = 1}, {}]}, {}\n]\n", [2, 2]),
        ("apart.people = [{}]\nlock = [{}]", [2]),
        ("[apart]\nlock = [{}]\n[[lock]]", [3]),
        ("[[apart]]\n[[apart.lock]]\n[[lock]]\n[lock.person]\n[[lock.round]]\n", [3]),
        ("", []),
    ],
)
def test_each_rule_has_the_line_where_it_begins(text, lines):
    tomllib.loads(text)

    assert rule_lines(text).rules.get("lock", []) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\nlock.person = 'a'\n", 3),
        ("\n[lock]\nperson = 'a'\n", 2),
        ("\n\nlock = 'a'\n", 3),
        ("\nlock = [{}, 1]\n", 2),
        ("[[apart]]\npeople = ['a']\n[lock.person]\n", 3),
    ],
)
def test_a_rule_without_its_own_heading_is_told_with_its_line(tmp_path, text, line):
    with pytest.raises(InvalidInput) as refused:
        _read(tmp_path, text)

    assert (refused.value.code, refused.value.params["line"]) == ("seating_rule_form", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[lock]]\nperson = 1\nperson = 2\n\n", 3),
        ("['at line 9']\n['at line 9']\n", 2),
        ("a = 1\nlock = " + "[" * 4000 + "\n\n\n", 2),
        ("a = 1\nlock = " + "[" * 1000 + "]" * 1000 + "\n\n\n", 2),
        ("a = 1\n\nlock = " + "9" * 6000 + "\n\n\n", 3),
        ("a = 1\n\nlock = '''" + "\n", 4),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path, text, line):
    with pytest.raises(InvalidInput) as refused:
        _read(tmp_path, text)

    assert (refused.value.code, int(refused.value.params["line"])) == ("seating_rules_line", line)


def test_an_unknown_field_of_a_rule_in_a_list_has_the_line_of_that_rule(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        _read(tmp_path, "lock = [\n  {person = 'a'},\n  {person = 'b', seat = 1},\n]\n")

    assert (refused.value.params["field"], refused.value.params["line"]) == ("seat", 3)


NAMES = st.sampled_from(("lock", '"lock"', "'lock'", '"lo\\u0063k"', "apart", '"a.b"'))
SPACE = st.sampled_from(("", " ", "\t"))
WORDS = st.text("ab[]{}#\"'\\\n=, ", max_size=8)


@st.composite
def values(draw):
    """A value in some spelling of TOML, and possibly over several lines."""
    word = draw(WORDS)
    plain = json.dumps(word)
    spellings = [plain, f'"""{plain[1:-1]}"""', f'"""\n{plain[1:-1]}\\\n  """', f"[{plain}, # ]\n {plain}]"]
    if "'" not in word:
        spellings.append(f"'''\n{word}'''")
    return draw(st.sampled_from(spellings))


@st.composite
def files(draw):
    """A rules file with headings and lists in odd spellings, and the kinds of its rules in order."""
    lists = draw(st.lists(st.sampled_from(("table", "'sizes'")), unique=True))
    parts = (
        [f"{name} = [\n{{a = {draw(values())}}},\n{{}}\n]\n" for name in lists] if draw(st.booleans()) else []
    )
    for _ in range(draw(st.integers(0, 4))):
        gap = draw(SPACE)
        parts.append(f"{gap}[[{gap}{draw(NAMES)}{gap}]]{gap}# [[no]]\n")
        parts += [f"{key} = {draw(values())}\n" for key in ("a", "b.c") if draw(st.booleans())]
    return "".join(parts)


@given(text=files())
@example(text='[[lock]]\na = """\\\n  """\n')
def test_there_are_as_many_lines_as_rules_and_each_begins_one(text):
    try:
        found = tomllib.loads(text)
    except ValueError:
        found = {}

    lines = rule_lines(text).rules

    rows = text.split("\n")
    for kind, rules in found.items():
        assert len(lines[kind]) == len(rules)
        assert all(rows[line - 1].lstrip().startswith(("[[", "{")) for line in lines[kind])


@given(text=st.text("[]{}\"'#=a.\n\\ ", max_size=30))
def test_any_text_has_lines(text):
    assert all(line >= 1 for lines in rule_lines(text).rules.values() for line in lines)


def _read(folder, text):
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return read_rule_text(path, KINDS)
