import pytest
from sqlalchemy import Engine, event

from burgertop_app.domain.requests import NewProcess


@pytest.fixture
def questions():
    """How many questions a call puts to the file."""
    put = []

    def heard(_connection, _cursor, statement, *_rest):
        put.append(statement)

    def asked(call):
        put.clear()
        call()
        return len(put)

    event.listen(Engine, "before_cursor_execute", heard)
    yield asked
    event.remove(Engine, "before_cursor_execute", heard)


def test_many_processes_are_read_with_as_many_questions_as_one(house, process, questions):
    alone = questions(house.overview.processes)
    for number in range(30):
        house.processes.start(
            NewProcess(form="burgertop", title=f"Traject {number}", topic="Groen", municipality="Waterrijk")
        )

    assert len(house.overview.processes()) == 31
    assert 0 < questions(house.overview.processes) <= alone
