"""Where a meeting is kept: one encrypted SQLite file. The only floor that knows SQLAlchemy."""
