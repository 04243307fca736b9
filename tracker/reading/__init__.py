"""Text → report → commitments: everything that is read in a report."""
