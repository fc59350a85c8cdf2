"""One panel per kind of step."""
