"""Without any keyring the program says so, and nothing of the profile is lost."""

import case


PASSING = (".lock", "-wal", "-shm")  # belong to a running program or an open database


def files():
    """What the profile holds, by name, with sizes."""
    found = [path for path in case.profile().rglob("*") if path.is_file() and not path.name.endswith(PASSING)]
    return {str(path.relative_to(case.profile())): path.stat().st_size for path in found}


def keyring_absent(this):
    before = files()
    with this.app(case.profile()) as app:
        app.window.wait("any", "Dieses Gerät hat keinen Schlüsselbund")
        this.picture("absent")
    after = files()
    lost = [name for name, size in before.items() if after.get(name, 0) < size]
    case.check(before and not lost, f"the profile lost {lost or 'everything before'}")


case.run("keyring-absent", keyring_absent)
