"""What participants may see, as plain values: the only thing that the projector window is given."""
