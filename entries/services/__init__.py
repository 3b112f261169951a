"""Verbs: what can be done to the encyclopedia. Each takes the acting user and answers with what came of it."""
