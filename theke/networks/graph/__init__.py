"""What Meta's networks share: version, calls, errors, tokens, containers. Plain helpers and not a network: it has no FACTS and no key."""
