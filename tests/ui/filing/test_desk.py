"""What filing does, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.filing.desk import FilingDesk
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE

if TYPE_CHECKING:
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext


def test_the_package_is_made_once_for_the_same_record(context: UiContext, session: MeetingSession) -> None:
    desk = FilingDesk(context, session)
    first = desk.package
    assert desk.package is first
    desk.write("Skolen ringede.")
    assert desk.package is not first
    desk.close()


def test_the_leaders_own_name_stands_in_it_where_there_is_no_coordinator(
    context: UiContext, session: MeetingSession
) -> None:
    context.open_store.set_setting(OWN_NAME, "Karin Damgaard")
    context.open_store.set_setting(OWN_PHONE, "00 00 00 00")
    desk = FilingDesk(context, session)
    assert "Ring til Karin Damgaard" in desk.package.text
    desk.close()


def test_what_only_the_leader_sees_is_counted(context: UiContext, session: MeetingSession) -> None:
    desk = FilingDesk(context, session)
    assert (desk.only_mine, len(desk.notes), desk.taken) == (1, 2, False)
    desk.took()
    assert desk.taken
    desk.close()
