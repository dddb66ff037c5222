"""Writes one table of reference values as a Swift file of Tests/MetricsTests/Reference.

Every script of this folder runs from the package root and says in the head of each table which tool and version made it.
"""
import pathlib
import sys

import mpmath as mp

OUT = pathlib.Path("Tests/MetricsTests/Reference")


def number(value):
    if isinstance(value, bool) or (hasattr(value, "dtype") and value.dtype.kind in "iub") or isinstance(value, int):
        return str(int(value))
    if value != value:
        return "nan"
    return mp.nstr(mp.mpf(value), 17, min_fixed=-4, max_fixed=17)


def write(name, source, columns, rows):
    """name: of the file, in UpperCamelCase; source: tool and version; columns: one line; rows: numbers."""
    script = pathlib.Path(sys.argv[0]).name
    body = "\n".join("        " + " ".join(number(v) for v in row) for row in rows)
    (OUT / f"{name}.swift").write_text(
        f"""// Written by scripts/reference/{script}. Source: {source}.

extension Reference {{
    /// Columns: {columns}.
    static let {name[0].lower() + name[1:]} = table(
        \"\"\"
{body}
        \"\"\")
}}
""")
