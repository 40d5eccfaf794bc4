"""Run the command line as `python -m quellenlage`."""

from quellenlage.cli import main

main()
