"""Working on two laptops: making the copy and the file, and taking over side by side."""
