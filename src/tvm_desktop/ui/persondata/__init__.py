"""One person's data: looked through, corrected, taken out."""
