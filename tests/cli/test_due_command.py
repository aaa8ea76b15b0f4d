import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import due
from burgertop_app.i18n import speaking


@pytest.fixture
def run():
    app = typer.Typer()
    app.callback()(lambda: None)
    due.register(app)
    with speaking("nl"):
        yield lambda *words: CliRunner().invoke(app, ["due", *words])


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["--received", "2026-02-20"], "2026-04-07"),
        (["--received", "2026-03-24"], "2026-05-06"),
        (["--received", "2026-11-13"], "2026-12-28"),
        (["--received", "2026-04-03"], "2026-05-18"),
        (["--received", "2026-04-03", "--rule", "calendar"], "2026-05-15"),
        (["--received", "2026-04-03", "--weeks", "1"], "2026-04-10"),
    ],
)
def test_due_prints_the_date_and_then_why(run, words, last):
    result = run(*words)

    first, second = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first == last
    assert "na ontvangst op " in second


def test_the_reason_is_the_sentence_of_the_agreement(run):
    result = run("--received", "2026-02-20")

    assert result.stdout.splitlines() == [
        "2026-04-07",
        (
            "zes weken na ontvangst op vrijdag 20 februari 2026 is Goede Vrijdag 3 april;"
            " de eerstvolgende werkdag is dinsdag 7 april"
        ),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--received", "2026-02-30"], "De datum 2026-02-30 bestaat niet."),
        (["--received", "20 februari"], "“20 februari” is geen datum"),
        (["--received", "2026-02-20", "--weeks", "0"], "1 tot 104 weken"),
        (["--received", "9999-12-31"], "Controleer het jaar."),
    ],
)
def test_bad_input_gives_one_sentence_and_exit_2(run, words, said):
    result = run(*words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_term_beyond_the_table_warns_beside_the_answer(run):
    result = run("--received", "2029-03-01")

    assert len(result.stdout.splitlines()) == 2
    assert "Staatscourant" in result.stderr


def test_help_is_in_the_language_spoken(run):
    assert "Dag van ontvangst" in run("--help").stdout
