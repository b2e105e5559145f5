"""Benchmarks: each one command, printing a table and one line of JSON."""
