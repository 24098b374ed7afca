"""Stand-in for the directory service of the federation.

    GET /tim-provider-services/FederationList/federationList.jws   compact JWS, alg BP256R1, x5c
    GET /ECC/ROOT-CA/roots.json                                    [{"cn": ..., "cert": base64 DER}]
    GET /ECC/SUB-CA/<name with _ for blanks>.der                   DER of the sub CA
    GET /tim-authenticate?mxId=<server name>                       search token for a Matrix OpenID token
    GET /fdv/search/..., /search/...                               VZD-FHIR search, see vzd/
"""

import base64
from urllib.parse import unquote

from testbed import keys, web
from testbed.federation_list import FederationList
from testbed.servers import DIRECTORY
from testbed.vzd.service import AREAS, Service

SUB_CA_ROUTE = f"/ECC/SUB-CA/{keys.SUB_CA_NAME.replace(' ', '_')}.der"


class DirectoryHandler(web.Handler):
    federation: FederationList
    service: Service

    def do_GET(self):
        match unquote(self.route):
            case "/tim-provider-services/FederationList/federationList.jws":
                self.reply(200, self.federation.signed(), "application/jose")
            case "/ECC/ROOT-CA/roots.json":
                self.reply(200, [{"cn": keys.ROOT_NAME, "cert": self.federation.chain["root"]}])
            case route if route == SUB_CA_ROUTE:
                self.reply(200, base64.b64decode(self.federation.chain["sub"]), "application/octet-stream")
            case "/tim-authenticate":
                token = self.headers.get("X-Matrix-OpenID-Token")
                status, body, headers = self.service.authenticate(self.query.get("mxId"), token)
                self.reply(status, body, headers=headers)
            case route if route.startswith(tuple(f"{area}/" for area in AREAS)) or route in AREAS:
                status, body, headers = self.service.search(self.path, self.bearer())
                self.reply(status, body, "application/fhir+json;charset=UTF-8", headers)
            case _:
                self.reply(404, {"error": "not_found"})


if __name__ == "__main__":
    state = web.state_folder()
    federation = FederationList(state)
    DirectoryHandler.federation = federation
    DirectoryHandler.service = Service(state.parent, federation.domains, federation.key)
    web.serve(DIRECTORY, DirectoryHandler)
