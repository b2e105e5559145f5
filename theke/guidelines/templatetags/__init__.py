"""Filters of the guideline."""
