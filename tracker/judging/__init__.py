"""Match → verdict: the rules one can read aloud, and what they rest on."""
