"""The window of a running program, seen and used as assistive technology and a person at the mouse would."""

import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LIMIT = 60.0  # what takes that long hangs, also on a crowded machine
ROLES = {
    "button": {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON},
    "field": {Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT},
    "row": {Atspi.Role.LIST_ITEM},
    "list": {Atspi.Role.LIST},
    "alert": {Atspi.Role.ALERT, Atspi.Role.NOTIFICATION},
    "any": None,
}


class NotSeen(AssertionError):
    """What was waited for did not appear; the message says what, and the tree is in the case's folder."""


def wait_until(condition, what, limit=LIMIT):
    """The first true value of condition(), asked again until the limit in seconds."""
    end = time.monotonic() + limit
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise NotSeen(f"not within {limit:.0f} s: {what}")
        time.sleep(0.05)


class Window:
    """Finds the program by its process id. Names are regular expressions that match anywhere in a name."""

    def __init__(self, pid, limit=LIMIT):
        self.pid = pid
        self.root = wait_until(self._program, f"program {pid} on the accessibility bus", limit)

    def _program(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                program = desktop.get_child_at_index(index)
                if program and program.get_process_id() == self.pid and program.get_child_count() > 0:
                    return program
            except GLib.Error:
                continue
        return None

    def nodes(self):
        """All nodes in order, as pairs of depth and node. A node that goes away meanwhile is left out."""
        stack = [(0, self.root)]
        while stack:
            depth, node = stack.pop()
            try:
                node.clear_cache()
                children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
            except GLib.Error:
                continue
            yield depth, node
            stack.extend((depth + 1, child) for child in reversed(children) if child)

    def find(self, role, name):
        """The first control of this role that is shown and whose name or description matches, or None."""
        return next(iter(self.find_all(role, name)), None)

    def find_all(self, role, name):
        wanted = ROLES[role]
        found = []
        for _, node in self.nodes():
            try:
                if wanted is not None and node.get_role() not in wanted:
                    continue
                if not node.get_state_set().contains(Atspi.StateType.SHOWING):
                    continue
                # Qt 6.4 drops the name of a password field; its label stands in the description.
                secret = node.get_role() == Atspi.Role.PASSWORD_TEXT
                text = node.get_description() if secret else node.get_name()
                if re.search(name, text or ""):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    def wait(self, role, name, limit=LIMIT):
        return wait_until(lambda: self.find(role, name), f"{role} “{name}”", limit)

    def wait_gone(self, role, name, limit=LIMIT):
        wait_until(lambda: self.find(role, name) is None, f"{role} “{name}” to go away", limit)

    def rows(self, list_name):
        """The names of the rows of a list, from top to bottom."""
        holder = self.find("list", list_name)
        if holder is None:
            return []
        rows = []
        for index in range(holder.get_child_count()):
            row = holder.get_child_at_index(index)
            if row and row.get_role() == Atspi.Role.LIST_ITEM:
                rows.append((extents(row).y, row.get_name()))
        # The children of a list stand in the order of their creation.
        return [name for _, name in sorted(rows)]

    def wait_row(self, list_name, text, limit=LIMIT):
        def row():
            return next((name for name in self.rows(list_name) if re.search(text, name)), None)

        return wait_until(row, f"row “{text}” in “{list_name}”", limit)

    def press(self, role, name, limit=LIMIT):
        """A click of the mouse into the middle, once the control stands still."""
        # Looked for anew each time: what is updated meanwhile may be another node.
        click(wait_until(lambda: _resting(self.find(role, name)), f"{role} “{name}” that stands still", limit))

    def write(self, name, text, limit=LIMIT):
        """Replaces the text of a field; any character."""
        node = self.wait("field", name, limit)
        Atspi.EditableText.set_text_contents(node, text)
        if node.get_role() != Atspi.Role.PASSWORD_TEXT:
            wait_until(lambda: contents(node) == text, f"text in “{name}”", limit)

    def focused(self):
        """The control that has the keyboard, or None."""
        found = None
        for _, node in self.nodes():
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role() != Atspi.Role.FRAME:
                    found = node  # the innermost one: it comes last on its branch
            except GLib.Error:
                continue
        return found

    def dump(self, path):
        """Writes the whole tree, for the person who looks into a failure."""
        with open(path, "w", encoding="utf-8") as out:
            for depth, node in self.nodes():
                try:
                    box = extents(node) if node.get_component_iface() else Atspi.Rect()
                    showing = node.get_state_set().contains(Atspi.StateType.SHOWING)
                    print(f"{'  ' * depth}[{node.get_role_name()}] {node.get_name()!r} {node.get_description()!r}"
                          f" {box.x},{box.y} {box.width}x{box.height}{'' if showing else ' hidden'}", file=out)
                except GLib.Error:
                    continue


def extents(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)


def contents(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def _resting(node):
    """Where the control stands, or None if it moves, is gone or was not there."""
    try:
        before = extents(node)
        time.sleep(0.05)
        after = extents(node)
    except (AttributeError, GLib.Error):
        return None
    same = (before.x, before.y, before.width, before.height) == (after.x, after.y, after.width, after.height)
    return after if same and after.width > 0 else None


def click(box):
    x, y = box.x + box.width // 2, box.y + box.height // 2
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1", "mousemove", "0", "0"], check=True)


def key(*names):
    """Presses keys one after the other, in the names of X11: Tab, shift+Tab, Return."""
    subprocess.run(["xdotool", "key", "--delay", "30", *names], check=True)


def type_keys(text):
    """Types as on a keyboard into whatever has the focus."""
    subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)


def visible_window(title):
    """Whether the display shows a window whose title matches, of whichever program."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], stdout=subprocess.PIPE, check=False)
    return bool(found.stdout.strip())


def screenshot(path):
    subprocess.run(["import", "-window", "root", str(path)], check=True)
