"""How a worker process of an import begins; imports nothing that needs Django to be ready."""

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess

import django


def begin() -> None:
    """Makes the process ready, and lets it end with the one that started it, even if that one is killed."""
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    django.setup()


def _end_with(process: BaseProcess) -> None:
    process.join()
    os._exit(1)
