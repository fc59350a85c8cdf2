from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from tvm_desktop.storage.place import (
    Drive,
    Risk,
    drive_in,
    drive_of,
    folder_risk,
    folder_warning,
    place_warning,
)

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
server:/home /home/net nfs4 rw 0 0
//server/share /srv/our\\040share cifs rw 0 0
/dev/sdb1 /mnt/stick vfat rw 0 0
encfs /home/ole/safe fuse.encfs rw 0 0
ole@server: /home/ole/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    "path",
    [
        PurePosixPath("/home/ole/.local/share/tvm-desktop"),
        PurePosixPath("/home/ole/Dropper/data"),
        PureWindowsPath(r"C:\Users\Ole\AppData\Local\tvm-desktop"),
        PurePosixPath("/Users/ole/Library/Application Support/tvm-desktop"),
    ],
)
def test_an_ordinary_folder_needs_no_warning(path: PurePath) -> None:
    assert place_warning(path) is None


@pytest.mark.parametrize(
    ("path", "word"),
    [
        (PureWindowsPath(r"\\server\home\ole\tvm"), "network"),
        (PurePosixPath("/run/user/1000/gvfs/smb-share:server=s/tvm"), "network"),
        (PureWindowsPath(r"C:\Users\Ole\OneDrive - Kommunen\tvm"), "cloud"),
        (PurePosixPath("/home/ole/Dropbox/tvm"), "cloud"),
        (PurePosixPath("/home/ole/Dropbox (Privat)/tvm"), "cloud"),
        (PurePosixPath("/Users/ole/Library/Mobile Documents/tvm"), "cloud"),
        (PurePosixPath("/Users/ole/Library/CloudStorage/OneDrive-Kommunen/tvm"), "cloud"),
        (PurePosixPath("/home/ole/Nextcloud/tvm"), "cloud"),
        (PurePosixPath("/media/ole/STICK/tvm"), "pulled out"),
        (PurePosixPath("/run/media/ole/STICK/tvm"), "pulled out"),
        (PurePosixPath("/Volumes/STICK/tvm"), "pulled out"),
    ],
)
def test_an_unsafe_folder_is_named_for_what_it_is(path: PurePath, word: str) -> None:
    message = place_warning(path)
    assert message is not None
    assert word in message.text


@pytest.mark.parametrize(("drive", "word"), [(Drive.REMOTE, "network"), (Drive.REMOVABLE, "pulled out")])
def test_what_the_system_says_of_the_drive_counts(drive: Drive, word: str) -> None:
    message = place_warning(PureWindowsPath(r"H:\tvm"), drive)
    assert message is not None
    assert word in message.text


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/ole/tvm", Drive.FIXED),
        ("/home/net/ole", Drive.REMOTE),
        ("/srv/our share/tvm", Drive.REMOTE),
        ("/mnt/stick/tvm", Drive.REMOVABLE),
        ("/home/ole/safe/tvm", Drive.FIXED),
        ("/home/ole/far/tvm", Drive.REMOTE),
    ],
)
def test_the_nearest_mount_decides(path: str, drive: Drive) -> None:
    assert drive_in(MOUNTS, PurePosixPath(path)) is drive


def test_the_system_can_be_asked(tmp_path: Path) -> None:
    assert drive_of(tmp_path) in Drive


def test_a_folder_is_looked_at_where_it_leads_to(tmp_path: Path) -> None:
    cloud = tmp_path / "OneDrive - Kommunen" / "tvm"
    cloud.mkdir(parents=True)
    link = tmp_path / "tvm"
    link.symlink_to(cloud)
    assert folder_risk(link) is Risk.SYNCED
    assert folder_warning(tmp_path) is None


def test_a_cloud_folder_of_any_name_is_known_by_its_mark(tmp_path: Path) -> None:
    data = tmp_path / "Min sky" / "tvm" / "data"
    data.mkdir(parents=True)
    assert folder_risk(data) is None
    (tmp_path / "Min sky" / ".stfolder").mkdir()
    assert folder_risk(data) is Risk.SYNCED
    warning = folder_warning(data)
    assert warning is not None
    assert "synchronised" in warning.text


def test_a_relative_folder_is_looked_at_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Dropbox" / "tvm").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "Dropbox")
    assert folder_risk(Path("tvm")) is Risk.SYNCED
