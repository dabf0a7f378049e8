"""Numbers one may trust: rates with their intervals, times between stages, the report to a funder, exports."""
