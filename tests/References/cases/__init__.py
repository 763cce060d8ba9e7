"""The requests that make_references.py puts to torch."""
