"""The accessibility bus, as a screen reader is on it: one connection, kept open, since a web view lets go of what it
told a reader as soon as that reader is gone. Asked and answered in JSON, a line each (reader.mjs)."""

import json
import sys

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
LIMIT_MS = 5_000


def bus():
    """The accessibility bus of this session; the session's own starts it."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, LIMIT_MS)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(answer.unpack()[0], flags)


BUS = bus()


def call(name, path, interface, method, signature="()", *values):
    arguments = GLib.Variant(signature, values)
    return BUS.call_sync(name, path, interface, method, arguments, None, 0, LIMIT_MS).unpack()


def children(name, path):
    """What is right within it. A web view is within a socket, which tells of it only when asked for its first child."""
    found = call(name, path, ACCESSIBLE, "GetChildren")[0]
    if not found and name.startswith(":") and path.startswith("/org/a11y/atspi/accessible/") and path[-1].isdigit():
        count = call(name, path, "org.freedesktop.DBus.Properties", "Get", "(ss)", ACCESSIBLE, "ChildCount")[0]
        found = [call(name, path, ACCESSIBLE, "GetChildAtIndex", "(i)", 0)[0]] if count == 1 else []
    return found


def tree():
    """All that the programs on this desktop show, in the order of reading; what goes meanwhile is left out."""
    paths = []
    known = {}

    def walk(name, path):
        paths.append((name, path))
        try:
            within = children(name, path)
        except GLib.Error:
            return
        for one in within:
            walk(*one)

    walk("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    for name in {name for name, _ in paths if name.startswith(":")}:
        try:
            items = call(name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")[0]
        except GLib.Error:
            continue
        for item in items:
            known[item[0][1]] = {"text": item[6], "role": item[7], "states": item[9][0] | item[9][1] << 32}
    return [shown for name, path in paths if (shown := described(name, path, known.get(path)))]


def described(name, path, told):
    """What one of them is. Windows of the system's own kind may not be told of all at once, and are asked for it."""
    if told is None:
        try:
            text = call(name, path, "org.freedesktop.DBus.Properties", "Get", "(ss)", ACCESSIBLE, "Name")[0]
            low, high = call(name, path, ACCESSIBLE, "GetState")[0]
            told = {"text": text, "role": call(name, path, ACCESSIBLE, "GetRole")[0], "states": low | high << 32}
        except GLib.Error:
            return None
    return {"name": name, "path": path, **told}


def main():
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"value": tree() if asked == "tree" else call(*asked)}
        except (GLib.Error, TypeError) as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


main()
