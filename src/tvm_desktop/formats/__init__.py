"""How a meeting runs: TOML files read into typed objects, every error with file and key."""
