"""Judgement: how well an answer is proven, and what is still open."""
