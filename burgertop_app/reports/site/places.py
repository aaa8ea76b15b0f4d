"""Where everything on the website stands, and how its pages point at each other."""

from __future__ import annotations

from burgertop_app.reports.pieces import Span

HOME, PEOPLE, CARDS, FOLLOW_UP = "index.html", "wie-deed-mee.html", "kaarten.html", "vervolg.html"
DRAWS, ACCESS, CONTACT = "loting.html", "toegankelijkheid.html", "contact.html"
STYLE = "stijl.css"


def advice(number: int) -> str:
    """The page about one advice."""
    return f"advies-{number}.html"


def version(number: int, of_advice: int) -> str:
    """The page with the words of one fixed version."""
    return f"advies-{of_advice}-versie-{number}.html"


def document(number: int, of_advice: int) -> str:
    """The document of one fixed version."""
    return f"advies-{of_advice}-versie-{number}.pdf"


def answer(number: int) -> str:
    """The page with the college's answer to one advice."""
    return f"antwoord-{number}.html"


def report(number: int, ending: str) -> str:
    """A fixed progress report, as PDF or web page."""
    return f"voortgang-{number}.{ending}"


def draw_file(panel: int, attempt: int, name: str) -> str:
    """One file of a draw."""
    return f"loting/panel-{panel}-poging-{attempt}/{name}"


def link(words: str, place: str) -> Span:
    """Words that lead to another page of the site."""
    return Span(words, url=address(place))


def address(place: str) -> str:
    """How a page is pointed at in a document; nobody can type it, since texts know only web addresses."""
    return f"site:{place}"
