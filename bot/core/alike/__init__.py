"""Questions in the queue that are alike: suggested, put together by a press, answered once, taken apart again."""
