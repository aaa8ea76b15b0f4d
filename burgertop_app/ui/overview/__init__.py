"""Where a process stands, what comes next, and the thread both ways."""
