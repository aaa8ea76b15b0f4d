import json
from pathlib import Path

import pytest

from burgertop_app.domain.errors import InvalidInput, NotFound
from burgertop_app.domain.form_parts import QuestionKind
from burgertop_app.domain.form_rules import AnswerWithin, MeetsEvery, PanelSize, RepeatedAfter, TopN
from burgertop_app.domain.forms import Page, Word
from burgertop_app.exchange.recipes import all_in, from_snapshot, read_recipe, snapshot
from burgertop_app.messages.errors import sentence

TOP = Path(__file__).parents[2]
SHIPPED = TOP / "resources" / "forms"
SMALL = TOP / "tests" / "fixtures" / "forms"

GOOD = """
schema = 1
code = "proef"
version = 1
name = {nl = "Proef", en = "Trial"}
summary = [{nl = "a", en = "a"}, {nl = "b", en = "b"}, {nl = "c", en = "c"}]
pages = ["overview", "board", "evaluation"]
card_kinds = [{code = "tip", name = {nl = "tip", en = "tip"}}]

[words]
card = {nl = "briefje", en = "note"}

[defaults]
seats = 20

[[items]]
code = "kwestie"
name = {nl = "kwestie", en = "issue"}
plural = {nl = "kwesties", en = "issues"}
stages = [{code = "new", name = {nl = "nieuw", en = "new"}}]
fields = [{code = "where", name = {nl = "waar", en = "where"}}]

[[instruments]]
code = "after"
name = {nl = "na afloop", en = "afterwards"}
questions = [{code = "heard", text = {nl = "Gehoord?", en = "Heard?"}}]

[[rules]]
name = "panel_size"
low = 10
high = 30
"""


def written(tmp_path, text, name="proef.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [*SHIPPED.glob("*.toml"), *SMALL.glob("*.toml")], ids=lambda path: path.stem)
def test_recipe_reads_and_its_snapshot_reads_back_the_same(path):
    recipe = read_recipe(path)

    kept = snapshot(recipe)

    assert from_snapshot(kept.text) == recipe
    assert snapshot(from_snapshot(kept.text)) == kept


def test_shipped_forms_keep_their_agreements():
    panel, summit = all_in(SHIPPED)

    assert (panel.code, panel.seats, panel.rule(AnswerWithin).weeks) == ("burgerpanel", 30, 6)
    assert summit.rule(PanelSize).high >= 314
    assert summit.words[Word.PROPOSAL].say("nl") == "verbeterplan"


def test_issue_board_is_a_recipe_and_no_code():
    board = read_recipe(SMALL / "issue_board.toml")

    assert (board.rule(TopN).kind, board.rule(TopN).n) == ("kwestie", 3)
    assert (board.rule(MeetsEvery).min_weeks, board.rule(MeetsEvery).max_weeks) == (4, 12)
    assert Page.BOARD in board.pages
    assert [stage.code for stage in board.item("kwestie").stages if stage.final] == ["solved", "dropped"]


def test_mirror_talk_is_a_recipe_and_no_code():
    talk = read_recipe(SMALL / "mirror_talk.toml")
    (mirrors,) = talk.instruments

    assert [len(mirror.questions) for mirror in mirrors.mirrors] == [3] * 5
    assert all(question.kind is QuestionKind.SCALE for question in mirrors.all_questions())
    assert (mirrors.quote, mirrors.step, talk.rule(RepeatedAfter).months) == (True, True, 12)


def test_snapshot_does_not_depend_on_how_the_file_is_laid_out(tmp_path):
    loose = GOOD.replace(" = ", "   =   ").replace("[words]", "# uitleg\n[words]")

    one, other = (snapshot(read_recipe(written(tmp_path, text))) for text in (GOOD, loose))

    assert one == other
    assert json.loads(one.text)["code"] == "proef"


def test_snapshot_changes_with_the_recipe(tmp_path):
    one, other = (
        snapshot(read_recipe(written(tmp_path, text)))
        for text in (GOOD, GOOD.replace("seats = 20", "seats = 21"))
    )

    assert one.sha256 != other.sha256


SCALE = 'questions = [{code = "heard", text = {nl = "Gehoord?", en = "Heard?"}'
PLACE = 'fields = [{code = "where", name = {nl = "waar", en = "where"}'
CHOICE = PLACE + ', kind = "choice", choices = ['
TWO = '{code = "a", name = {nl = "a", en = "a"}}, {code = "a", name = {nl = "b", en = "b"}}]'


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("schema = 1", "schema = 2", "recipe_schema", "schema"),
        ("schema = 1", 'schema = "1"', "recipe_type", "schema"),
        ("version = 1", "version = true", "recipe_type", "version"),
        ("version = 1", "version = 0", "recipe_number", "version"),
        ("version = 1\n", "", "recipe_key_missing", "version"),
        ("version = 1", "version = 1\ncolour = 1", "recipe_key_unknown", "colour"),
        ('code = "proef"', 'code = "Proef 1"', "recipe_code", "code"),
        ('name = {nl = "Proef", en = "Trial"}', 'name = "Proef"', "recipe_type", "name"),
        ('en = "Trial"', 'en = " "', "recipe_text_empty", "name.en"),
        (', en = "Trial"', "", "recipe_key_missing", "name.en"),
        (', {nl = "c", en = "c"}', "", "recipe_count", "summary"),
        ('pages = ["overview"', 'pages = ["overzicht"', "recipe_choice", "pages[1]"),
        ('pages = ["overview"', 'pages = ["board"', "recipe_twice", "pages"),
        ('pages = ["overview", "board", "evaluation"]', "pages = []", "recipe_count", "pages"),
        ('pages = ["overview", "board", "evaluation"]', 'pages = "overview"', "recipe_type", "pages"),
        ('"board", ', "", "recipe_page", "items"),
        (', "evaluation"', "", "recipe_page", "instruments"),
        ("card = {nl", "paper = {nl", "recipe_choice", "words.paper"),
        ("seats = 20", "seats = 0", "recipe_number", "defaults.seats"),
        ("seats = 20", "seats = 31", "recipe_number", "defaults.seats"),
        ("seats = 20", 'features = ["a", "A"]', "recipe_twice", "defaults.features"),
        ('card_kinds = [{code = "tip"', 'card_kinds = [{code = "t p"', "recipe_code", "card_kinds[1].code"),
        (
            'stages = [{code = "new", name = {nl = "nieuw", en = "new"}}]',
            "stages = []",
            "recipe_count",
            "items[1].stages",
        ),
        (PLACE, PLACE + ', kind = "colour"', "recipe_choice", "items[1].fields[1].kind"),
        (PLACE, PLACE + ', kind = "choice"', "recipe_choices", "items[1].fields[1].choices"),
        (PLACE + "}]", CHOICE + TWO + "}]", "recipe_twice", "items[1].fields[1].choices"),
        (PLACE, PLACE + ', kind = "person_role"', "recipe_role", "items[1].fields[1].role"),
        (PLACE, PLACE + ', role = "resident"', "recipe_role", "items[1].fields[1].role"),
        (SCALE, SCALE + ", low = 5", "recipe_number", "instruments[1].questions[1].high"),
        (SCALE + "}]", "", "recipe_instrument", "instruments[1].questions"),
        ("low = 10", "low = 40", "recipe_number", "rules[1].high"),
        ("low = 10\n", "", "recipe_key_missing", "rules[1].low"),
        ('name = "panel_size"', 'name = "panel_zise"', "recipe_choice", "rules[1].name"),
        ('name = "panel_size"\n', "", "recipe_key_missing", "rules[1].name"),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "panel_size"\nlow = 1\nhigh = 30',
            "recipe_twice",
            "rules",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "top_n"\nkind = "x"\nn = 3',
            "recipe_reference",
            "rules[2].kind",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "top_n"\nkind = "x"\nn = 0',
            "recipe_number",
            "rules[2].n",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "frozen_during"\nkind = "kwestie"\nstage = "old"',
            "recipe_reference",
            "rules[2].stage",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "repeated_after"\ninstrument = "x"\nmonths = 12',
            "recipe_reference",
            "rules[2].instrument",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "meets_every"\nmin_weeks = 12\nmax_weeks = 4',
            "recipe_number",
            "rules[2].max_weeks",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "answer_within"\nweeks = 6\nrule = "soon"',
            "recipe_choice",
            "rules[2].rule",
        ),
        (
            "high = 30",
            'high = 30\n[[rules]]\nname = "majority_of_role"\nrole = "king"',
            "recipe_choice",
            "rules[2].role",
        ),
    ],
)
def test_wrong_recipe_names_the_file_and_the_key(tmp_path, old, new, code, key):
    assert GOOD.count(old) >= 1
    path = written(tmp_path, GOOD.replace(old, new, 1))

    with pytest.raises(InvalidInput) as caught:
        read_recipe(path)

    assert (caught.value.code, caught.value.params["key"]) == (code, key)
    assert "proef.toml" in sentence(caught.value)


def test_file_that_is_no_toml_is_refused(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_recipe(written(tmp_path, "code = \nversion = 1"))

    assert "line 1" in sentence(caught.value)


@pytest.mark.parametrize("read", [read_recipe, all_in])
def test_missing_recipes_are_told(tmp_path, read):
    with pytest.raises(NotFound) as caught:
        read(tmp_path / "weg")

    assert sentence(caught.value)


def test_two_recipes_with_one_code_are_refused(tmp_path):
    written(tmp_path, GOOD)
    written(tmp_path, GOOD, "tweede.toml")

    with pytest.raises(InvalidInput) as caught:
        all_in(tmp_path)

    assert caught.value.params["file"] == "tweede.toml"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"])
def test_broken_snapshot_is_refused(text):
    with pytest.raises(InvalidInput) as caught:
        from_snapshot(text)

    assert sentence(caught.value)
