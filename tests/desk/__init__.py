"""Tests of theke.desk."""
