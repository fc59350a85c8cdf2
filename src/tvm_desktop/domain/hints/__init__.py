"""The rules behind the hints, by what they look at: people, the story, the goals, the effort."""
