"""What goes out when: weeks, months, slots that come back, holidays, gaps, and a feed for one's own calendar."""
