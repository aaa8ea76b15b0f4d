"""Opinion groups: who votes alike on statements, and what each group says."""
