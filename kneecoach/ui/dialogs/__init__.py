"""Small windows over a page; each is shown with `open` and answers by signal."""
