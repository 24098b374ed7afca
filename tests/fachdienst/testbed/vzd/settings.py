"""How the directory service behaves; state/directory.json overrides these at every request."""

SETTINGS = {
    "tokenLifetime": 86400,  # seconds
    "requestsPerTenSeconds": 30,  # of one person; more get 429
    "delaySeconds": 0,  # before every search
    "unavailable": False,  # everything answers 503
}
