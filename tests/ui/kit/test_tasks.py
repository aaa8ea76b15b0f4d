"""Work off the window's thread."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.ui.kit import calculator
from burgertop_app.ui.kit.tasks import Tasks

sys.path.insert(0, str(Path(__file__).parent))
import slow_work


@pytest.fixture
def tasks(dressed):
    made = Tasks(lambda phase: f"<{phase}>")
    yield made
    assert made.close()


def test_write_lane_answers_on_the_window_thread(tasks, qtbot):
    heard = []
    task = tasks.ask(threading.get_ident)
    task.done.connect(lambda worked_on: heard.append((worked_on, threading.get_ident())))

    with qtbot.waitSignal(task.finished, timeout=5000):
        task.submit()

    worked_on, heard_on = heard[0]
    assert worked_on != threading.get_ident()
    assert heard_on == threading.get_ident()


def test_no_short_job_is_lost_when_connected_before_submitting(tasks, qtbot):
    heard = []

    for number in range(300):
        task = tasks.ask(lambda number=number: number)
        task.done.connect(heard.append)
        task.submit()
    qtbot.waitUntil(lambda: tasks.idle, timeout=5000)

    assert heard == list(range(300))


def test_failing_request_reports_its_error_with_parameters(tasks, qtbot):
    def fail():
        raise Conflict("changed_meanwhile", row=4)

    task = tasks.ask(fail)
    with qtbot.waitSignal(task.failed, timeout=5000) as heard:
        task.submit()

    assert (heard.args[0].code, heard.args[0].params) == ("changed_meanwhile", {"row": 4})


def test_calculation_gives_its_result_and_its_phases_in_words(tasks, qtbot):
    phases = []
    task = tasks.calculate("Rekenen", slow_work.double, 21)
    task.progressed.connect(lambda words, part: phases.append((words, part)))

    with qtbot.waitSignal(task.done, timeout=20000) as heard:
        task.submit()

    assert heard.args == [42]
    assert phases == [("<doubling>", 0.5)]


def test_error_of_a_calculation_keeps_code_and_parameters(tasks, qtbot):
    task = tasks.calculate("Rekenen", slow_work.refuse, 5)

    with qtbot.waitSignal(task.failed, timeout=20000) as heard:
        task.submit()

    error = heard.args[0]
    assert isinstance(error, InvalidInput)
    assert (error.code, error.params) == ("quota_bounds", {"low": 5, "high": 3})


def test_process_that_dies_is_reported_and_the_next_calculation_works(tasks, qtbot):
    dying = tasks.calculate("Rekenen", slow_work.crash)
    with qtbot.waitSignal(dying.failed, timeout=20000) as heard:
        dying.submit()
    assert isinstance(heard.args[0], NotPossible)

    after = tasks.calculate("Rekenen", slow_work.double, 4)
    with qtbot.waitSignal(after.done, timeout=20000) as result:
        after.submit()

    assert result.args == [8]


@pytest.mark.parametrize("work", [slow_work.never_listen, slow_work.listen_forever])
def test_cancel_ends_work_that_does_not_listen(tasks, qtbot, work):
    warm = tasks.calculate("Rekenen", slow_work.double, 1)
    with qtbot.waitSignal(warm.done, timeout=20000):
        warm.submit()
    task = tasks.calculate("Rekenen", work)
    task.submit()
    qtbot.wait(100)

    with qtbot.waitSignal(task.cancelled, timeout=5000):
        task.cancel()

    assert tasks.idle


def test_cancel_ends_work_whose_process_is_still_starting(tasks, qtbot, monkeypatch):
    monkeypatch.setattr(calculator, "_serve", slow_work.never_start)
    task = tasks.calculate("Rekenen", slow_work.double, bytes(1_000_000))
    task.submit()
    qtbot.wait(100)

    with qtbot.waitSignal(task.cancelled, timeout=5000):
        task.cancel()

    assert tasks.idle


def test_request_reads_calculates_and_keeps(tasks, qtbot):
    kept = []
    task = tasks.request(
        "Loten", lambda: 20, slow_work.double, lambda read, result: kept.append((read, result)) or "bewaard"
    )

    with qtbot.waitSignal(task.done, timeout=20000) as heard:
        task.submit()

    assert heard.args == ["bewaard"]
    assert kept == [(20, 40)]


def test_cancelled_request_keeps_nothing(tasks, qtbot):
    kept = []
    task = tasks.request(
        "Loten", lambda: None, slow_work.listen_with_value, lambda _read, result: kept.append(result)
    )
    task.submit()
    qtbot.wait(50)

    with qtbot.waitSignal(task.cancelled, timeout=5000):
        task.cancel()

    assert kept == []


def test_forgotten_task_tells_nobody(tasks, qtbot):
    heard = []
    task = tasks.ask(lambda: "oud")
    task.done.connect(heard.append)

    with qtbot.waitSignal(task.finished, timeout=5000):
        task.submit()
        task.forget()

    assert heard == []


def test_closing_with_running_work_is_clean(dressed, qtbot):
    tasks = Tasks()
    ended = []
    tasks.ended.connect(lambda _task, kind, _content: ended.append(kind))
    tasks.calculate("Rekenen", slow_work.never_listen).submit()
    qtbot.wait(50)

    assert tasks.close()

    assert ended == ["cancelled"]
    assert tasks.idle


def test_window_goes_on_while_a_calculation_starts(tasks, qtbot):
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(10)
    task = tasks.calculate("Rekenen", slow_work.double, 1)

    with qtbot.waitSignal(task.done, timeout=20000):
        task.submit()

    assert len(beats) > 3
