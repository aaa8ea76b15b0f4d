"""Documents: values in, bytes out."""
