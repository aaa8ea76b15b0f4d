"""Stratified sortition: from a pool and quotas to the fairest lottery over panels."""
