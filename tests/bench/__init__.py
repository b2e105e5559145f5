"""Short versions of the benchmarks."""
