"""Filing a meeting that was held: save the package, put it into the municipality's system, say that it is there."""
