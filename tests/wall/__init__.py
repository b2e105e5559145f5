"""Tests of theke.wall."""
