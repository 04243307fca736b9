"""Commitments held against the statements of the answering report."""
