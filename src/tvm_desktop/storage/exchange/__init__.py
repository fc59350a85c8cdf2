"""The exchange file ``*.tvm.json``: whole courses with their formats, to hand over, to show, to test with."""
