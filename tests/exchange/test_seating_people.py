from burgertop_app.exchange.seating_people import columns_to_spread


def test_columns_with_nearly_a_value_for_everybody_are_no_groups(tmp_path):
    people = tmp_path / "people.csv"
    rows = [f"{no},Mens {no},{'vm'[no % 2]},{'NZO'[no % 3]}" for no in range(1, 9)]
    people.write_text("\n".join(["id,naam,geslacht,wijk", *rows]), encoding="utf-8")

    assert columns_to_spread(people) == ("geslacht", "wijk")
