"""Writes what a Synapse needs to run as a TI-Messenger server: homeserver.yaml, log set-up, keys, federation list."""

import json
from pathlib import Path

import yaml

from testbed import keys
from testbed.servers import (
    CLIENT_PORT, DIRECTORY, EPA_RESOURCE, IDENTITY_PROVIDER, OAUTH_PROVIDER, OAUTH_SECRET, REGISTRATION_SECRET,
    SERVERS, Server, federation_entry,
)
from testbed.vzd.settings import SETTINGS

UNLIMITED = {"per_second": 1000, "burst_count": 1000}


def write_federation_list(state: Path) -> None:
    """The domains of state/domains.json are read at every request, so a test may change them."""
    entries = [federation_entry(server) for server in SERVERS.values()]
    (state / "domains.json").write_text(json.dumps(entries, indent=1))


def write_directory_settings(state: Path) -> None:
    """What vzd/service.py goes by; state/directory.json is read at every request as well."""
    (state / "directory.json").write_text(json.dumps(SETTINGS, indent=1))


def write_server(base: Path, server: Server, *, oauth: bool) -> Path:
    """Writes everything of one server and returns the path of its homeserver.yaml."""
    folder = base / server.key
    folder.mkdir(parents=True, exist_ok=True)
    keys.ensure_tls(folder, server.address)
    keys.ensure_signing_key(folder)
    (folder / "log.yaml").write_text(yaml.safe_dump(_logging(folder)))

    settings = _basics(folder, server) | _without_waiting()
    settings["modules"] = [{"module": "tim_compat.Compat", "config": {}}, _invite_checker(server)]
    if server.key == "epa":
        settings |= _identity_of_the_insured()
        settings["modules"].append(_token_logins(base / "state"))
    if server.key == "lab" and oauth:
        settings["matrix_authentication_service"] = {
            "enabled": True, "endpoint": OAUTH_PROVIDER, "secret": OAUTH_SECRET,
        }
        settings["password_config"] = {"enabled": False}
    path = folder / "homeserver.yaml"
    path.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))
    return path


def _logging(folder: Path) -> dict:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(request)s %(message)s"}},
        "handlers": {
            "file": {
                "class": "logging.FileHandler", "filename": str(folder / "homeserver.log"), "formatter": "line",
            }
        },
        "root": {"level": "INFO", "handlers": ["file"]},
        "loggers": {
            "synapse_invite_checker": {"level": "DEBUG"},
            "synapse_token_authenticator": {"level": "DEBUG"},
        },
    }


def _basics(folder: Path, server: Server) -> dict:
    return {
        "server_name": server.name,
        "public_baseurl": server.client_url + "/",
        "pid_file": str(folder / "homeserver.pid"),
        "listeners": [
            {
                "port": CLIENT_PORT, "bind_addresses": [server.address], "type": "http", "tls": False,
                "resources": [{"names": ["client"]}],
            },
            {
                "port": server.federation_port, "bind_addresses": [server.address], "type": "http", "tls": True,
                "resources": [{"names": ["client", "federation"]}],
            },
        ],
        "tls_certificate_path": str(folder / "tls.crt"),
        "tls_private_key_path": str(folder / "tls.key"),
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / "log.yaml"),
        "media_store_path": str(folder / "media"),
        "signing_key_path": str(folder / "signing.key"),
        "macaroon_secret_key": f"demo-macaroon-{server.key}",
        "form_secret": f"demo-form-{server.key}",
        "registration_shared_secret": REGISTRATION_SECRET,
        "report_stats": False,
        # several servers on one loopback machine
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "federation_verify_certificates": False,
        "ip_range_blacklist": [],
        "federation_ip_range_blacklist": [],
        # the invite checker allows few room versions and Synapse's own default is none of them
        "default_room_version": "10",
        "url_preview_enabled": False,
        "experimental_features": {"msc3814_enabled": True},  # dehydrated devices
    }


def _without_waiting() -> dict:
    return {
        "bcrypt_rounds": 4,
        # A neighbour that was stopped for a moment is asked again soon, not ten minutes later.
        "federation": {"destination_min_retry_interval": "1s", "destination_max_retry_interval": "5s"},
        "caches": {"sync_response_cache_duration": "0s"},  # otherwise a second first sync misses what is newer
        "rc_message": UNLIMITED,
        "rc_registration": UNLIMITED,
        "rc_login": {"address": UNLIMITED, "account": UNLIMITED, "failed_attempts": UNLIMITED},
        "rc_joins": {"local": UNLIMITED, "remote": UNLIMITED},
        "rc_joins_per_room": UNLIMITED,
        "rc_invites": {"per_room": UNLIMITED, "per_user": UNLIMITED, "per_issuer": UNLIMITED},
        "rc_room_creation": UNLIMITED,
        "rc_key_requests": UNLIMITED,
        "rc_admin_redaction": UNLIMITED,
        "rc_presence": {"per_user": UNLIMITED},
        "rc_user_directory": UNLIMITED,
        "rc_media_create": UNLIMITED,
        "rc_reports": UNLIMITED,
        "rc_federation": {
            "window_size": 1000, "sleep_limit": 1000, "sleep_delay": 0, "reject_limit": 1000, "concurrent": 50,
        },
    }


def _invite_checker(server: Server) -> dict:
    config = {
        "tim-type": server.kind,
        "tim_version": server.tim_version,
        "federation_list_url": f"{DIRECTORY}/tim-provider-services/FederationList/federationList.jws",
        "gematik_ca_baseurl": DIRECTORY,
        "default_permissions": {"defaultSetting": "allow all"},
        "allowed_room_versions": ["9", "10", "11", "12"],
        "room_scan_run_interval": "1m",
    }
    if server.key == "lab":
        config["insured_only_room_scan"] = {"enabled": True, "grace_period": "20s"}
        config["inactive_room_scan"] = {"enabled": True, "grace_period": "150s"}
    return {"module": "synapse_invite_checker.InviteChecker", "config": config}


def _token_logins(state: Path) -> dict:
    secret = keys.login_keys(state)
    return {
        "module": "synapse_token_authenticator.TokenAuthenticator",
        "config": {
            "jwt": {"secret": secret["jwt_secret"], "algorithm": "HS512", "allow_registration": True},
            "epa": {
                "iss": IDENTITY_PROVIDER,
                "resource_id": EPA_RESOURCE,
                "jwks_endpoint": IDENTITY_PROVIDER + "/jwks",
                "enc_jwk": secret["enc"],  # inline: key files do not load
                "localpart_path": "sub",
                "displayname_path": "urn:telematik:claims:display_name",
                "lowercase_localpart": True,
                "registration_enabled": True,
            },
        },
    }


def _identity_of_the_insured() -> dict:
    """The name comes from the identity and cannot be changed; browser login goes to the identity provider."""
    mapping = {
        "subject_claim": "sub",
        "localpart_template": "{{ user.preferred_username }}",
        "display_name_template": "{{ user.name }}",
    }
    return {
        "enable_set_displayname": False,
        "refreshable_access_token_lifetime": "5m",
        "refresh_token_lifetime": "30d",
        "oidc_providers": [
            {
                "idp_id": "tk",  # clients see "oidc-tk"
                "idp_name": "GesundheitsID (Demo)",
                "issuer": IDENTITY_PROVIDER,
                "client_id": "synapse",
                "client_secret": "unused",
                "skip_verification": True,  # Synapse wants https otherwise
                "scopes": ["openid", "profile"],
                "user_mapping_provider": {"config": mapping},
            }
        ],
        "sso": {
            "client_whitelist": ["http://127.0.0.1:", "http://localhost:", "tim-demo:/"],
            "update_profile_information": True,
        },
    }
