"""Which servers there are, where they listen and who has an account on them.

Server names are loopback addresses without a port: legal, no DNS needed, and federation finds port 8448 by itself.
Only the server "ports" carries a port in its name, because a client has to cope with that as well.
"""

from dataclasses import dataclass

CLIENT_PORT = 8008
REGISTRATION_SECRET = "demo-shared-secret"

DIRECTORY = "http://127.0.0.1:9480"
IDENTITY_PROVIDER = "http://127.0.0.1:9490"
OAUTH_PROVIDER = "http://127.0.0.1:9491/"
OAUTH_SECRET = "demo-mas-secret"
EPA_RESOURCE = "https://tim.tk.demo"


@dataclass(frozen=True)
class Account:
    """A person or an organisation; the password is `demo-` and the local part."""

    localpart: str
    display_name: str
    admin: bool = False

    @property
    def password(self) -> str:
        return "demo-" + self.localpart


@dataclass(frozen=True)
class Server:
    """One Synapse. `kind` is what the invite checker calls tim-type: "epa" for an insurer, "pro" for practices."""

    key: str
    address: str
    kind: str
    telematik_id: str
    provider: str
    federation_port: int = 8448
    tim_version: str = "1.2"
    ik: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()

    @property
    def name(self) -> str:
        """The server name in Matrix addresses; the default federation port is left out."""
        return self.address if self.federation_port == 8448 else f"{self.address}:{self.federation_port}"

    @property
    def client_url(self) -> str:
        return f"http://{self.address}:{CLIENT_PORT}"

    @property
    def federation_url(self) -> str:
        return f"https://{self.address}:{self.federation_port}"

    @property
    def is_insurance(self) -> bool:
        return self.kind == "epa"


ADMIN = Account("admin", "Verwaltung", admin=True)

SERVERS = {
    server.key: server
    for server in (
        Server(
            key="epa", address="127.0.10.1", kind="epa", telematik_id="8-01-0000000001", provider="ORG-DEMO:BT-0001",
            ik=("109900019",),
            accounts=(
                Account("erika", "Erika Mustermann"),
                Account("max", "Max Beispiel"),
                Account("anna", "Anna Sommer"),
                ADMIN,
            ),
        ),
        # The insurer answers from here: the invite checker lets nobody on an insurer's server invite a neighbour.
        Server(
            key="pro", address="127.0.10.2", kind="pro", telematik_id="1-20359900001", provider="ORG-DEMO:BT-0002",
            accounts=(
                Account("praxis", "Praxis Dr. Weber"),
                Account("arzt", "Dr. med. Jonas Weber"),
                Account("apotheke", "Apotheke am Markt"),
                Account("kasse", "Demo-Krankenkasse"),
                Account("kasse-mitglied", "Demo-Krankenkasse: Mitgliedschaft"),
                Account("kasse-pflege", "Demo-Krankenkasse: Pflegeberatung"),
                Account("kasse-assistent", "Kassenassistent (Chatbot)"),
                ADMIN,
            ),
        ),
        # Retention in seconds instead of weeks, and OAuth if asked for.
        Server(
            key="lab", address="127.0.10.3", kind="epa", telematik_id="8-01-0000000002", provider="ORG-DEMO:BT-0001",
            tim_version="1.1", ik=("109999994",),
            accounts=(Account("erika", "Erika Mustermann"), ADMIN),
        ),
        Server(
            key="ports", address="127.0.10.4", kind="pro", telematik_id="1-20359900002", provider="ORG-DEMO:BT-0002",
            federation_port=8458,
            accounts=(Account("labor", "Labor Nord"), ADMIN),
        ),
    )
}

# Subjects of the identity provider and the names it vouches for.
INSURED = {"X110411675": "Erika Mustermann", "X110411688": "Max Beispiel"}


def federation_entry(server: Server) -> dict:
    """The line of this server on the federation list."""
    return {
        "domain": server.name,
        "telematikID": server.telematik_id,
        "timAnbieter": server.provider,
        "isInsurance": server.is_insurance,
        "ik": list(server.ik),
    }
