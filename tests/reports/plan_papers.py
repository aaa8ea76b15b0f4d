"""The papers about proposals and about what people do tomorrow, for tests to share."""

from __future__ import annotations

from burgertop_app.domain.papers.intentions import IntentionsPaper, TomorrowFormPaper
from burgertop_app.domain.papers.proposals import BookProposal, ProposalBookPaper

QUESTION = "Wat doet u morgen?"


def plan_papers(head, cards):
    """A book of proposals on these printed cards, a form and an overview, by name."""
    whole = BookProposal(
        number=1,
        title="Eén loket voor alle vragen",
        texts=(("Toelichting", "Aan één balie in de bibliotheek."), ("Dit doen wij zelf", "Wij zitten er.")),
        facts=(("Kosten", "€ 180.000"), ("Waar", "Havenwijk")),
        lineage="Komt uit voorstel 4.",
        agreement="De woorden op deze kaarten zijn voorgelezen, en de tafel was akkoord.",
        cards=tuple(cards),
    )
    bare = BookProposal(number=2, title="Meer groen in de wijk")
    return {
        "proposal_book": ProposalBookPaper(
            masthead=head,
            name="voorstel",
            proposals=(whole, bare),
            wish="1 van de 2 voorstellen vraagt iets.",
        ),
        "tomorrow_form": TomorrowFormPaper(masthead=head, question=QUESTION, sheets=1),
        "intentions": IntentionsPaper(
            masthead=head,
            question=QUESTION,
            texts=("Ik maak kennis met mijn buren.", "Een geveltuin."),
            total=5,
        ),
    }
