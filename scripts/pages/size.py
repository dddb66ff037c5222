"""Small enough to send by mail and to open on an old telephone."""


def problems(subject):
    size = len(subject.bytes)
    return [f"{size:,} bytes, and at most {subject.limit:,} are allowed"] if size > subject.limit else []
