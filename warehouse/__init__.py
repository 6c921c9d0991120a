"""All of DuckDB and Parquet: tables declared once, batches replaced whole, releases switched atomically.

Knows the record types of transforms and nothing else of ours; no Prefect, no network, no clock.
"""
