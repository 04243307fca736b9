"""Audit values → page values → HTML."""
