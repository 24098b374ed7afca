#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace core {

/// What went wrong, in terms the caller can act on. `ui/common/ErrorText` has one text for each.
enum class ErrorCode {
    Cancelled,
    Network,          ///< no connection: name not found, refused, cut off
    Timeout,          ///< the server did not answer in time
    Tls,              ///< the server's certificate or protocol is not acceptable (S-108)
    RateLimited,      ///< 429; `Error::retryAfter` says how long to wait
    Unauthorized,     ///< the access token is not valid any more and must not be used again
    SoftLoggedOut,    ///< the token has ended, device and keys are still valid: log in again in place (S-112)
    Forbidden,        ///< the server refuses this to this person
    WrongCredentials, ///< user name or password are not right
    NotFound,
    Server,         ///< 5xx, or an answer with an errcode we do not know
    Protocol,       ///< the answer is not what the specification says
    TooLarge,       ///< more bytes than the limit of S-114
    UnknownServer,  ///< there is no Matrix server at this address
    NotSupported,   ///< the server offers no way of login that we speak
    WrongAccount,   ///< the server answered for another user or device than the expected one (S-124)
    Crypto,         ///< a key, signature or ciphertext is not valid
    Storage,        ///< the database cannot be read or written
    StorageDamaged, ///< the database file exists and cannot be opened with its key (S-96)
    StorageFull,
    StorageNewer,    ///< the database was written by a newer version (S-104)
    ProfileInUse,    ///< another process has opened this profile (S-17)
    KeyStoreLocked,  ///< the OS key store is there and locked (S-98)
    KeyStoreDenied,  ///< the person or the system refused access to the key store
    KeyStoreMissing, ///< there is no key store on this system
    KeyMissing,      ///< the key store works and does not hold the key of an existing database (S-99)
    NotEncrypted,    ///< the room has no encryption: nothing is sent into it (S-25)
    DevicesOutdated, ///< the device list of a member is not known well enough to send (S-24)
    WrongRecoveryKey,
    IdentityChanged, ///< the keys of a verified member have changed: nothing is sent until the person decides (S-26)
};

struct Error {
    ErrorCode code = ErrorCode::Protocol;
    QString detail;                                      ///< For the log. No user content, no identifiers, no secrets.
    QString errcode;                                     ///< Matrix `errcode` of the answer, if there was one.
    std::optional<std::chrono::milliseconds> retryAfter; ///< Only with RateLimited; 0 to 1 h (S-113).
    bool operator==(const Error&) const = default;
};

/// A value or the reason why there is none. The only spelling of std::expected in core.
template <typename T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return std::unexpected(Error{.code = code, .detail = std::move(detail), .errcode = {}, .retryAfter = {}});
}

} // namespace core
