"""A small network of the library's own, to learn on and to try."""
