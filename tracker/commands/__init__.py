"""One module per group of commands, loaded only when that command runs."""
