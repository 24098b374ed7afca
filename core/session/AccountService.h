#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/session/AccountState.h"
#include "crypto/SecretBytes.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace core {

class Clock;
class HttpClient;
class Session;

/// One profile: its database, login, and the session while somebody is logged in.
///
/// Thread: core; it may be made on another thread and moved there before the first command. Commands by queued invocation; one
/// that does not fit the phase is ignored. `sessionReady` is emitted before phase Ready; `sessionEnding` is emitted before the
/// Session is destroyed: whoever lives on another thread must let go of it in between (see app/Application).
class AccountService final : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString profileDirectory;       ///< 0700; holds the database and the lock file
        bool allowLoopbackHttp = false; ///< plain http to 127.0.0.0/8 for demo and tests
        QByteArray userAgent;           ///< X-TIM-User-Agent, no personal data (S-117)
        QString deviceDisplayName;
    };
    AccountService(Options options, QObject* parent = nullptr);
    /// With another network and another time, for tests. Both must outlive the service.
    AccountService(Options options, HttpClient& http, const Clock& clock, QObject* parent = nullptr);
    ~AccountService() override;

    [[nodiscard]] Session* session() const;

public Q_SLOTS:
    /// Opens or creates the profile's database, from phase Closed or Failed. `databaseKey`: 32 bytes, consumed.
    void open(const std::shared_ptr<crypto::SecretBytes>& databaseKey);
    /// Finds the homeserver behind `server` (a name, a full URL, or an address with port) and how to log in there.
    /// In NeedsLogin it is always the server of the session: that never moves by itself (S-110).
    void discover(const QString& server);
    /// In LoggedOut and NeedsLogin, with an offer.
    void logInWithPassword(const QString& user, const QString& password);
    /// Emits phase WaitingForBrowser with the URL to open. `identityProvider` may be empty.
    void logInWithBrowser(const QString& identityProvider);
    /// Back by one: from a login that runs to the offer, from there to the choice of a server. A first login that is already
    /// being prepared is undone like logOut(); one in place goes on.
    void cancelLogin();
    /// Ends the session at the server and removes everything local, even when the server cannot be reached (S-106, S-128).
    void logOut();

Q_SIGNALS:
    void stateChanged(const core::AccountState& state);
    void sessionReady(core::Session* session);
    void sessionEnding();
    /// After logOut(), in phase Closed: everything local is gone. Remove the key from the key store, make a new one, and open()
    /// with it for the next login. A logout that the server has not heard of is kept in the new database, and repeated.
    void profileErased();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace core
