"""The help: topics from resources/help, with lists made from what they are lists of."""
