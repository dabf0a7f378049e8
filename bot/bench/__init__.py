"""Measurements that anybody can repeat: `minori bench …`. Nothing here is used to answer."""
