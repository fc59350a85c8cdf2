"""The tour: the real windows led through an invented meeting, with a picture of every stop."""
