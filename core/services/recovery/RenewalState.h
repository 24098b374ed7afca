#pragma once

#include "core/api/InteractiveAuth.h"
#include "core/services/recovery/RenewalJournal.h"

#include <QList>

namespace core {

/// What a renewal takes away and changes, counted before anything happens (product B5, S-56).
struct RenewalFacts {
    qint64 chats = 0;         ///< with something that can be read on this device
    qint64 messages = 0;      ///< of them
    qint64 files = 0;         ///< of these
    qint64 keysInBackup = 0;  ///< as the server says
    QStringList otherDevices; ///< names fit to be shown, or ids
    bool operator==(const RenewalFacts&) const = default;
};

/// The renewal of the keys of the account, from the first question to the new key sheet.
struct RenewalState {
    enum class Phase {
        Idle,
        Looking, ///< the facts are being counted
        Offered, ///< `facts` are there; nothing has happened
        Running, ///< `step` is done; waits for the person if there is a question
        Stopped, ///< `problem` says why; RenewalService::goOn()
        Done,    ///< the new key sheet is to be shown
    };
    /// Why it has ended or does not go on.
    enum class Problem {
        None,
        Error,        ///< `error`: the server could not be reached, or the disk failed
        FactsChanged, ///< another device has changed keys since the facts were counted: nothing has happened, they are to be read
                      ///< again
        OtherKeys,    ///< another device has made keys in the middle: goOn() replaces those, too
        NotKept,      ///< the server does not show what was sent
    };
    Phase phase = Phase::Idle;
    RenewalKind kind = RenewalKind::Compromised;
    RenewalFacts facts;
    RenewalJournal::Step step = RenewalJournal::Step::Agreed;
    std::optional<InteractiveAuth::Step> question; ///< the server wants this confirmed
    bool isBusy = false;                           ///< something is on its way; false: the person has to do something
    bool canCancel = false;                        ///< nothing has happened yet
    bool othersStay = false;                       ///< other devices are still signed in
    Problem problem = Problem::None;
    std::optional<Error> error; ///< also of an answer to the question that could not be sent
    bool operator==(const RenewalState&) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::RenewalState)
