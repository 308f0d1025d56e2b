"""Sockets of servers that a test has started."""


def is_listening(path):
    """Whether somebody listens at it. Its file is there a moment before, and refuses whoever connects."""
    with open('/proc/net/unix', encoding='utf-8') as file:
        lines = [line.split(maxsplit=7) for line in file]
    return any(line[3] == '00010000' and line[-1].strip() == path for line in lines)
