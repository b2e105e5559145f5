"""Tools for developers; nothing here runs in an installation."""
