"""The installation: settings, root addresses, WSGI and the theke command."""
