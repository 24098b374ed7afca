#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// Bounds on the rounds that a file may ask for (S-54).
struct KeyExportLimits {
    qint64 minimumRounds = 1'000;
    qint64 maximumRounds = 10'000'000;
    bool operator==(const KeyExportLimits&) const = default;
};

/// Larger files are refused (S-54).
inline constexpr qsizetype largestKeyExport = 200'000'000;

/// Whether `file` begins like a key export file. What is in it may still be damaged.
bool looksLikeKeyExport(QByteArrayView file);

/// Opens a key export file; its content is a JSON array of sessions, which prove nothing about their owners (S-47).
/// Takes seconds: not on the UI thread. Errors: BadFormat (armour, version, rounds), BadBase64, BadLength above largestKeyExport,
/// BadMac for a wrong pass phrase. Spec: Matrix v1.11, Client-Server API, "Key export format".
Result<SecretBytes> openKeyExport(QByteArrayView file, const SecretBytes& passPhrase, const KeyExportLimits& limits = {});

/// Writes such a file with `rounds` iterations. Errors: BadLength for fewer than 500,000 rounds.
Result<QByteArray> sealKeyExport(const SecretBytes& sessions, const SecretBytes& passPhrase, qint64 rounds = 500'000);

} // namespace crypto
