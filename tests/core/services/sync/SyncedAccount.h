#pragma once

#include "core/services/sync/SyncProcessor.h"
#include "core/store/AccountDataStore.h"
#include "core/store/Database.h"
#include "core/store/SessionStore.h"
#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

/// An account with its stores and a real database, fed with sync responses that the test writes.
class SyncedAccount {
public:
    SyncedAccount();

    /// Identities and devices of both sides are known to both.
    void exchangeKeys();
    /// A chat with the practice, as a first response brings it.
    void meet(const QJsonArray& timelineEvents = {}, bool encrypted = true);
    /// What the practice sends; its key is in the mail.
    QJsonObject sealed(const QString& text);
    /// The to-device messages that wait for us, as part of a response.
    QJsonObject mail();

    /// What the program does at its next start.
    void reopen();
    core::Result<> apply(const QJsonObject& response);
    /// A response with `room` as joined, and the next `next_batch`.
    core::Result<> applyRoom(const QJsonObject& room);
    /// … with these timeline events only.
    core::Result<> applyEvents(const QJsonArray& events);

    [[nodiscard]] core::RoomSummary summary() const; ///< of `room`
    [[nodiscard]] const core::RoomRecord& record() const;
    [[nodiscard]] QList<core::StoredEvent> events(int limit = 100);
    [[nodiscard]] QStringList bodies(); ///< of the readable messages, oldest first; "?" for others

    /// The same as party::room, whose object may not be made yet when this one is.
    static inline const core::RoomId room = *core::RoomId::parse(QStringLiteral("!room:example.org"));
    party::Server server;
    party::ManualClock clock;
    party::Party own{server, clock, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA")};
    party::Party practice{server, clock, QStringLiteral("@praxis:practice.example"), QStringLiteral("PRAXIS")};
    QList<core::SyncChanges> changes; ///< what was emitted

private:
    QTemporaryDir m_folder;
    int m_batch = 0;

public:
    std::unique_ptr<core::Database> database;
    std::unique_ptr<core::RoomStore> rooms;
    std::unique_ptr<core::TimelineStore> timeline;
    std::unique_ptr<core::SendQueueStore> queue;
    std::unique_ptr<core::AccountDataStore> accountData;
    std::unique_ptr<core::SessionStore> session;
    std::unique_ptr<core::SyncProcessor> processor;
};

/// Events as a server sends them. Ids and times count up.
namespace events {
QJsonObject message(const QString& sender, const QString& body);
QJsonObject event(const QString& sender, const QString& type, const QJsonObject& content);
QJsonObject state(const QString& sender, const QString& type, const QString& stateKey, const QJsonObject& content);
QJsonObject member(const QString& user, const QString& membership, const QString& name);
QJsonObject encrypted(const QString& sender, const QJsonObject& content);
QJsonObject encryption();
QString idOf(const QJsonObject& event);
} // namespace events
