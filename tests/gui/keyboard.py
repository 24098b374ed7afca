"""A walk with the Tab key: what it reaches, and that one sees where the focus is."""

import subprocess

import case
import window
from window import Atspi


def pixels(box, margin=8):
    """The colours around a control, as one value to compare."""
    area = f"{box.width + 2 * margin}x{box.height + 2 * margin}+{max(0, box.x - margin)}+{max(0, box.y - margin)}"
    shot = subprocess.run(["import", "-window", "root", "-crop", area, "+repage", "rgb:-"], check=True, stdout=subprocess.PIPE)
    return shot.stdout


def tab_round(seen_window, limit=60):
    """Presses Tab until the focus is back where it began; the controls on the way, in order."""
    order, keys = [], []
    for _ in range(limit):
        before = seen_window.focused()
        picture = pixels(window.extents(before)) if before else None
        window.key("Tab")
        node = window.wait_until(lambda: _moved(seen_window, before), "the focus to move on")
        box = window.extents(node)
        identity = (node.get_role(), node.get_name(), box.x, box.y)
        if before is not None:
            window.wait_until(lambda: pixels(window.extents(before)) != picture,
                              f"“{before.get_name()}” to look different without the focus", 3)
        if identity in keys:
            return order
        keys.append(identity)
        order.append(node)
    raise window.NotSeen(f"Tab does not come round within {limit} presses")


def _moved(seen_window, before):
    now = seen_window.focused()
    return now if now is not None and (before is None or now != before) else None


def reaches_every_button(this, seen_window, where):
    reached = [(node.get_role(), node.get_name()) for node in tab_round(seen_window)]
    buttons = [button for button in seen_window.find_all("button", ".")
               if button.get_state_set().contains(Atspi.StateType.SENSITIVE)]
    case.check(len(buttons) > 0, f"{where}: no button can be pressed")
    for button in buttons:
        case.check((button.get_role(), button.get_name()) in reached, f"{where}: Tab does not reach “{button.get_name()}”")
    this.picture(where)


def tab_to(seen_window, name, limit=60):
    for _ in range(limit):
        node = seen_window.focused()
        if node is not None and name in node.get_name():
            return
        window.key("Tab")
        window.wait_until(lambda: _moved(seen_window, node), "the focus to move on")
    raise window.NotSeen(f"Tab does not reach “{name}”")
