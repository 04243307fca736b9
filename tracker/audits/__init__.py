"""Reports, decisions and verdicts → the audit of one body, with its problems, chain and norms."""
