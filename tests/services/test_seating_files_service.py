import pytest

from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import Effort
from burgertop_app.services.seating_files import SeatRequest, seat_from_files


class Stopped:
    def checkpoint(self, _phase, _fraction=None):
        raise Cancelled


@pytest.fixture
def request_of_ten(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("id,sex\n" + "\n".join(f"{n},{'vm'[n % 2]}" for n in range(10)), encoding="utf-8")
    return SeatRequest(people, ("sex",), 5, 2, tmp_path / "plan.csv", effort=Effort(steps=50))


def test_a_cancelled_search_leaves_the_earlier_plan_and_nothing_else(request_of_ten, tmp_path):
    request_of_ten.out.write_text("earlier plan", encoding="utf-8")

    with pytest.raises(Cancelled):
        seat_from_files(request_of_ten, Stopped())

    assert request_of_ten.out.read_text(encoding="utf-8") == "earlier plan"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv", "plan.csv"]


def test_the_result_tells_figures_and_bounds_of_what_was_written(request_of_ten):
    result = seat_from_files(request_of_ten, UNHEARD)

    assert result.problem.sizes == ((5, 5), (5, 5))
    assert result.figures.excess == 0
    assert result.figures.repeats >= result.bounds.repeats == 8
    assert len(request_of_ten.out.read_text(encoding="utf-8").splitlines()) == 21
