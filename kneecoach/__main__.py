"""`python -m kneecoach` is the same as `kneecoach`."""

import sys

from kneecoach.cli import main

if __name__ == "__main__":
    sys.exit(main())
