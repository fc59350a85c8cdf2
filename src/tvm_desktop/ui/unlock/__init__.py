"""Before the file is open: unlocking, and the first start."""
