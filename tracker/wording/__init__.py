"""What the program says, one module per area: code → (Chinese, English)."""
