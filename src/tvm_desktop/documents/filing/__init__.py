"""What a held meeting leaves for the municipality's own system: a record, the same as plain text, and agreements."""
