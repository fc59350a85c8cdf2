"""The parts of a plan, each from the record through the gate to paper."""
