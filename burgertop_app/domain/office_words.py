"""Dutch words for offices, fields of work and shared mailboxes: what may stand in public as an owner."""

from __future__ import annotations

_OFFICES_WORDS = """
afdeling ambtenaar ambtenaren bestuur bewoners bewonersgroep bibliotheek brandweer burgemeester
burgerberaad burgerpanel burgerraad burgertop buurt buurtvereniging college commissie corporatie
corporaties coöperatie dienst directie domein dorpsraad fractie gemeente gemeenteraad ggd griffie
griffier huurdersvereniging inwoners jongerenraad kerngroep ministerie netbeheerder omgevingsdienst
ondernemersvereniging organisatie organisatoren panel politie portefeuille portefeuillehouder
programma projectgroep projectleider projectteam provincie raad raadscommissie rijk scholen school
secretaris stadsdeel stichting team vereniging waterschap werkgroep wethouder wijkraad wijkteam
woningcorporatie woningcorporaties
"""
OFFICES = frozenset(_OFFICES_WORDS.split())
"""Who can be named without naming a person."""
_FIELDS_WORDS = """
beheer belastingen bereikbaarheid burgerzaken communicatie cultuur dienstverlening duurzaamheid
economie energie financiën gebouwen gezondheid gezondheidszorg groen handhaving informatie inkomen
integratie jeugd jeugdzorg klimaat leefbaarheid milieu mobiliteit onderhoud onderwijs openbare
ordening parkeren participatie recreatie ruimte ruimtelijke samenleving schulden sociaal sociale
sport stad stadsbeheer stedelijke toezicht vastgoed veiligheid vergunningen verkeer vervoer water
welzijn werk wijk wijken wonen zaken zorg
"""
FIELDS = frozenset(_FIELDS_WORDS.split())
"""What offices are called after."""
_SMALL_WORDS = """
aan bij bv de der en het in nv of op te ten ter tot uit van vof voor wmo
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that stand between those."""
_MAILBOXES_WORDS = """
advies bestuur burgerberaad burgerpanel burgerraad burgertop college contact gemeente gemeenteraad
griffie info inwoners klantcontact panel participatie post raad raadsgriffie secretariaat team
vragen webmaster wijkteam
"""
MAILBOXES = frozenset(_MAILBOXES_WORDS.split())
"""How a mailbox of an office begins."""
