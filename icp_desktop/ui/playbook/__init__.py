"""The playbook on screen: what to say, whom to show it to, and what is to be done."""
