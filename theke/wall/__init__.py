"""What the public sees on the library's own pages: posts and feeds."""
