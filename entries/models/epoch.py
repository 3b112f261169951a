from django.db import models


class Epoch(models.Model):
    """Stamp: a token that changes with everything that readers may see. One row, or none before the first change.

    A page made under one token is right as long as the token stands. A random token, not a number: a database restored
    from a backup never meets pages of another past.
    """

    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.token
