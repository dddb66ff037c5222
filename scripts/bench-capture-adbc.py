"""Seconds that ADBC's PostgreSQL driver needs for the query of the benchmark, into Arrow columns in memory."""

import sys
import time

import adbc_driver_postgresql.dbapi as dbapi

QUERY = "SELECT match_run_id, workplace_id, rank, distance FROM fairness_audit.match_result"

with dbapi.connect(sys.argv[1]) as connection, connection.cursor() as cursor:
    start = time.perf_counter()
    cursor.execute(QUERY)
    table = cursor.fetch_arrow_table()
    seconds = time.perf_counter() - start
assert table.num_rows == 1_000_000 and table.num_columns == 4
print(f"{seconds:.4f}")
