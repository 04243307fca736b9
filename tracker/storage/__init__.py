"""Core values ↔ the database: the tables, their upgrades, and everything that is kept."""
