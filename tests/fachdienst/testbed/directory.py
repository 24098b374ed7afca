"""Stand-in for the directory service: the signed federation list, and the certificates that vouch for it.

    GET /tim-provider-services/FederationList/federationList.jws   compact JWS, alg BP256R1, x5c
    GET /ECC/ROOT-CA/roots.json                                    [{"cn": ..., "cert": base64 DER}]
    GET /ECC/SUB-CA/<name with _ for blanks>.der                   DER of the sub CA
"""

import base64
import json
from pathlib import Path
from urllib.parse import unquote

from jwcrypto import jwk, jws

from testbed import keys, web
from testbed.servers import DIRECTORY

SUB_CA_ROUTE = f"/ECC/SUB-CA/{keys.SUB_CA_NAME.replace(' ', '_')}.der"


class FederationList:
    """The list as the directory service signs it; the domains are read anew each time."""

    def __init__(self, state: Path):
        self._domains = state / "domains.json"
        self.chain = keys.list_signer(state)
        self.key = jwk.JWK.from_pem(self.chain["key"].encode())

    def domains(self) -> list[dict]:
        return json.loads(self._domains.read_text())

    def signed(self) -> bytes:
        token = jws.JWS(json.dumps({"version": 1, "domainList": self.domains()}).encode())
        token.allowed_algs = ["BP256R1"]
        header = {"alg": "BP256R1", "typ": "JWT", "x5c": [self.chain["leaf"]]}
        token.add_signature(self.key, alg="BP256R1", protected=json.dumps(header))
        return token.serialize(compact=True).encode()


class DirectoryHandler(web.Handler):
    federation: FederationList

    def do_GET(self):
        match unquote(self.route):
            case "/tim-provider-services/FederationList/federationList.jws":
                self.reply(200, self.federation.signed(), "application/jose")
            case "/ECC/ROOT-CA/roots.json":
                self.reply(200, [{"cn": keys.ROOT_NAME, "cert": self.federation.chain["root"]}])
            case route if route == SUB_CA_ROUTE:
                self.reply(200, base64.b64decode(self.federation.chain["sub"]), "application/octet-stream")
            case _:
                self.reply(404, {"error": "not_found"})


if __name__ == "__main__":
    DirectoryHandler.federation = FederationList(web.state_folder())
    web.serve(DIRECTORY, DirectoryHandler)
