"""`python -m theke` is the `theke` command."""

from theke.site.command import main

main()
