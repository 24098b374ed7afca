"""The list of domains that may take part, as the directory service signs it."""

import json
from pathlib import Path

from jwcrypto import jwk, jws

from testbed import keys


class FederationList:
    """The domains are read anew each time, so a test may change them."""

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
