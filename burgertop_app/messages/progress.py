"""What long work is doing, in words, per phase code."""

from __future__ import annotations

from burgertop_app.i18n import _, mark

PHASES: dict[str, str] = {
    "draw_bound": mark("Finding out what can be reached at best"),
    "draw_panels": mark("Finding panels"),
    "draw_cover": mark("Looking who can be in a panel at all"),
    "draw_mix": mark("Weighing the panels"),
    "draw_proof": mark("Proving that no lottery is fairer"),
    "draw_rounding": mark("Making a thousand numbered panels"),
    "draw_exchange": mark("Exchanging panels to come closer"),
    "draw_sharing": mark("Sharing the seats among equal people"),
    "draw_look": mark("Looking at pool and quotas"),
    "draw_clash": mark("Finding out what clashes"),
    "draw_relax": mark("Looking for ways out"),
    "reading": mark("Reading"),
    "writing": mark("Writing"),
    "checking": mark("Checking"),
    "print_document": mark("Making the document"),
    "ranking": mark("Drawing letters"),
    "erasing": mark("Erasing"),
    "replacing": mark("Looking who can join"),
    "site_draws": mark("Putting the draw together"),
    "site_pages": mark("Making the pages"),
    "seating": mark("Seating everybody"),
    "budget": mark("Counting"),
    "opinions": mark("Looking whether the groups are more than chance"),
    "suggesting": mark("Looking for themes"),
    "doubles": mark("Looking for cards that say the same"),
}


def phase_words(phase: str) -> str:
    """The words for a phase code, in the language now spoken; an unknown code is "Working"."""
    return _(PHASES[phase]) if phase in PHASES else _("Working")
