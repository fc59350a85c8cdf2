"""A plan on pages: blocks that know their height, and how they break."""
