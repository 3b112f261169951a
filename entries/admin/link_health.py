"""The health of links: of a whole work, entry by entry, and what would settle the most references."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from entries.admin.link_screens import LinkScreen
from entries.models import Resolution
from entries.services.link_health import Health, Settling, by_entry, health, most_settling

_PAGE: Final = 50
#: What came of references, as the bar shows it from left to right.
_SHARES: Final = (
    Resolution.LINKED, Resolution.WANTED, Resolution.AMBIGUOUS, Resolution.DISAGREEING, Resolution.LOOP,
    Resolution.ITSELF,
)  # fmt: skip


class LinkHealth(LinkScreen):
    """What came of all references, the ten targets that would settle most, and the entries with most left open."""

    heading = _("สุขภาพของรายการโยง")
    template_name = "admin/entries/references/health.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = health(work=self.work_id)
        page = Paginator(by_entry(self.work_id), _PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            health=found,
            percent=round(100 * found.resolved, 1),
            shares=shares(found),
            settling=[{"target": each, "address": self._address(each)} for each in most_settling(work=self.work_id)],
            page=page,
            **kwargs,
        )

    def _address(self, target: Settling) -> str:
        """Where the references of this target are settled."""
        query = {"work": self.work_id, "key": target.key}
        if target.why == Resolution.WANTED:
            return reverse("admin:entries_wanted_one") + "?" + urlencode(query)
        return reverse("admin:entries_reference_desk") + "?" + urlencode(query | {"kind": target.why.value})


def shares(found: Health) -> list[dict[str, Any]]:
    """The parts of the bar, those that there are: how many, from where to where of 1000."""
    counted = [(resolution, int(getattr(found, resolution.value))) for resolution in _SHARES]
    total = sum(count for _resolution, count in counted)
    rows, begin = [], 0
    for resolution, count in counted:
        if count:
            end = begin + count
            first, last = round(1000 * begin / total), round(1000 * end / total)
            rows.append({"resolution": resolution, "count": count, "begin": first, "width": last - first})
            begin = end
    return rows
