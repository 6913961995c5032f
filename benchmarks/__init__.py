"""Speed and quality, measured: run with `make bench`; the results stand beside the code."""
