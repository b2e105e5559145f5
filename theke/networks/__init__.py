"""One folder per network: plain Python, data in and data out."""
