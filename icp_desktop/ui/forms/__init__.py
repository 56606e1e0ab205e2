"""Forms: what is out, what is asked, what colleagues said; tabs of the interviews page."""
