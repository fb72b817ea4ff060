"""Boards: runs in, rows and text out."""
