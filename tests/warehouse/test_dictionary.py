from warehouse.dictionary import README, with_dictionary


def test_the_dictionary_is_that_of_the_declarations() -> None:
    written = README.read_text(encoding="utf-8")
    assert with_dictionary(written) == written, "run `make dictionary`"
