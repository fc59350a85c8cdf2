"""The leader's own window: agenda, panel, prompts, and one entry line."""
