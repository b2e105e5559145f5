"""The pages of the practice network, for signed-in colleagues."""
