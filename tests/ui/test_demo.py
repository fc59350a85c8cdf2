"""The demo: invented meetings in a file that is gone afterwards."""

from __future__ import annotations

from datetime import date

from tvm_desktop.ui.demo import Demo


def test_the_demo_is_filled_encrypted_and_removed() -> None:
    demo = Demo()
    store, library = demo.open(date(2026, 3, 12))
    assert len(store.courses()) >= 3
    assert library.formats
    assert b"Minh" not in demo.folder.database.read_bytes()
    store.close()
    demo.remove()
    assert not demo.folder.root.exists()


def test_two_demos_are_apart() -> None:
    one, two = Demo(), Demo()
    assert one.folder.root != two.folder.root
    assert one.key != two.key
    one.remove()
    two.remove()
