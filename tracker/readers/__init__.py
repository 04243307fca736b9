"""A file of any kind → the text of a report."""
