"""Reading along with a language model: what it says counts where the report's own words bear it out.

Knows no endpoint: whoever calls it brings what asks the model.
"""
