"""The organiser's own look: kept, refused, undone, in documents made now, and never in what was frozen."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from burgertop_app.domain.archive import ArchiveRequest
from burgertop_app.domain.errors import Conflict, InvalidInput, NotFound, NotPossible
from burgertop_app.domain.house_style import HOUSE, HouseStyle, Look
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.sign_off import SignOffForm, SignOffWay
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.pictures import MOST_BYTES, prepared
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.printing.rendering import render

ALT = "Logo van Waterrijk"


def logo(colour="navy", size=(60, 40)):
    drawn = io.BytesIO()
    Image.new("RGB", size, colour).save(drawn, "PNG")
    return prepared(drawn.getvalue(), "a.png").content


RED, BLUE = Look("#A3123C", logo("red"), ALT), Look("#1F5A9E", logo("blue"), ALT)


@pytest.fixture
def advice(house, process):
    made = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(made, RecommendationForm(title="Eén loket", reason="Scheelt tijd"))
    return made


def fix(house, advice, reason="Geen ronde."):
    ready = house.publishing.prepare(advice, reason)
    house.publishing.publish(ready, render(ready.paper, UNHEARD).content)
    return house.advising.versions(advice)[-1]


def stored(house, kind, **equal):
    with house.workspace.context.work.reading() as store:
        return store.find(kind, **equal)


def test_a_process_begins_in_the_look_of_the_program(house, process):
    assert house.styling.look(process) == HOUSE


def test_a_look_is_kept_and_logged(house, process):
    house.styling.keep(process, RED)

    assert house.styling.look(process) == RED
    assert {entry.action for entry in house.workspace.log(limit=2)} == {"style.keep"}


def test_a_process_has_one_look_and_another_process_its_own(house, process):
    house.styling.keep(process, RED)
    house.styling.keep(process, BLUE)

    assert len(stored(house, HouseStyle)) == 1
    assert house.styling.look(process) == BLUE


def test_keeping_the_look_of_before_undoes_a_change(house, process):
    house.styling.keep(process, RED)
    before = house.styling.look(process)

    house.styling.keep(process, HOUSE)
    house.styling.keep(process, before)

    assert house.styling.look(process) == RED


def test_the_file_of_a_logo_that_is_gone_goes_too(house, process):
    house.styling.keep(process, RED)
    house.styling.keep(process, replace(RED, logo=b"", alt=""))

    assert stored(house, Attachment) == ()


def test_the_name_of_the_file_is_not_kept(house, process):
    house.styling.keep(process, RED)

    assert [file.name for file in stored(house, Attachment)] == ["logo.png"]


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (Look("#FF6600"), "accent_contrast"),
        (Look("", RED.logo, "  "), "logo_alt_empty"),
        (Look("", RED.logo, "logo.png"), "picture_alt_file_name"),
    ],
)
def test_what_cannot_be_read_or_heard_is_refused_and_changes_nothing(house, process, look, code):
    house.styling.keep(process, BLUE)

    with pytest.raises(InvalidInput) as refused:
        house.styling.keep(process, look)

    assert refused.value.code == code
    assert house.styling.look(process) == BLUE


def test_a_look_in_what_is_no_colour_cannot_be_made():
    with pytest.raises(InvalidInput) as refused:
        Look("oranje")

    assert refused.value.code == "colour_unknown"


def test_a_logo_file_of_80_mb_is_refused_unread(house, tmp_path):
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(80_000_000)

    with pytest.raises(InvalidInput) as refused:
        house.styling.ready(path)

    assert refused.value.code == "picture_heavy"
    assert path.stat().st_size > MOST_BYTES


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_broken"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "picture_broken"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_svg"),
        (b"%PDF-1.7", "picture_pdf"),
        (b"hallo", "picture_kind"),
    ],
)
def test_a_file_that_is_no_usable_logo_is_refused_in_words(house, tmp_path, content, code):
    path = tmp_path / "logo.png"
    path.write_bytes(content)

    with pytest.raises(InvalidInput) as refused:
        house.styling.ready(path)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("size", "code"), [((1, 1), "picture_tiny"), ((2000, 100), "logo_narrow"), ((30, 900), "logo_narrow")]
)
def test_a_logo_of_which_nothing_would_be_seen_is_refused(house, tmp_path, size, code):
    path = tmp_path / "logo.png"
    Image.new("RGB", size, "navy").save(path)

    with pytest.raises(InvalidInput) as refused:
        house.styling.ready(path)

    assert refused.value.code == code


def test_a_logo_that_is_not_there_is_told(house, tmp_path):
    with pytest.raises(NotFound):
        house.styling.ready(tmp_path / "weg.png")


def test_where_a_logo_was_photographed_stays_behind(house, tmp_path):
    path = tmp_path / "logo.jpg"
    told = Image.Exif()
    told[0x010F] = "Camera van Anneke"
    Image.new("RGB", (3000, 1500), "navy").save(path, exif=told)

    made = house.styling.ready(path)

    assert b"Anneke" not in made.content
    assert (made.wide, made.high) == (1200, 600)


def test_documents_made_now_have_the_look_that_counts_now(house, process, received):
    house.styling.keep(process, RED)
    printing = house.printing

    heads = [
        printing.offering_letter(received).masthead,
        printing.response_overview(received).masthead,
        printing.rules(process).masthead,
        house.feeding_back.overview(process).masthead,
    ]

    assert [head.look for head in heads] == [RED] * len(heads)


def test_a_draft_has_the_present_look_and_a_fixed_version_the_one_it_was_fixed_with(house, process, advice):
    house.styling.keep(process, RED)
    fix(house, advice)

    house.styling.keep(process, BLUE)
    fixed = house.printing.advice(advice)
    house.advising.recommend(advice, RecommendationForm(title="Nog een", reason="Daarom"))
    draft = house.printing.advice(advice)

    assert (fixed.draft, fixed.masthead.look) == (False, RED)
    assert (draft.draft, draft.masthead.look) == (True, BLUE)


@pytest.mark.parametrize("form", PaperForm)
def test_a_later_look_alters_no_byte_of_a_fixed_version_in_any_form(house, process, advice, form):
    house.styling.keep(process, RED)
    fix(house, advice)
    before = render(house.printing.advice(advice), UNHEARD, form).content

    house.styling.keep(process, BLUE)

    assert render(house.printing.advice(advice), UNHEARD, form).content == before


def test_a_look_chosen_after_a_version_without_one_does_not_alter_it(house, process, advice):
    version = fix(house, advice)
    before = render(house.printing.advice(advice), UNHEARD).content

    house.styling.keep(process, RED)

    assert house.printing.advice(advice).masthead.look == HOUSE
    assert render(house.printing.advice(advice), UNHEARD).content == before
    assert house.publishing.document(version.id) == before


def test_the_look_is_part_of_what_the_hash_is_of(house, process, advice):
    house.styling.keep(process, RED)
    version = fix(house, advice)

    told = json.loads(version.content)["look"]

    file = stored(house, Attachment, name="logo.png")[0]
    assert told == {"accent": RED.accent, "logo": file.sha256, "alt": ALT}


def test_a_version_without_a_look_has_the_hash_it_always_had(house, advice):
    assert "look" not in json.loads(fix(house, advice).content)


def test_another_look_between_making_and_fixing_is_refused(house, process, advice):
    ready = house.publishing.prepare(advice, "Geen ronde.")
    house.styling.keep(process, RED)

    with pytest.raises(Conflict):
        house.publishing.publish(ready, b"%PDF")


def test_a_new_look_may_be_fixed_though_no_word_changed(house, process, advice):
    fix(house, advice)
    house.styling.keep(process, RED)

    assert house.publishing.standing(advice).restyled
    assert fix(house, advice).version == 2
    assert not house.publishing.standing(advice).restyled
    with pytest.raises(NotPossible) as refused:
        house.publishing.prepare(advice, "Geen ronde.")
    assert refused.value.code == "advice_unchanged"


def test_the_members_agreed_to_words_and_another_look_leaves_that_whole(house, process, advice):
    today, text = house.workspace.context.today(), house.signing.state(advice).content_sha256
    agreed = SignOffForm(on=today, how=SignOffWay.MEETING, asked=3, agreed=3, content_sha256=text)
    house.signing.sign(advice, agreed)

    house.styling.keep(process, RED)
    version = fix(house, advice, reason="")

    assert version.sign_off_id is not None


def test_the_file_of_a_logo_in_a_fixed_version_stays(house, process, advice):
    house.styling.keep(process, RED)
    fix(house, advice)
    house.styling.keep(process, HOUSE)

    assert house.printing.advice(advice).masthead.look == RED


def test_the_same_logo_chosen_again_is_kept_once(house, process, advice):
    house.styling.keep(process, RED)
    fix(house, advice)
    house.styling.keep(process, HOUSE)
    house.styling.keep(process, RED)

    assert len(stored(house, Attachment, name="logo.png")) == 1


def test_archive_and_dossier_have_every_logo_and_the_colour(house, process, advice, tmp_path):
    house.styling.keep(process, RED)
    fix(house, advice)
    house.styling.keep(process, BLUE)

    gathered = house.archiving.gather(ArchiveRequest(process_id=process))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "archief.zip")

    with zipfile.ZipFile(tmp_path / "archief.zip") as box:
        found = {name: box.read(name) for name in box.namelist() if "/huisstijl/" in name}
        rows = box.read("gegevens/house_style.csv").decode()
    logos = [
        found[name] for name in sorted(found) if name.startswith("documenten/") and name.endswith(".png")
    ]
    assert logos == [BLUE.logo, RED.logo]
    assert BLUE.accent in rows
    told = dict(gathered.sheets["Traject"][1])
    assert told["Kleur van de documenten"] == BLUE.accent
    assert told["Wat het logo laat zien"] == ALT
