"""The parts that pages are put together from: each shows what it is told and asks by signals."""
