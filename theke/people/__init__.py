"""Libraries, branches, staff, roles, absence, and what happened."""
