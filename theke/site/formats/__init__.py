"""How dates, times and numbers look in each language."""
