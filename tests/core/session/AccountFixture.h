#pragma once

#include "core/session/AccountService.h"
#include "core/session/Session.h"
#include "tests/core/session/ManualClock.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QTemporaryDir>

#include <memory>

/// A profile in a folder of its own, and a homeserver on which anna can log in with the password "secret".
struct AccountFixture {
    using Phase = core::AccountState::Phase;

    AccountFixture();
    ~AccountFixture();
    AccountFixture(const AccountFixture&) = delete;
    AccountFixture& operator=(const AccountFixture&) = delete;

    /// Another start of the program on the same profile.
    void start();
    void open();
    /// Ends the program.
    void stop();
    /// From the first start to Ready.
    void logIn();
    bool reaches(Phase phase);
    [[nodiscard]] const core::AccountState& state() const { return states.last(); }
    [[nodiscard]] std::optional<core::ErrorCode> error() const;
    /// The phases since the start or the last call.
    QList<Phase> takePhases();
    [[nodiscard]] qsizetype count(const QByteArray& method, const QString& path) const;
    void serverSays(const QByteArray& method, const QString& path, std::vector<core::FakeHomeserver::Answer> answers);
    [[nodiscard]] QString databaseFile() const { return folder.filePath(QStringLiteral("profile/profile.db")); }

    QTemporaryDir folder;
    core::FakeHomeserver server;
    ManualClock clock;
    char keyByte = 'k';
    std::unique_ptr<core::AccountService> account;
    QList<core::AccountState> states;
    QStringList signalsSeen; ///< "ready", "ending", "erased", in the order they came
};

extern const core::FakeHomeserver::Answer hardLogout;
extern const core::FakeHomeserver::Answer softLogout;
extern const core::FakeHomeserver::Answer noConnection;
