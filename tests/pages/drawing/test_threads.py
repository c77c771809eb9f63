from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pages.drawing.threads import ROW, Order, crossings, stacked, thread, untangled

THREADS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("stuvwxyz")), st.integers(1, 50), min_size=1
)


def test_threads_that_cross_are_counted() -> None:
    order = Order((("a", "b"),), ("y", "z"))

    assert crossings(order, {("a", "y"): 1, ("b", "z"): 1}) == 0
    assert crossings(order, {("a", "z"): 1, ("b", "y"): 9}) == 1
    assert crossings(order, {("a", "y"): 1, ("a", "z"): 1, ("b", "y"): 1, ("b", "z"): 1}) == 1
    assert crossings(order, {("a", "z"): 1, ("b", "z"): 1}) == 0


def test_a_tangle_that_need_not_be_comes_undone() -> None:
    threads = {("b", "z"): 5, ("a", "x"): 5, ("c", "y"): 5, ("b", "y"): 1}
    came = Order((("a", "b", "c"),), ("z", "x", "y"))

    assert crossings(came, threads) == 1
    assert crossings(untangled([["a", "b", "c"]], threads), threads) == 0


def test_groups_are_moved_as_a_whole() -> None:
    threads = {("a", "y"): 1, ("c", "x"): 1, ("b", "y"): 1, ("d", "x"): 1}

    order = untangled([["a", "c"], ["b", "d"]], threads)

    assert {frozenset(group) for group in order.groups} == {frozenset("ac"), frozenset("bd")}


def test_names_without_a_thread_are_left_out() -> None:
    order = untangled([["a"], ["b", "c"]], {("c", "z"): 1})

    assert order == Order((("c",),), ("z",))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(threads=THREADS)
def test_nothing_is_more_tangled_than_it_came(threads: dict[tuple[str, str], int]) -> None:
    lefts = [sorted({left for left, _ in threads})]
    came = Order((tuple(lefts[0]),), tuple(dict.fromkeys(right for _, right in threads)))

    assert crossings(untangled(lefts, threads), threads) <= crossings(came, threads)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(threads=THREADS)
def test_every_name_has_a_row_of_its_own(threads: dict[tuple[str, str], int]) -> None:
    order = untangled(["abcd", "efgh"], threads)

    columns = stacked(order, headed=True)

    assert columns.lefts.keys() == {left for left, _ in threads}
    assert columns.rights.keys() == {right for _, right in threads}
    for column in (columns.lefts, columns.rights):
        places = sorted(column.values())
        assert all(below - above >= ROW - 1 for above, below in pairwise(places))
        assert places[0] >= ROW // 2
        assert places[-1] <= columns.height - ROW // 2


def test_a_heading_has_room_above_its_group() -> None:
    order = untangled([["a"], ["b"]], {("a", "y"): 1, ("b", "z"): 1})

    headed, plain = stacked(order, headed=True), stacked(order, headed=False)

    assert (headed.lefts, headed.headings, headed.height) == ({"a": 44, "b": 100}, (20, 76), 112)
    assert (plain.lefts, plain.height) == ({"a": 12, "b": 36}, 48)


def test_a_thread_leaves_and_arrives_level() -> None:
    assert thread((0, 10), (100, 30)) == "M0 10C50 10 50 30 100 30"
