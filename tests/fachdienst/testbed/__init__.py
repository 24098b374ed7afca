"""Servers on one machine that behave as the TI-Messenger service of an insurer and of a practice."""
