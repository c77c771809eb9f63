from concurrent.futures import ThreadPoolExecutor

from site_builder.build.workers import over, serial, workers


def double(number: int) -> int:
    return 2 * number


def test_results_come_in_the_order_of_the_items_whoever_computes_them() -> None:
    numbers = range(1000)
    expected = [2 * number for number in numbers]

    with ThreadPoolExecutor(3) as executor:
        assert list(over(executor, 3)(double, numbers)) == expected
    assert list(serial(double, numbers)) == expected
    assert list(over(ThreadPoolExecutor(1), 1)(double, [])) == []


def test_little_work_starts_no_pool() -> None:
    with workers(0, 10) as mapper:
        assert mapper is serial
    with workers(1, 100_000) as mapper:
        assert mapper is serial


def test_a_pool_of_processes_gives_the_same_results() -> None:
    with workers(2, 5) as mapper:
        assert list(mapper(double, range(5))) == [0, 2, 4, 6, 8]
