"""What the table sees: one picture from a ``ProjectorFrame``, painted at any size."""
