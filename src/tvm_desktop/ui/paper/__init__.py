"""The plan on screen: look at it, save it, print it, all from memory."""
