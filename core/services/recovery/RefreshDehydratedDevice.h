#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/api/endpoints/DehydratedDevice.h"
#include "core/base/Clock.h"
#include "core/encryption/DehydratedDevices.h"
#include "core/encryption/OlmMachine.h"
#include "core/services/recovery/RecoveryKeys.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace core {

/// Sees to it that the account has a dehydrated device that is young and ours (S-55): reads once after each login what the one at
/// the server has received, deletes it, and makes a new one when there is none, or it is a week old, or not as it should be.
///
/// What the server offers is used only if the own identity has signed it, it is no older than what is remembered, and it opens
/// with the key from secret storage; that key is kept nowhere else. A device that another program of the person has made is left
/// alone until it is a week old. Every step can be repeated: whatever ends the program in between, the next run ends in the same
/// state. Destroying the job cancels it.
///
/// Thread: core. Deletes itself after finished().
class RefreshDehydratedDevice final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoRequestSender& requests;
        CryptoStore& store;
        const Clock& clock;
        std::function<Result<>()> keysCame; ///< after each page: messages that were waiting can be read
        int readAgainAfterMs = 1'500;       ///< as in RestoreKeys::Parts
    };
    enum class Outcome {
        Done,
        Unsupported, ///< the server does not have such devices
        NotNow,      ///< the keys of the account are not all here, or being changed
    };
    static constexpr qint64 weekMs = 7LL * 24 * 60 * 60 * 1000;
    static constexpr int maximumPages = 1'000; ///< of what was received: what is left behind is given up

    explicit RefreshDehydratedDevice(const Parts& parts, QObject* parent = nullptr);
    void start();

    /// The recovery keys if a dehydrated device may be made or read now; empty if not. Errors: storage.
    static Result<std::optional<RecoveryKeys>> usableKeys(OlmMachine& machine, CryptoStore& store);

Q_SIGNALS:
    /// Errors: those of Api and of the store; worth another try later.
    void finished(const core::Result<core::RefreshDehydratedDevice::Outcome>& result);

private:
    bool mayGoOn();
    void look();
    void refreshDevices(const std::function<void()>& then);
    void decide();
    void checkDefaultKey(const std::function<void()>& then);
    void readSecret(const std::function<void()>& then);
    void tryServed();
    void readPage(const QString& from);
    void pageRead(const DehydratedEvents& page);
    void deleteRead();
    void noteRead(const std::function<void()>& then);
    void adopt();
    void renew();
    void writeSecret(crypto::SecretBytes secret);
    void readBack();
    void upload();
    void finish(const Result<Outcome>& result);
    [[nodiscard]] Result<> with(const std::function<Result<>(DehydratedDevices&)>& work) const;

    Parts m_parts;
    RecoveryKeys m_keys;
    std::optional<ServedDehydratedDevice> m_served;
    bool m_isSecretRead = false;
    crypto::SecretBytes m_pickleKey; // empty: none is stored
    bool m_wantsReading = false;
    QSet<QString> m_tokens; // of pages
    int m_readings = 0;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
