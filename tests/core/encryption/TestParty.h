#pragma once

#include "core/encryption/OlmMachine.h"
#include "tests/support/MemoryCryptoStore.h"

#include <QJsonObject>

#include <map>
#include <memory>
#include <set>

/// Two or more machines and as much of a homeserver as they need, in one process.
namespace party {

struct ManualClock final : core::Clock {
    core::Timestamp time{1'700'000'000'000};
    [[nodiscard]] core::Timestamp now() const override { return time; }
    void advance(qint64 ms) { time.ms += ms; }
};
inline constexpr qint64 hour = 60LL * 60 * 1000;

/// Keeps keys and routes to-device messages. Its members are there to be lied with.
struct Server {
    using Device = std::pair<QString, QString>; // user, device
    std::map<Device, QJsonObject> deviceKeys;
    std::map<Device, std::map<QString, QJsonObject>> oneTimeKeys;
    std::map<Device, QJsonObject> fallbackKeys; // key id → key
    std::map<QString, QJsonObject> masterKeys, selfSigningKeys, userSigningKeys;
    std::map<Device, QList<QByteArray>> inbox;
    std::set<QString> usedKeyIds; // "user device keyid"
    std::map<core::OutgoingRequest::Kind, int> requests;
    QList<core::OutgoingRequest> toDeviceLog;
    int reusedKeyIds = 0;
    std::map<QString, QJsonObject> dehydrated; // user → what was uploaded

    QJsonObject answer(const QString& user, const QString& device, const core::OutgoingRequest& request);
    /// Takes the place of the one that is there. `upload`: the body.
    void putDehydrated(const QString& user, const QJsonObject& upload);
    /// False if there is none.
    bool deleteDehydrated(const QString& user);
    /// Its device is gone, and what waits for it.
    void logOut(const Device& device);
    QJsonObject upload(const Device& device, const QJsonObject& body);

private:
    [[nodiscard]] QJsonObject query(const QJsonObject& body) const;
    QJsonObject claim(const QJsonObject& body);
    QJsonObject send(const QString& sender, const core::OutgoingRequest& request);
    QJsonObject takeSignatures(const QJsonObject& body);
};

/// A device and its store. `reopen` is what a crash and a new start do.
struct Party {
    Party(Server& server, ManualClock& clock, const QString& user, const QString& device);
    /// … with a store of one's own, which must outlive it; `store` stays empty.
    Party(Server& server, ManualClock& clock, const QString& user, const QString& device, core::CryptoStore& own);

    void reopen();
    /// Sends requests until there are none.
    void flush();
    /// One sync with what waits for the device; then flush().
    core::SyncOutcome sync(const QStringList& changed = {});
    core::SyncOutcome receive(const QByteArray& toDeviceEvent);
    /// Asks for the own identity, makes one, uploads it.
    void bootstrap();
    /// shareRoomKey until it is Ready.
    void share(const QList<core::UserId>& members, core::RoomEncryptionSettings settings = {});
    QJsonObject send(const QList<core::UserId>& members, const QString& text, core::RoomEncryptionSettings settings = {});
    core::Decryption read(const QJsonObject& content, const core::UserId& sender, const QString& event = QStringLiteral("$event"),
                          qint64 time = 1000);

    Server& server;
    ManualClock& clock;
    core::UserId user;
    core::DeviceId device;
    MemoryCryptoStore store;
    core::CryptoStore& used; ///< `store`, or one's own
    std::unique_ptr<core::OlmMachine> machine;
};

/// Two people on one server.
struct AnnaAndBert {
    Server server;
    ManualClock clock;
    Party anna{server, clock, QStringLiteral("@anna:example.org"), QStringLiteral("ANNA")};
    Party bert{server, clock, QStringLiteral("@bert:example.org"), QStringLiteral("BERT")};
    QList<core::UserId> members{anna.user, bert.user};

    /// Both get an identity.
    void bootstrap()
    {
        anna.bootstrap();
        bert.bootstrap();
    }
};

extern const core::RoomId room;
core::Result<> answerTo(core::OlmMachine& machine, const core::OutgoingRequest& request, const QJsonObject& answer);
/// "Hallo" from the plaintext of a decrypted message; empty if it is none.
QString bodyOf(const core::Decryption& decryption);
std::optional<core::Undecryptable::Reason> reasonOf(const core::Decryption& decryption);
QByteArray toJson(const QJsonObject& object);

} // namespace party
