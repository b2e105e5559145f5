"""Tests of theke.site."""
