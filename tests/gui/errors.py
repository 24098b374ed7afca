"""Every failure of signing in has words of its own."""

import contextlib
import http.server
import threading

import case

NEW_ADDRESS = "Adresse des Servers"


class Failing(http.server.BaseHTTPRequestHandler):
    """A server with a fault of its own, whatever one asks."""

    def do_GET(self):
        body = b'{"errcode":"M_UNKNOWN","error":"Internal server error"}'
        self.send_response(500)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def failing_server():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Failing)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def type_server(window, address):
    if window.find("field", NEW_ADDRESS) is None:
        window.press("button", "^Meine Krankenkasse steht nicht")
    window.write(NEW_ADDRESS, address)
    window.press("button", "^Weiter$")


def errors(this):
    case.allow_password()
    with this.app(case.profile()) as app, failing_server() as failing:
        app.to_insurers()
        type_server(app.window, "http://127.0.0.1:9")  # nobody listens there
        app.window.wait("alert", "Es gibt keine Verbindung zum Server", 60)
        this.picture("unreachable")
        app.window.press("button", "^Andere Krankenkasse wählen$|^Zurück$")

        type_server(app.window, "http://127.0.0.1:9490")  # the identity provider is no messenger
        app.window.wait("alert", "Unter dieser Adresse gibt es keinen Messenger-Server", 60)
        this.picture("unknown-server")
        app.window.press("button", "^Andere Krankenkasse wählen$|^Zurück$")

        type_server(app.window, failing)
        app.window.wait("alert", "Der Server meldet eine eigene Störung", 60)
        this.picture("server-fault")
        app.window.press("button", "^Andere Krankenkasse wählen$|^Zurück$")

        type_server(app.window, "http://127.0.10.2:8008")  # the practices' server offers passwords only
        app.window.write("^Benutzername$", "praxis")
        app.window.write("^Passwort", "falsch")
        app.window.press("button", "^Mit dem Passwort anmelden$")
        app.window.wait("alert", "Benutzername oder Passwort stimmen nicht", 60)
        this.picture("wrong-password")


case.run("errors", errors)
