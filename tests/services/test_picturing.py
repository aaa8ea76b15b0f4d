"""Pictures of an advice: brought in, shown, replaced, removed, and kept with what was fixed."""

from __future__ import annotations

import hashlib
import io
import json

import pytest
from PIL import Image

from burgertop_app.domain.advice import AdviceImage, SectionKind
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange import pictures
from burgertop_app.storage import advice_images


def picture(colour="teal"):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(drawn, "PNG")
    return pictures.prepared(drawn.getvalue(), "a.png")


@pytest.fixture
def advice(house, process):
    made = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(made, RecommendationForm(title="Eén loket", reason="Scheelt tijd"))
    return made


@pytest.fixture
def shown(house, advice):
    """A picture that stands in the summary."""
    image = house.picturing.add(advice, picture())
    house.advising.write(advice, SectionKind.SUMMARY, "Zo is het.\n\n![Een rij huizen](image:1)")
    return image


def stored(house, kind, **equal):
    with house.workspace.context.work.reading() as store:
        return store.find(kind, **equal)


def fix(house, advice):
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    return house.advising.versions(advice)[-1]


def test_pictures_are_numbered_in_turn(house, advice):
    numbers = [house.picturing.add(advice, picture()).number for _each in range(2)]

    assert numbers == [1, 2]


def test_name_of_the_file_is_not_kept(house, shown):
    assert stored(house, Attachment, id=shown.attachment_id)[0].name == "picture-1.png"


def test_line_says_what_it_shows_and_where(house, advice, shown):
    line = house.picturing.all(advice)[0]

    assert (line.alt, line.places) == ("Een rij huizen", (("summary", 0),))


def test_picture_in_the_words_of_a_recommendation_is_found(house, advice):
    house.picturing.add(advice, picture())
    house.advising.recommend(advice, RecommendationForm(title="Groen", minority="![Een boom](image:1)"))

    assert house.picturing.all(advice)[0].places == (("minority", 2),)


def test_picture_comes_in_the_document(house, advice, shown):
    paper = house.printing.advice(advice)

    assert paper.images == {1: picture().content}


def test_version_freezes_the_pictures_that_it_shows(house, advice, shown):
    house.picturing.add(advice, picture("red"))

    told = json.loads(fix(house, advice).content)["images"]

    assert told == [{"number": 1, "sha256": hashlib.sha256(picture().content).hexdigest()}]


def test_another_picture_in_its_place_is_another_content(house, advice, shown):
    fixed = fix(house, advice)

    house.picturing.replace(shown.id, picture("red"))

    assert house.publishing.standing(advice).fixed is None
    assert fix(house, advice).sha256 != fixed.sha256


def test_replaced_picture_of_a_version_stays(house, advice, shown):
    fix(house, advice)

    house.picturing.replace(shown.id, picture("red"))

    assert stored(house, Attachment, id=shown.attachment_id)[0].content == picture().content


def test_replaced_picture_of_no_version_goes(house, advice, shown):
    house.picturing.replace(shown.id, picture("red"))

    assert stored(house, Attachment, id=shown.attachment_id) == ()


def test_picture_in_a_text_is_not_removed(house, shown):
    with pytest.raises(NotPossible) as told:
        house.picturing.remove(shown.id)

    assert told.value.code == "picture_in_use"


def test_unused_picture_is_removed_and_put_back_under_its_number(house, advice):
    image = house.picturing.add(advice, picture())
    line = house.picturing.all(advice)[0]

    house.picturing.remove(image.id)
    gone = stored(house, AdviceImage, advice_id=advice)
    house.picturing.put_back(line)

    assert gone == ()
    back = house.picturing.all(advice)[0]
    assert (back.image.id, back.image.number, back.content) == (image.id, 1, line.content)


def test_number_of_a_picture_in_a_version_is_not_given_out_again(house, advice, shown):
    fix(house, advice)
    house.advising.write(advice, SectionKind.SUMMARY, "Zonder afbeelding.")
    house.picturing.remove(shown.id)

    assert house.picturing.add(advice, picture("red")).number == 2


def test_advice_without_pictures_keeps_the_content_it_had(house, advice):
    assert "images" not in json.loads(fix(house, advice).content)


def test_unused_picture_is_told_as_advice(house, advice):
    house.picturing.add(advice, picture())

    told = [check for check in house.publishing.standing(advice).checks if check.code == "picture_unused"]

    assert [(check.detail, check.must) for check in told] == [("1", False)]


def test_letters_that_cannot_be_printed_are_told_before_printing(house, advice):
    house.advising.write(advice, SectionKind.SUMMARY, "Selam ሰላም")

    told = [check for check in house.publishing.standing(advice).checks if check.code == "glyphs"]

    assert [(check.place, check.must) for check in told] == [("summary", True)]
    assert "U+1230" in told[0].detail


def test_picture_of_another_advice_is_not_shown(house, process, advice, shown):
    other = house.advising.start(process, "Groen").id

    with house.workspace.context.work.reading() as store:
        assert advice_images.contents(store, other) == {}
