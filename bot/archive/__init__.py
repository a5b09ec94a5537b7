"""All that is kept about a community, as one file: taken along to another machine, or read by people who may."""
