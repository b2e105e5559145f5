"""Tests of theke.notices."""
