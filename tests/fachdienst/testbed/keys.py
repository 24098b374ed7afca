"""Keys and certificates of the test servers: made once, kept in the base folder, worth nothing outside."""

import base64
import datetime
import ipaddress
import json
import secrets
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT_NAME = "TIM-DEMO.RCA1 TEST-ONLY"
SUB_CA_NAME = "TIM-DEMO.KOMP-CA1 TEST-ONLY"
SIGNER_NAME = "VZD-DEMO-Signer"


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "DE"), x509.NameAttribute(NameOID.COMMON_NAME, common_name)]
    )


def _builder(common_name: str, key, issuer_name: str) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.timezone.utc)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(common_name))
        .issuer_name(_name(issuer_name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=3650))
    )


def _chain_certificate(common_name: str, key, issuer_name: str, issuer_key, *, is_ca: bool) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not is_ca, key_cert_sign=is_ca, crl_sign=is_ca, content_commitment=False,
        key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )
    return (
        _builder(common_name, key, issuer_name)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _pem(key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def list_signer(state: Path) -> dict:
    """Root, sub CA and signer of the federation list: base64 DER under root, sub, leaf; the signer's PEM under key.

    The invite checker verifies the list for real, so the keys are brainpoolP256r1 as in the field.
    """
    path = state / "chain.json"
    if not path.exists():
        root_key, sub_key, leaf_key = (ec.generate_private_key(ec.BrainpoolP256R1()) for _ in range(3))
        root = _chain_certificate(ROOT_NAME, root_key, ROOT_NAME, root_key, is_ca=True)
        sub = _chain_certificate(SUB_CA_NAME, sub_key, ROOT_NAME, root_key, is_ca=True)
        leaf = _chain_certificate(SIGNER_NAME, leaf_key, SUB_CA_NAME, sub_key, is_ca=False)
        chain = {
            name: base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode()
            for name, certificate in (("root", root), ("sub", sub), ("leaf", leaf))
        }
        path.write_text(json.dumps(chain | {"key": _pem(leaf_key).decode()}))
    return json.loads(path.read_text())


def ensure_tls(folder: Path, address: str) -> None:
    """Writes tls.key and a self-signed tls.crt for that address, unless they are there."""
    if (folder / "tls.key").exists():
        return
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _builder(address, key, address)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "tls.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "tls.key").write_bytes(_pem(key))


def ensure_signing_key(folder: Path) -> None:
    """Writes the key with which the server signs its events, unless it is there."""
    path = folder / "signing.key"
    if not path.exists():
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        path.write_text(f"ed25519 a_{secrets.token_hex(2)} {seed}\n")


def login_keys(state: Path) -> dict:
    """Keys of the token logins: jwt_secret (HS512) and enc, the private JWK to which login tokens are encrypted."""
    from jwcrypto import jwk

    path = state / "keys.json"
    if not path.exists():
        enc = jwk.JWK.generate(kty="RSA", size=2048, kid="hs-enc-1")
        path.write_text(json.dumps({"jwt_secret": secrets.token_hex(48), "enc": json.loads(enc.export())}))
    return json.loads(path.read_text())
