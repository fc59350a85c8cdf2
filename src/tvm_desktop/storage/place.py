"""Where the data folder lies: a share, a synchronised folder and a stick each deserve a warning, never a refusal."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path, PurePath, PureWindowsPath

from tvm_desktop.words import Message, msg


class Drive(Enum):
    """What a folder lies on."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    REMOTE = "remote"


class Risk(Enum):
    """What can befall a file because of where it lies."""

    SHARE = "share"
    SYNCED = "synced"
    STICK = "stick"


_SHARE = msg(
    "The data folder lies on a network share. A break in the network can damage the file with your meetings. "
    "Choose a folder on this computer."
)
_SYNCED = msg(
    "The data folder is synchronised with a cloud. Two copies of the file with your meetings can come to differ. "
    "Choose a folder that is not synchronised."
)
_STICK = msg(
    "The data folder lies on a stick or another disk that can be pulled out. "
    "Let the program close before you take it out, and keep a backup elsewhere."
)

_SYNCED_NAMES = {
    "box",
    "box sync",
    "cloudstorage",
    "com~apple~clouddocs",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "jottacloud",
    "mega",
    "mobile documents",
    "my drive",
    "nextcloud",
    "owncloud",
    "pcloud drive",
    "seafile",
    "syncthing",
}
_SYNCED_BEGINNINGS = ("onedrive", "dropbox", "google drive", "googledrive-", "sharepoint")
# What a client that synchronises a folder of any name leaves at its top.
_SYNC_MARKS = (
    ".dropbox",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".stfolder",
    ".sync.ini",
    ".seafile-data",
)
_REMOTE_SYSTEMS = {"9p", "afpfs", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "webdav"}
_STICK_SYSTEMS = {"exfat", "msdos", "vfat"}
_STICK_FOLDERS = (("/", "media"), ("/", "run", "media"), ("/", "Volumes"))


_WARNINGS = {Risk.SHARE: _SHARE, Risk.SYNCED: _SYNCED, Risk.STICK: _STICK}


def place_warning(path: PurePath, drive: Drive = Drive.FIXED) -> Message | None:
    """Return what to say about a data folder, or None. Pure: looks at nothing but the path and the drive."""
    risk = risk_of(path, drive)
    return _WARNINGS[risk] if risk is not None else None


def folder_risk(folder: Path) -> Risk | None:
    """Look at a real folder: where it lies, where it leads to, and whether a cloud has left its mark above it."""
    places = {folder.absolute(), Path(os.path.realpath(folder))}
    for place in places:
        risk = risk_of(place, drive_of(place))
        if risk is not None:
            return risk
    return Risk.SYNCED if any(_is_marked(place) for place in places) else None


def folder_warning(folder: Path) -> Message | None:
    """Return what to say about a real data folder, or None."""
    risk = folder_risk(folder)
    return _WARNINGS[risk] if risk is not None else None


def _is_marked(folder: Path) -> bool:
    with suppress(OSError):
        return any((place / mark).exists() for place in (folder, *folder.parents) for mark in _SYNC_MARKS)
    return False


def risk_of(path: PurePath, drive: Drive = Drive.FIXED) -> Risk | None:
    """Say what a place risks, None for nothing. Pure as well."""
    if drive is Drive.REMOTE or _is_share(path):
        return Risk.SHARE
    if any(_is_synced(part.casefold()) for part in path.parts):
        return Risk.SYNCED
    if drive is Drive.REMOVABLE or any(path.parts[: len(stick)] == stick for stick in _STICK_FOLDERS):
        return Risk.STICK
    return None


def drive_of(path: Path) -> Drive:
    """Ask the system what a folder lies on; FIXED when it does not say."""
    if sys.platform == "win32":
        kinds = {2: Drive.REMOVABLE, 4: Drive.REMOTE}
        return kinds.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), Drive.FIXED)
    with suppress(OSError):
        return drive_in(Path("/proc/self/mounts").read_text("utf-8", "replace"), path)
    return Drive.FIXED


def drive_in(mounts: str, path: PurePath) -> Drive:
    """Read Linux' list of mounts for the one that a folder lies on."""
    lines = [line.split(" ") for line in mounts.splitlines()]
    held = {PurePath(line[1].replace("\\040", " ")): line[2] for line in lines if len(line) > 2}
    mount = next((place for place in (path, *path.parents) if place in held), None)
    system = held[mount] if mount else ""
    if system in _REMOTE_SYSTEMS or system.startswith("fuse."):
        return Drive.REMOTE if _is_remote_fuse(system) else Drive.FIXED
    return Drive.REMOVABLE if system in _STICK_SYSTEMS else Drive.FIXED


def _is_remote_fuse(system: str) -> bool:
    local = {"fuse.encfs", "fuse.gocryptfs", "fuse.lxcfs", "fuse.portal", "fuse.mergerfs", "fuse.snapfuse"}
    return system not in local


def _is_share(path: PurePath) -> bool:
    return (isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\")) or "gvfs" in path.parts


def _is_synced(name: str) -> bool:
    return name in _SYNCED_NAMES or name.startswith(_SYNCED_BEGINNINGS)
