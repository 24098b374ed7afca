"""What test_fachdienst.py checks, by topic. Every module holds unittest classes."""
