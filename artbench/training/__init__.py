"""Training of the nano models: artbench paints and writes the lessons, artgpt4 learns them."""
