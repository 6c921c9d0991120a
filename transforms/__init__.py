"""What chronofil exists for: from a document's bytes to dated, merged events.

Pure functions over the records of `transforms.records`. No I/O (language files load once through
importlib.resources), no clock, nothing of flows or warehouse.
"""
