"""A first guess at what each column of a sheet with people holds, from its header and its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.guesses import flat
from burgertop_app.domain.people import Role
from burgertop_app.domain.people_import import Columns, Field, Use
from burgertop_app.exchange.people_values import read_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from burgertop_app.domain.sheets import Table

HEADERS: dict[Field, str] = {
    Field.NUMBER: "nummer nr id number no volgnummer deelnemernummer deelnemersnummer inschrijfnummer code "
    "registratienummer aanmeldnummer aanmeldingsnummer deelnemerid personid participantid participantnumber "
    "uniekecode loginummer respondentnummer respondentid",
    Field.NAME: "naam name volledigenaam fullname deelnemer naamdeelnemer participant voorenachternaam",
    Field.FIRST_NAME: "voornaam voornamen roepnaam firstname givenname forename initialen voorletters",
    Field.MIDDLE_NAME: "tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tv infix prefix middlename",
    Field.LAST_NAME: "achternaam geslachtsnaam familienaam lastname surname familyname",
    Field.ADDRESS: "adres address straat street straatnaam streetname straatenhuisnummer straathuisnummer "
    "woonadres huisadres adresregel1 adresregel addressline1 streetaddress adresstraat",
    Field.HOUSE_NUMBER: "huisnummer huisnr housenumber houseno",
    Field.ADDITION: "toevoeging huisnummertoevoeging huisletter addition suffix toev",
    Field.POSTCODE: "postcode pc zip zipcode postalcode pc6 postcode6",
    Field.PLACE: "plaats woonplaats place city town plaatsnaam gemeente dorp",
    Field.EMAIL: "email emailadres mail mailadres emailaddress contactemail",
    Field.PHONE: "telefoon telefoonnummer tel telnr mobiel mobielnummer gsm phone phonenumber mobile",
    Field.NEED: "behoefte behoeften voorziening voorzieningen ondersteuning hulp needs need toegankelijkheid "
    "tolk interpreter rolstoel wheelchair slechthorend ringleiding hearing prikkelarm stilteplek dieet "
    "bijzonderheden wensen accessibility support nodig",
    Field.CODE: "persoonlijkecode codeuitdebrief codeopdebrief briefcode uitnodigingscode "
    "aanmeldcode personalcode invitationcode",
    Field.ANSWER: "doetmee doetumee antwoord meedoen ikdoemee wiltumeedoen deelname answer takespart rsvp",
    Field.CONSENT: "naamsvermelding naamvermelding namecredit",
    Field.CHANNEL: "kanaal channel bron source viawelkekanaal hoegehoord werving wervingskanaal via",
}
OF_FACILITATORS: dict[Field, str] = {
    Field.LANGUAGE: "taal talen language languages spreekt spreekttalen",
    Field.SKILL: "vaardigheid vaardigheden ervaring kwaliteiten expertise skill skills experience",
}
FEATURES = """
geslacht gender sekse sex
leeftijd leeftijdsgroep leeftijdscategorie leeftijdsklasse age agegroup geboortejaar geboortedatum birthyear \
    birthdate dateofbirth yearofbirth gebdatum gebjaar
opleiding opleidingsniveau hoogsteopleiding education educationlevel
wijk buurt stadsdeel gebied kern dorpskern woonwijk neighbourhood neighborhood district ward area
herkomst afkomst migratieachtergrond origin background herkomstland
woning wonen woonsituatie woningtype eigendom housing tenure huurkoop
"""
FEW = 20
MOST = 0.8
_SAMPLE = 500
_KINDS = (
    (Field.EMAIL, re.compile(r"[^@\s]+@[^@\s]+")),
    (Field.POSTCODE, re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")),
    (Field.PHONE, re.compile(r"(?:\+|00)?\d[\d ()-]{7,14}\d")),
)
_WHOLE_HEADER = (Field.NUMBER, Field.CHANNEL, Field.PLACE, Field.CODE, Field.ANSWER)
"""Fields that one word of a longer header does not give away."""
_NAMING = re.compile(
    r"\bna(?:am|me)\w*\b.*\b(?:advies|advice|toestemming|vermeld|genoemd|noem|akkoord|consent)"
    r"|\b(?:toestemming|akkoord|consent)\w*\b.*\bna(?:am|me)",
    re.IGNORECASE,
)
"""A header that asks whether the name may stand in the advice, such as "Naam in advies?"."""
_BY_HEADER = {word: kind for kind, words in HEADERS.items() for word in words.split()}
_BY_HEADER_OF_FACILITATORS = _BY_HEADER | {
    word: kind for kind, words in OF_FACILITATORS.items() for word in words.split()
}
_FEATURE_GROUPS = tuple(frozenset(line.split()) for line in FEATURES.splitlines())


def suggest(table: Table, features: Iterable[str] = (), role: Role = Role.RESIDENT) -> Columns:
    """What each column most likely is; `features` are the names that the process knows.

    `role` is what the people do: facilitators bring languages and skills.

    Raises:
        InvalidInput: nothing in the sheet tells people apart; the organiser must point out a column.
    """
    return Columns(suggested_uses(table, features, role))


def suggested_uses(table: Table, features: Iterable[str] = (), role: Role = Role.RESIDENT) -> tuple[Use, ...]:
    """As `suggest`, also when no column tells people apart."""
    known = {flat(name): name for name in features}
    headers = _BY_HEADER_OF_FACILITATORS if role is Role.FACILITATOR else _BY_HEADER
    uses: list[Use] = []
    taken: set[str] = set()
    for place, title in enumerate(table.header):
        use = _use(title, [row[place] for row in table.rows[:_SAMPLE]], known, headers)
        if use.field not in (Field.NEED, Field.IGNORE) and use.slot.casefold() in taken:
            use = Use(Field.IGNORE)
        taken.add(use.slot.casefold())
        uses.append(use)
    return tuple(uses)


def feature_named(title: str, known: Mapping[str, str]) -> str | None:
    """The known feature that a header means, for example "geslacht" for "Gender"."""
    plain = flat(title)
    if plain in known:
        return known[plain]
    for group in _FEATURE_GROUPS:
        if plain in group:
            return next((name for word, name in known.items() if word in group), None)
    return None


def _use(title: str, cells: list[str], known: Mapping[str, str], headers: Mapping[str, Field]) -> Use:
    feature = feature_named(title, known)
    if feature is not None:
        return Use(Field.FEATURE, feature)
    meant = _by_header(title, cells, headers)
    if meant is not None:
        return Use(meant)
    filled = [cell for cell in cells if cell]
    for kind, pattern in _KINDS:
        if filled and sum(pattern.fullmatch(cell) is not None for cell in filled) >= MOST * len(filled):
            return Use(kind)
    return _by_words(title, filled)


def _by_header(title: str, cells: list[str], headers: Mapping[str, Field]) -> Field | None:
    if _codes(cells):
        return Field.CODE
    return Field.CONSENT if _NAMING.search(title) else headers.get(flat(title))


def _codes(cells: list[str]) -> bool:
    """Whether half of the cells are codes from letters; of other words one in thirty would pass the check."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and 2 * sum(read_code(cell).finding is None for cell in filled) >= len(filled)


def _by_words(title: str, filled: list[str]) -> Use:
    words = [flat(word) for word in re.findall(r"\w+", title)]
    for word in words:
        found = _BY_HEADER.get(word)
        if found not in (None, *_WHOLE_HEADER):
            return Use(found or Field.IGNORE)
    distinct = len(set(filled))
    if any(flat(title) in group for group in _FEATURE_GROUPS) or 1 < distinct <= min(FEW, len(filled) / 2):
        return Use(Field.FEATURE, title)
    return Use(Field.IGNORE)
