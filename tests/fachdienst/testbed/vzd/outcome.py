"""A request that is refused: an HTTP status and what FHIR says about it."""


class Refused(Exception):
    def __init__(self, status: int, diagnostics: str, code: str = "processing", headers: dict[str, str] | None = None):
        super().__init__(diagnostics)
        self.status = status
        self.headers = headers or {}
        self.outcome = {
            "resourceType": "OperationOutcome",
            "issue": [{"severity": "error", "code": code, "diagnostics": diagnostics}],
        }
