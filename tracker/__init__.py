"""What became of last year's promises: annual reports in, audits of their plans out."""

__version__ = "0.1.0"
