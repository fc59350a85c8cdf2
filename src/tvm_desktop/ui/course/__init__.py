"""One course: its people, its meetings, its goals and agreements over time."""
