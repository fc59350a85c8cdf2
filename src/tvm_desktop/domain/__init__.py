"""What a meeting is: frozen entities, enums and pure rules. Standard library only."""
