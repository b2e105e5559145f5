"""Tests of theke.ui."""
