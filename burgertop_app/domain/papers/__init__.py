"""What documents are made from: frozen values of strings, dates and numbers, complete in themselves."""
