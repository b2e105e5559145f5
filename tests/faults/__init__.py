"""Faults at the level of the whole process: killed, locked out, without room, without a network."""
