"""Calculations for the tests of tasks: top-level, so that another process can find them by name."""

from __future__ import annotations

import os
import time

from burgertop_app.domain.errors import InvalidInput


def double(number, progress):
    progress.checkpoint("doubling", 0.5)
    return number * 2


def refuse(value, progress):
    raise InvalidInput("quota_bounds", low=value, high=3)


def crash(progress):
    os._exit(7)


def never_listen(progress):
    time.sleep(60)


def listen_forever(progress):
    while True:
        progress.checkpoint("counting", 0.1)


def listen_with_value(value, progress):
    listen_forever(progress)


def never_start(_pipe):
    """A process that never comes as far as reading what to do."""
    while True:
        time.sleep(60)
