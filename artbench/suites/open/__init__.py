"""The open editions: artbench paints their pictures and so knows the facts."""
