import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.addresses import address_key, tidy_postcode


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpsstr. 12-II",), ("Dorpsstraat 12 II",)),
        (("Dorpsstraat 12a",), ("DORPSSTRAAT 12 A",)),
        (("Dorpsstraat 12-3",), ("Dorpsstraat 12 3 hoog",)),
        (("Dorpsstraat 12 huis",), ("Dorpsstr 12-hs",)),
        (("Burg. v.d. Bergstr. 7",), ("Burgemeester van den Bergstraat 7",)),
        (("2e Jan Steenstraat 5",), ("Tweede Jan Steenstr. 5",)),
        (("Café-plein 1944 12",), ("Cafepln 1944-12",)),
        (("Dorpsstraat 12", "1234 ab"), ("Dorpstraat 12", "1234AB")),
        (("Dorpsstraat 12, 1234 AB Waterrijk",), ("Dorpsstr. 12", "1234AB", "Waterrijk")),
        (("Dorpsstraat 12", "", "1234 AB Waterrijk"), ("Dorpsstraat 12", "1234AB")),
        (("Spui 1", "", "'s-Gravenhage"), ("Spui 1", "", "Den Haag")),
        (("Dorpsstraat 012",), ("Dorpsstraat 12",)),
        (("straat 219", "1219AB"), ("straat 219", "1219 ab")),
        (("Dorpsstraat 12 1 hoog",), ("Dorpsstraat 12-1",)),
        (("Dorpsstraat 12 1hoog",), ("Dorpsstraat 12-1",)),
        (("Dorpsstraat 12-I",), ("Dorpsstraat 12 1 hoog",)),
        (("Dorpsstraat 12 II",), ("Dorpsstraat 12 2e verdieping",)),
        (("Dorpsstraat 12 bis",), ("Dorpsstraat 12BIS",)),
        (("Dorpsstraat 12 bis A",), ("Dorpsstraat 12-bis-a",)),
        (("Dorpsstraat 12-a",), ("Dorpsstraat 12 A",)),
        (("Dorpsstraat nr. 12",), ("Dorpsstraat 12",)),
        (("Dorpsstraat 12 toev. A",), ("Dorpsstraat 12a",)),
        (("Dorpsstraat huisnr 12 a",), ("Dorpsstraat 12A",)),
        (("Dorpsstraat huisnummer 12",), ("Dorpsstraat 12",)),
        (("Dorpsstraat 12, toevoeging a",), ("Dorpsstraat 12 a",)),
        (("Kerkln. 3",), ("Kerklaan 3",)),
        (("Kerkln 3",), ("Kerklaan 3",)),
        (("Ringwg 3",), ("Ringweg 3",)),
        (("Ringwg. 3",), ("Ringweg 3",)),
        (("Raadhuispl. 1",), ("Raadhuisplein 1",)),
        (("Raadhuispln 1",), ("Raadhuisplein 1",)),
        (("St. Jansstraat 4",), ("Sint Jansstraat 4",)),
        (("Sint-Jansstraat 4",), ("St Jansstr 4",)),
        (("Café Straße 4",), ("Cafe Strasse 4",)),
        (("Coöperatiestraat 4",), ("Cooperatiestraat 4",)),
        (("Dorpsstraat t.o. 12",), ("Dorpsstraat to 12",)),
        (("Dorpsstraat 12 t/o",), ("Dorpsstraat 12 to",)),
        (("t.o. Dorpsstraat 12",), ("Dorpsstraat 12 to",)),
        (("Dorpsstraat 12", "1234 AB"), ("Dorpsstraat 12", "1234ab")),
        (("Dorpsstraat 12", " 1 2 3 4 A B "), ("Dorpsstraat 12", "1234ab")),
        (("Dorpsstraat 12", "1234-AB"), ("Dorpsstraat 12", "1234ab")),
        (("Dorpsstraat 12", "1234 a.b."), ("Dorpsstraat 12", "1234ab")),
        (("Prof. Dr. Lorentzlaan 5",), ("Professor doctor Lorentzln 5",)),
        (("Ged. Gracht 7",), ("Gedempte Gracht 7",)),
        (("Oude Zijds Achterburgwal 7",), ("Oudezijds Achterburgwal 7",)),
        (("Herengr. 7",), ("Herengracht 7",)),
        (("Prins Hendrikkd. 7",), ("Prins Hendrikkade 7",)),
        (("Singelstr. 7 zw",), ("Singelstraat 7-zw",)),
        (("Dorpsstraat 12/2",), ("Dorpsstraat 12-2",)),
        (("Dorpsstraat  12 ,",), ("Dorpsstraat 12",)),
        (("Dorpsstraat 12 RD",), ("Dorpsstraat 12 rood",)),
        (("Dorpsstraat 12 zwart",), ("Dorpsstraat 12 ZW",)),
        (("Dorpsstraat 12 begane grond",), ("Dorpsstraat 12 BG",)),
        (("Dorpsstraat 12 huis",), ("Dorpsstraat 12 bg",)),
        (("Dorpsstraat 12 souterrain",), ("Dorpsstraat 12 sous",)),
        (("Dorpsstraat 12 app. 3",), ("Dorpsstraat 12 appartement 3",)),
        (("Dorpsstraat 12 k 3",), ("Dorpsstraat 12 kamer 3",)),
        (("’s-Gravenweg 8",), ("'s-Gravenweg 8",)),
        (("J.P. Coenstraat 3",), ("J P Coenstr 3",)),
        (("W. de Zwijgerlaan 3",), ("W de Zwijgerln. 3",)),
        (("1e van der Helststraat 3",), ("Eerste v.d. Helststraat 3",)),
        (("Spui 1", "", "’s-Gravenhage"), ("Spui 1", "", "Den Haag")),
        (("Markt 1", "", "Den Bosch"), ("Markt 1", "", "'s-Hertogenbosch")),
        (("Dorpsstraat 12 , 1234AB  Waterrijk",), ("Dorpsstr. 12", "1234 AB")),
        (("Dorpsstraat 12 eenhoog",), ("Dorpsstraat 12-1",)),
        (("Dorpsstraat 12 twee hoog",), ("Dorpsstraat 12 II",)),
        (("Dorpsstraat 12 III-hoog",), ("Dorpsstraat 12-3",)),
        (("Laan v. Meerdervoort 9",), ("Laan van Meerdervoort 9",)),
        (("Burg. Jansenstr 9",), ("Burgem. Jansenstraat 9",)),
        (("Mr. P.J. Troelstraweg 9",), ("Meester PJ Troelstrawg 9",)),
        (("Zuidlaan 9",), ("Zuidln 9",)),
        (("Kon. Julianaplein 9",), ("Koningin Julianapl. 9",)),
        (("Nw. Gracht 9",), ("Nieuwe Gracht 9",)),
        (("Jan v. Galenstr. 9",), ("Jan van Galenstraat 9",)),
    ],
)
def test_one_home_has_one_key(one, other):
    assert address_key(*one) == address_key(*other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpsstraat 12",), ("Dorpsstraat 12a",)),
        (("Dorpsstraat 1-23",), ("Dorpsstraat 12-3",)),
        (("Dorpsstraat 12 1-2",), ("Dorpsstraat 12 12",)),
        (("Dorpsstraat 12",), ("Dorpslaan 12",)),
        (("Dorpsstraat 12", "1234AB"), ("Dorpsstraat 12", "1234AC")),
        (("Dorpsstraat 12", "", "Oost"), ("Dorpsstraat 12", "", "West")),
        (("1e Laan 12",), ("2e Laan 12",)),
        (("Dorpsstraat 12",), ("Dorpsstraat 12 to",)),
        (("Dorpsstraat 12 bis",), ("Dorpsstraat 12",)),
        (("Dorpsstraat 12 rd",), ("Dorpsstraat 12 zw",)),
        (("Dorpsstraat 12 I",), ("Dorpsstraat 12 II",)),
        (("Dorpsstraat 12 1 hoog",), ("Dorpsstraat 12 2 hoog",)),
        (("Dorpsstraat 121",), ("Dorpsstraat 12-1",)),
        (("Dorpsstraat 12a",), ("Dorpsstraat 12b",)),
        (("Dorpsstraat 12 hs",), ("Dorpsstraat 12 1",)),
        (("Dorpsstraat 12 app 3",), ("Dorpsstraat 12 app 4",)),
        (("Kerkweg 3",), ("Kerklaan 3",)),
        (("Oude Kerkweg 3",), ("Kerkweg 3",)),
        (("Noorderstraat 3",), ("Noorderweg 3",)),
        (("St. Jansstraat 4",), ("St. Janslaan 4",)),
        (("Plein 1944 1",), ("Plein 1945 1",)),
        (("Plein 1944 1",), ("Plein 1944 11",)),
        (("Dorpsstraat 12", "1234AB"), ("Dorpsstraat 12", "1235AB")),
        (("Dorpsstraat 12", "", "Den Haag"), ("Dorpsstraat 12", "", "Den Bosch")),
        (("1e Laan 3",), ("Laan 3",)),
        (("Nieuwe Gracht 9",), ("Oude Gracht 9",)),
        (("Dorpsstraat 12 C",), ("Dorpsstraat 12 100",)),
        (("Dorpsstraat 12 V",), ("Dorpsstraat 12 B",)),
        (("Dorpsstraat 12 bis A",), ("Dorpsstraat 12 bis B",)),
    ],
)
def test_two_homes_have_two_keys(one, other):
    assert address_key(*one) != address_key(*other)


@pytest.mark.parametrize(
    "parts", [("",), ("Dorpsstraat",), ("", "1234AB"), ("onbekend", "1234AB", "Waterrijk"), ("12",)]
)
def test_what_is_no_home_has_no_key(parts):
    assert address_key(*parts) == ""


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=20))
def test_any_text_gives_a_key_or_none(address, postcode, place):
    assert address_key(address, postcode, place) == address_key(f" {address} ", postcode, place)


def test_postcode_is_written_with_a_space():
    assert (tidy_postcode("1234ab"), tidy_postcode("B-9000")) == ("1234 AB", "B-9000")
