"""Which figures about groups may be shown without giving anybody away."""
