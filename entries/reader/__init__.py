"""The public site: one file a subject. Every query begins at a live face and follows `live_target` only."""
