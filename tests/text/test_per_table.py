from collections.abc import Callable, Sequence

from entries.text.per_table import once_per_table


def counted() -> tuple[list[int], Callable[[Sequence[int]], int]]:
    made: list[int] = []

    @once_per_table
    def total(table: Sequence[int]) -> int:
        made.append(len(table))
        return sum(table)

    return made, total


def test_a_tuple_is_worked_out_once() -> None:
    made, total = counted()
    table = (1, 2)
    assert [total(table), total(table), total((*table, 4))] == [3, 3, 7]
    assert made == [2, 3]


def test_a_list_which_may_change_is_worked_out_each_time() -> None:
    made, total = counted()
    table = [1, 2]
    first = total(table)
    table.append(4)
    assert [first, total(table)] == [3, 7]
    assert made == [2, 3]


def test_many_tables_are_not_confused() -> None:
    _made, total = counted()
    assert [total((number,)) for number in range(100)] == list(range(100))
