"""Where documents come from: one connector a file, and the list of sources. The only place with HTTP clients."""
