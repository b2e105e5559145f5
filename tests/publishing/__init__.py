"""Tests of the ledger, at the network line only: everything of ours is real."""
