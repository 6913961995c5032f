"""The commands, a module for each kind of work; each adds its own to the command line.

What they need is imported when they run: `--help` and `ask` must not wait for what reads PDFs.
"""
