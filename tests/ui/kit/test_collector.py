import gc

from burgertop_app.ui.kit.tasks import Tasks


def test_python_collects_nothing_by_itself_while_lanes_run(qapp):
    tasks = Tasks()

    collecting = gc.isenabled()
    tasks.close()

    assert not collecting


def test_garbage_in_a_ring_is_collected_on_the_windows_thread(qapp):
    tasks = Tasks()
    gc.collect()
    for _each in range(gc.get_threshold()[0] + 200):
        ring = []
        ring.append(ring)
    before = gc.get_count()[0]

    tasks._collector.look()
    after = gc.get_count()[0]
    tasks.close()

    assert before > gc.get_threshold()[0] > after
