import duckdb
import pytest

from warehouse.checks import CHECKS, reference_checks
from warehouse.tables import PUBLISHED_TABLES, TABLES, Column, Table
from warehouse.tables.declaration import ARROW_TYPES, DUCKDB_TYPES, FRICTIONLESS_TYPES


def test_a_column_without_a_description_does_not_build() -> None:
    with pytest.raises(ValueError, match="needs a description"):
        Column("event_id", "text", "id")


def test_a_key_that_is_no_column_does_not_build() -> None:
    with pytest.raises(ValueError, match="not declared"):
        Table("t", "working", "Some table.", ("missing",), (Column("a", "text", "Some column."),))


def test_a_column_declared_twice_does_not_build() -> None:
    column = Column("a", "text", "Some column.")
    with pytest.raises(ValueError, match="twice"):
        Table("t", "working", "Some table.", ("a",), (column, column))


def test_every_type_has_its_form_everywhere() -> None:
    assert DUCKDB_TYPES.keys() == ARROW_TYPES.keys() == FRICTIONLESS_TYPES.keys()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_ddl_comments_and_arrow_schema_say_the_same(table: Table) -> None:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for statement in table.create_statements():
            connection.execute(statement)
        comments = dict(connection.execute("SELECT column_name, comment FROM duckdb_columns() WHERE NOT internal")
                        .fetchall())
        empty = connection.sql(f"SELECT * FROM {table.name}").to_arrow_table()
    schema = table.arrow_schema()
    assert comments == {field.name: field.metadata[b"description"].decode() for field in schema}
    assert empty.schema.names == schema.names
    assert [field.type for field in empty.schema] == [
        field.type if not str(field.type).startswith("list") else empty.schema.field(field.name).type
        for field in schema
    ]


@pytest.mark.parametrize("table", PUBLISHED_TABLES, ids=lambda table: table.name)
def test_a_released_table_keeps_its_key_and_no_working_column(table: Table) -> None:
    released = table.released()
    assert all(column.is_published for column in released.columns)
    assert {"name", "schema"} <= released.data_resource().keys()
    assert all(f"`{column.name}`" in "\n".join(released.dictionary_lines()) for column in released.columns)


def test_names_follow_the_naming_table() -> None:
    endings = {"day": ("_on", "_start", "_end", "_before", "_after", "_until"), "instant": ("_at",),
               "local_time": ("_at",), "boolean": ("is_", "has_")}
    for table in TABLES.values():
        for column in table.columns:
            if column.type == "boolean":
                assert column.name.startswith(endings["boolean"]), f"{table.name}.{column.name}"
            elif column.type in endings:
                assert column.name.endswith(endings[column.type]), f"{table.name}.{column.name}"


def test_the_same_name_has_the_same_type_everywhere() -> None:
    types: dict[str, set[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            types.setdefault(column.name, set()).add(column.type)
    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}


def test_every_declared_reference_becomes_a_check_and_ids_are_unique() -> None:
    checks = [*CHECKS, *reference_checks()]
    assert len({check.check_id for check in checks}) == len(checks)
    references = sum(
        1 for table in PUBLISHED_TABLES for column in table.columns if column.refers_to and column.is_published
    )
    assert len(checks) == len(CHECKS) + references > len(CHECKS)


def test_a_reference_to_no_key_does_not_build() -> None:
    table = Table("t", "published", "Some table.", ("a",), (
        Column("a", "text", "Some column.", refers_to="events.title"),))
    with pytest.raises(ValueError, match="is no key"):
        list(reference_checks((table,)))


@pytest.mark.parametrize(("change", "message"), [
    ({"document_id": None}, "document_id is required"),
    ({"published_basis": "guess"}, "published_basis is 'guess'"),
])
def test_a_row_is_held_to_its_declaration(change: dict[str, object], message: str) -> None:
    table = TABLES["documents"]
    row = {column.name: None for column in table.columns} | {
        "document_id": "d", "source_id": "s", "language": "fr", "published_basis": "none", "media_type": "text/plain",
        "content_sha256": "x", "version": 1}
    table.require_valid(row)
    with pytest.raises(ValueError, match=message):
        table.require_valid(row | change)


def test_columns_that_go_together_or_in_order_are_held_to_it() -> None:
    pair = (Column("a", "integer", "First number."), Column("b", "integer", "Second number."))
    table = Table("t", "working", "Some table.", ("a",), pair, ordered=(("a", "b"),), together=(("a", "b"),))
    table.require_valid({"a": 1, "b": 1})
    for row, message in (({"a": 2, "b": 1}, "lies after"), ({"a": 1, "b": None}, "but b is None")):
        with pytest.raises(ValueError, match=message):
            table.require_valid(row)
        with duckdb.connect() as connection, pytest.raises(duckdb.ConstraintException):
            connection.execute(table.create_statements()[0])
            connection.execute("INSERT INTO t VALUES (?, ?)", [row["a"], row["b"]])
