"""artbench: how well does a vision-language model understand art?"""

__version__ = "0.1.0"
