"""What is seen and touched. The only floor, with ``app``, that knows Qt."""
