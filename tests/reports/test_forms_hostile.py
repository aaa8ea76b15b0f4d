"""Whatever people type stays text in a web page, in Word and in Markdown."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache

import docx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from burgertop_app.reports.html.document import html
from burgertop_app.reports.markdown import markdown
from burgertop_app.reports.typed import cleaned, followable
from burgertop_app.reports.word.document import word
from tests.reports.every_piece import ATTACKS, document

WORD = "woord"
nasty = st.lists(st.sampled_from(ATTACKS) | st.text(max_size=20), min_size=1, max_size=3).map("\n".join)
few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def joined(text):
    """The letters without the white space, which each form may set as it likes."""
    return re.sub(r"\s+", "", text)


@cache
def web_page(said):
    page = lxml_html.document_fromstring(html(document(said)).decode("utf-8"))
    tags = Counter(element.tag for element in page.iter() if isinstance(element.tag, str))
    marks = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    comments = [element for element in page.iter() if not isinstance(element.tag, str)]
    del tags["br"]
    return tags, marks - {"dir"}, joined(page.text_content()), comments


@cache
def word_file(said):
    content = word(document(said))
    made = docx.Document(io.BytesIO(content))
    loose = {"br", "bidi", "rtl", "cs", "rFonts", "rPr", "t"}
    found = Counter(etree.QName(element).localname for element in made.element.iter())
    tags = Counter({tag: count for tag, count in found.items() if tag not in loose})
    return tags, joined("".join(made.element.itertext())), content


@cache
def markdown_tokens(said):
    text = markdown(document(said)).decode("utf-8")
    parser = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    tokens = [each for token in parser.parse(text) for each in (token, *(token.children or ()))]
    loose = {"text", "text_special", "hardbreak", "softbreak", "inline"}
    kinds = Counter(token.type for token in tokens if token.type not in loose)
    told = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    return kinds, joined(told)


@given(nasty)
@few
def test_a_web_page_has_no_element_or_attribute_from_what_people_typed(said):
    assume(cleaned(said).strip())

    tags, marks, told, comments = web_page(said)

    expected, known, _told, _comments = web_page(WORD)
    assert tags == expected
    assert marks == known
    assert not comments
    assert joined(cleaned(said)) in told


@given(nasty)
@few
def test_a_word_file_has_no_element_from_what_people_typed(said):
    assume(cleaned(said).strip())

    tags, told, _content = word_file(said)

    assert tags == word_file(WORD)[0]
    assert joined(cleaned(said)) in told


@given(nasty)
@few
def test_markdown_has_no_markup_from_what_people_typed(said):
    assume(cleaned(said).strip())

    kinds, told = markdown_tokens(said)

    expected = markdown_tokens(WORD)[0]
    ours = {"strong_open", "strong_close", "link_open", "link_close"}
    assert {kind: n for kind, n in kinds.items() if kind not in ours} == {
        kind: n for kind, n in expected.items() if kind not in ours
    }
    assert all(kinds[kind] <= expected[kind] for kind in ours)
    assert joined(cleaned(said)) in told


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_by_itself_stays_text_in_markdown_and_on_the_web(attack):
    assert joined(cleaned(attack)) in web_page(attack)[2]
    assert joined(cleaned(attack)) in markdown_tokens(attack)[1]
    assert not {"html_inline", "html_block", "image", "fence", "code_block"} & set(markdown_tokens(attack)[0])


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "vbscript:x",
        "//kwaad.nl",
        "http://[kapot",
        "https://bank.nl@kwaad.nl/",
        'https://kwaad.nl" onclick="x',
        "mailto:niemand",
        "https://",
    ],
)
def test_only_websites_and_mail_can_be_followed(url):
    page = html(document(WORD, url)).decode("utf-8")

    assert followable(url) == ""
    assert not [
        link for link in re.findall(r'href="([^"]*)"', page) if not re.match(r"#|https://waterrijk", link)
    ]
    assert "kwaad" not in word(document(WORD, url)).decode("latin-1")


def test_an_address_is_written_as_addresses_are():
    assert (
        followable("https://waterrijk.nl/a b?c=é&d=100%#<e>")
        == "https://waterrijk.nl/a%20b?c=%C3%A9&d=100%25#%3Ce%3E"
    )
    assert followable("mailto:panel@waterrijk.nl") == "mailto:panel@waterrijk.nl"


@pytest.mark.parametrize("form", [html, word, markdown])
def test_the_same_document_gives_the_same_bytes(form):
    assert form(document(WORD)) == form(document(WORD))
