"""Orchestration: one thin Prefect flow a stage, the chain of all five, the command line, settings and sources.

The only room that reads the clock, the network, Prefect and seeds; it hands them to transforms and warehouse.
"""
