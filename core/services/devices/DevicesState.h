#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"

#include <QList>
#include <QMetaType>
#include <QUrl>

#include <optional>

namespace core {

/// A device that is signed in to the own account.
struct OwnDevice {
    enum class Trust {
        Unknown,     ///< this device cannot tell: the private keys of the own identity are not here (S-27)
        Unconfirmed, ///< not signed by the own identity, or without keys: gets no keys (S-30, S-31)
        Confirmed,
    };
    DeviceId id;
    QString name;        ///< fit to be shown in one line; empty if it has none
    Timestamp lastSeen;  ///< as the server says it, never in the future
    Timestamp firstSeen; ///< by this device, from own records (S-31)
    Trust trust = Trust::Unknown;
    bool isThis = false; ///< the device that runs this program
    bool operator==(const OwnDevice&) const = default;
};

/// How the person can confirm a sign-out; at least one way is there.
struct DevicesQuestion {
    bool password = false;
    QUrl browser; ///< open it, then DevicesService::confirmedInBrowser; empty if that is no way
    bool refused =
        false; ///< the last answer has not confirmed anything: the password was wrong, or nothing happened in the browser
    bool operator==(const DevicesQuestion&) const = default;
};

/// Everything that the list of devices shows.
struct DevicesState {
    QList<OwnDevice> devices; ///< this one first, then those used last; this one also before the server has answered
    bool isLoading = false;
    bool isLoaded = false;          ///< the server has answered in this session
    std::optional<Error> loadError; ///< of the last attempt

    QList<DeviceId> signingOut;              ///< a sign-out of these is under way, or waits for an answer
    std::optional<DevicesQuestion> question; ///< the server wants the sign-out confirmed
    bool isBusy = false;                     ///< a request that changes something is on its way
    std::optional<Error> failure;            ///< why the last change, or answer to the question, has not worked
    bool operator==(const DevicesState&) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::DevicesState)
