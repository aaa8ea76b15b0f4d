import pytest

from burgertop_app.domain.outcomes import ProposalKind

OURS, ASKED, BOTH = ProposalKind.OURS, ProposalKind.ASKED, ProposalKind.BOTH


@pytest.mark.parametrize(
    ("kind", "ourselves", "asked", "becomes"),
    [
        (ASKED, "", "", ASKED),
        (ASKED, "", "een loket", ASKED),
        (ASKED, "wij vegen", "", BOTH),
        (OURS, "wij vegen", " ", OURS),
        (OURS, "", "een bezem", BOTH),
        (BOTH, "", "", BOTH),
    ],
)
def test_what_is_written_down_counts_for_who_must_act(kind, ourselves, asked, becomes):
    assert kind.with_texts(ourselves, asked) is becomes
