"""One module per revision, importing nothing of ours."""
