"""Handing a course over to a colleague, and bringing one in."""
