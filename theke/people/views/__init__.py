"""Pages about the people of a library and the library itself."""
