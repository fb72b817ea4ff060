"""The open editions: pictures that artbench paints itself, with facts that are known because it painted them."""
