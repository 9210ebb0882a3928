"""Ctrl-C in the terminal closes the window as its button does."""

import os
import signal

from kneecoach.ui.hang_up import HangUp


def test_a_signal_is_told_and_the_old_handlers_come_back(qtbot):
    before = signal.getsignal(signal.SIGTERM)
    hang_up = HangUp()

    with qtbot.waitSignal(hang_up.asked):
        os.kill(os.getpid(), signal.SIGTERM)
    hang_up.close()

    assert signal.getsignal(signal.SIGTERM) is before
