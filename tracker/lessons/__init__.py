"""Labels → models and figures: what the matching learns from, and how well it does."""
