"""Runs what is due: the binding between plain functions and an engine."""
