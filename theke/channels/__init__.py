"""The register of the library's accounts and their sealed credentials."""
