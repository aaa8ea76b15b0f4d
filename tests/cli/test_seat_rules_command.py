import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import seat
from burgertop_app.i18n import speaking

STEPS = ["--steps", "400"]
TOPICS = "[[topic]]\nname = 'groen'\nround = 2\ntables = [1, 2]\n"


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    rows = [f"P{number:02d},{'vm'[number % 2]},{'abc'[number % 3]}" for number in range(1, 25)]
    path.write_text("\n".join(["Nummer,Geslacht,wijk", *rows]), encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "plan.csv"


@pytest.fixture
def run(people, out):
    app = typer.Typer()
    app.callback()(lambda: None)
    seat.register(app)
    usual = {
        "--people": str(people),
        "--spread": "geslacht,wijk",
        "--table-size": "5",
        "--rounds": "3",
        "--out": str(out),
    }

    def invoke(*words, **other):
        given = usual | {f"--{name.replace('_', '-')}": value for name, value in other.items()}
        options = [word for pair in given.items() for word in pair]
        return CliRunner().invoke(app, ["seat", *options, *(words or STEPS)])

    with speaking("nl"):
        yield invoke


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[lock]]\nperson = 'P99'\nround = 1\ntable = 1\n", "regel 1 van rules.toml noemt P99"),
        ("\n[[lock]]\nperson = 'P01'\nround = 4\ntable = 1\n", "regel 2 van rules.toml heeft 4 bij “round”"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 6\n", "het hoogste is 5"),
        ("[[lock]]\nperson = 'P01'\nround = 1\n", "geen bruikbare “table”"),
        ("[[lock]]\nperson = 'P01'\nround = true\ntable = 1\n", "geen bruikbare “round”"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\nseat = 3\n", "“seat”"),
        ("[lock]\nperson = 'P01'\n", "[[lock]]"),
        ("lock = [1]\n", "[[lock]]"),
        ("[[quiet]]\na = 'P01'\n", "een kop “quiet”"),
        ("a = 1\n\n[[lock\n", "Regel 3 van rules.toml"),
        ("[[apart]]\npeople = ['P01']\n", "minstens twee mensen"),
        ("[[apart]]\npeople = ['P01', 'P02']\n" + "[[together]]\npeople = ['P02', 'P01']\n", "P01 en P02"),
        ("[[together]]\npeople = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06']\n", "6 mensen"),
        ("[[need]]\npeople = ['P01']\nproperty = 'lift'\n", "“lift”"),
        ("[[mixing]]\nattribute = 'wijk'\nvalue = 'q'\nmode = 'spread'\n", "a, b, c"),
        ("[[mixing]]\nattribute = 'wijk'\nvalue = 'a'\nmode = 'alone'\n", "never_one"),
        ("[[weight]]\nattribute = 'wijk'\nweight = -1\n", "“weight”"),
        (TOPICS + "[[choice]]\nperson = 'P01'\ntopics = ['water']\n", "“water”"),
        ("[[sizes]]\nround = 1\nsizes = [20, 5]\n", "25"),
        ("[[earlier]]\nplan = 'nergens.csv'\n", "nergens.csv"),
        (
            "".join(
                f"[[need]]\npeople = ['P{n:02d}']\nproperty = 'rolstoel'\ntables = [5]\n" for n in range(1, 6)
            ),
            "(rolstoel)",
        ),
        (
            "[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\n" * 2,
            "regel 5 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[ 'weight' ]]\nattribute = 'wijk'\nweight = 2\n" * 2, "regel 4 van rules.toml"),
        ("[[table]]\ntable = 1\nhigh = 5\n" * 2, "regel 4 van rules.toml"),
        ("[[sizes]]\nround = 1\nsizes = [24]\n" * 2, "regel 4 van rules.toml"),
        (
            TOPICS + "[[choice]]\nperson = 'P01'\ntopics = ['groen']\n" + "[[choice]]\nperson = 'P01'\n"
            "topics = ['groen']\nround = 2\n",
            "regel 8 van rules.toml gaat over hetzelfde als die op regel 5",
        ),
        (
            TOPICS + "[[choice]]\nperson = 'P01'\ntopics = ['groen', 'groen']\n",
            "regel 5 van rules.toml noemt “groen” twee keer",
        ),
        (
            TOPICS + "[[topic]]\nname = 'water'\nround = 2\ntables = [3, 2]\n",
            "regel 5 van rules.toml geeft tafel 2 een tweede onderwerp",
        ),
        (
            "[[apart]]\npeople = ['P01', 'P02']\n[[apart]]\npeople = ['P02', 'P01']\nrounds = [3, 1, 2]\n",
            "regel 3 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[together]]\npeople = ['P01', 'P02']\n" * 2, "hetzelfde als die op regel 1"),
        ("[[observer]]\npeople = ['P01', 'P02']\n[[observer]]\npeople = ['P02', 'P01']\n", "die op regel 1"),
        (
            "[[absent]]\npeople = 'P01'\nrounds = 2\n[[absent]]\npeople = ['P01']\nrounds = [2]\n",
            "die op regel 1",
        ),
        (
            (
                "[[need]]\npeople = ['P01']\nproperty = 'x'\ntables = [1, 2]\n"
                "[[need]]\npeople = ['P01']\ntables = [2, 1]\nproperty = 'x'\n"
            ),
            "regel 5 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[earlier]]\nplan = 'eerder.csv'\n[[earlier]]\nplan = './eerder.csv'\n", "regel 3 van rules.toml"),
        ("[[sizes]]\nround = 1\nsizes = [23, 1]\n", "iemand alleen zitten"),
        ('[[earlier]]\nplan = "a\\u0000b"\n', "noemt de indeling a b, maar die is er niet"),
        (
            TOPICS + "[[choice]]\nperson = 'P01'\ntopics = 'groen'\nround = 1\n",
            "ronde 1 heeft geen onderwerpen",
        ),
        (
            TOPICS
            + "".join(
                f"[[choice]]\nperson = 'P{n:02d}'\ntopics = 'groen'\nwithin = 1\n" for n in range(1, 12)
            ),
            "een bepaalde tafel nodig (groen)",
        ),
        ("[[facilitator]]\nname = 'Noor'\napart = ['Noor']\n", "geen bruikbare “apart”"),
        ("[[table]]\ntable = 1\nproperties = ['']\n", "geen bruikbare “properties”"),
        ("[[table]]\ntable = 1\nhigh = 1\n", "“low”"),
        ("[[table]]\ntable = 1\nlow = 1\nhigh = 4\n", "iemand alleen zitten"),
        (
            "[[absent]]\npeople = ['P01']\nrounds = [2]\n[[lock]]\nperson = 'P01'\nround = 2\ntable = 1\n",
            "maar P01 is er dan niet",
        ),
        (
            f"[[absent]]\npeople = {[f'P{n:02d}' for n in range(1, 24)]}\nrounds = [2]\n",
            "regel 1 van rules.toml zijn er te weinig mensen in ronde 2: 1",
        ),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = " + "9" * 900, "1000000000000…"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 0x" + "f" * 6000, "1000000000000…"),
        ("[[lock]]\nperson = '" + "P" * 9000 + "'\nround = 1\ntable = 1", "PPP…"),
        ('[[lock]]\nperson = "P\\n\\u202eX"\nround = 1\ntable = 1', "P  X"),
        (
            "".join(f"[[lock]]\nperson = 'P{n:02d}'\nround = 1\ntable = 5\n" for n in range(1, 7)),
            "maar daar zijn 4 plaatsen",
        ),
    ],
)
def test_rules_that_cannot_be_kept_are_refused(run, out, tmp_path, content, said):
    rules = tmp_path / "rules.toml"
    rules.write_text(content, encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "eerder"),
        (b"", "leeg"),
        (b"person_id,round\nP01,1\n", "“table”"),
        (b"person_id,round,table\nP01,1,nul\n", "Rij 2 van eerder.csv"),
        (b"\x00\xff\xfe\x00" * 9, "eerder.csv"),
    ],
)
def test_an_earlier_plan_that_cannot_be_used_is_told_with_the_rule(run, out, tmp_path, content, said):
    (tmp_path / "eerder.csv").mkdir() if content is None else (tmp_path / "eerder.csv").write_bytes(content)
    rules = tmp_path / "rules.toml"
    rules.write_text("\n[[earlier]]\nplan = 'eerder.csv'\n", encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert "De regel “earlier” op regel 2 van rules.toml noemt de indeling eerder.csv" in result.stderr
    assert said in result.stderr.split("noemt de indeling eerder.csv", 1)[1]
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


def test_rules_that_no_plan_keeps_leave_no_file(run, out, tmp_path):
    """Three who stay apart at two tables: each rule can be kept alone, which is all that is looked at."""
    rules = tmp_path / "rules.toml"
    needs = "".join(f"[[need]]\npeople = ['P{n:02d}']\nproperty = 'x'\ntables = [1, 2]\n" for n in (1, 2, 3))
    rules.write_text(needs + "[[apart]]\npeople = ['P01', 'P02', 'P03']\n", encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert "zitten P0" in result.stderr
    assert not out.exists()


def test_an_earlier_plan_is_never_written_over(run, out, tmp_path):
    out.write_text("person_id,round,table\nP01,1,1\nP02,1,1\n", encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text("[[earlier]]\nplan = 'plan.csv'\n", encoding="utf-8")
    before = out.read_bytes()

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert out.read_bytes() == before
