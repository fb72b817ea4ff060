"""`python -m artbench` is `artbench`."""

from artbench.cli import main

if __name__ == "__main__":
    main()
