"""What a person can do at a meeting: small frozen dataclasses, each with the pure rule that turns it into edits."""
