"""The tests, mirroring `theke/` file for file."""
