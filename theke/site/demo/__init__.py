"""A believable library to try Theke with: all names are invented."""
