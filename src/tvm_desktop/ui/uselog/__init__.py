"""Who did what with which course, and when."""
