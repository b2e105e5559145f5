"""The guideline as checks that explain: pure rules and their findings."""
