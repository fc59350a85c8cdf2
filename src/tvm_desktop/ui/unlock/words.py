"""What is said in more than one place on the way in."""

from __future__ import annotations

from tvm_desktop.words import msg

NO_OTHER_WAY = msg(
    "Without the password and without the recovery code nobody can open the file, "
    "not even those who made the program."
)
