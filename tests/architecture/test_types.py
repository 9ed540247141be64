"""What the types say is true everywhere: no line is exempt from being checked."""

from tests.architecture.sources import matches, none_of, python_files


def test_no_type_is_ignored():
    mark = "type:" + r"\s*ignore"
    none_of(matches(python_files("jingwei", "tests", "benchmarks"), mark))
