#pragma once

#include "core/session/AccountService.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// One way of signing in at the identity provider.
struct IdentityProviderChoice {
    Q_GADGET
    QML_VALUE_TYPE(identityProviderChoice)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
public:
    QString id;
    QString name;
    bool operator==(const IdentityProviderChoice&) const = default;
};

/// Signing in: from the chosen insurer to the browser and back. Holds no password.
class LoginViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString insurerName READ insurerName NOTIFY changed)
    Q_PROPERTY(QString serverName READ serverName NOTIFY changed)
    Q_PROPERTY(bool browserOffered READ browserOffered NOTIFY changed)
    Q_PROPERTY(bool passwordOffered READ passwordOffered NOTIFY changed)
    Q_PROPERTY(QList<ui::IdentityProviderChoice> identityProviders READ identityProviders NOTIFY changed)
    Q_PROPERTY(bool again READ again NOTIFY changed)
    Q_PROPERTY(bool browserMissing READ browserMissing NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)
    Q_PROPERTY(ui::ErrorText error READ error NOTIFY changed)
public:
    enum class Step {
        Choosing, ///< no insurer chosen yet
        Asking,   ///< asking the server how one can sign in
        Offered,  ///< the person chooses the way
        LoggingIn,
        InBrowser, ///< the person is with the identity provider
    };
    Q_ENUM(Step)

    /// `account` may be null.
    explicit LoginViewModel(core::AccountService* account, QObject* parent = nullptr);

    [[nodiscard]] Step step() const;
    /// The insurer's name, or the server's if it was typed.
    [[nodiscard]] QString insurerName() const { return m_insurerName.isEmpty() ? serverName() : m_insurerName; }
    [[nodiscard]] QString serverName() const;
    [[nodiscard]] bool browserOffered() const { return m_state.offer && m_state.offer->sso; }
    /// The server offers it and `setPasswordAllowed(true)` was called.
    [[nodiscard]] bool passwordOffered() const { return m_state.offer && m_state.offer->password && m_passwordAllowed; }
    [[nodiscard]] QList<IdentityProviderChoice> identityProviders() const;
    /// Somebody was signed in already and has to do it again; local chats are kept.
    [[nodiscard]] bool again() const { return m_state.phase == core::AccountState::Phase::NeedsLogin || m_again; }
    /// The user to sign in as, if it is known.
    [[nodiscard]] QString userName() const { return m_state.user.toString(); }
    [[nodiscard]] ErrorText error() const;
    /// The system could not open a browser: the person has to take the address there.
    [[nodiscard]] bool browserMissing() const { return m_browserMissing; }

    /// What came of `browserRequested`.
    void setBrowserOpened(bool opened);
    void setPasswordAllowed(bool allowed);

    /// Asks `server` how one can sign in; `name` is shown to the person, empty for a typed server.
    Q_INVOKABLE void choose(const QString& server, const QString& name);
    /// Back to the choice of insurers.
    Q_INVOKABLE void chooseAnother();
    Q_INVOKABLE void retry();
    /// `identityProvider` may be empty.
    Q_INVOKABLE void logInWithBrowser(const QString& identityProvider);
    Q_INVOKABLE void logInWithPassword(const QString& user, const QString& password);
    /// Opens the browser once more, with the same address.
    Q_INVOKABLE void openBrowserAgain();
    /// Puts the address for the browser on the clipboard.
    Q_INVOKABLE void copyBrowserAddress();
    Q_INVOKABLE void cancel();

    /// Whether the system's browser may get this address: https, or http to this device for tests.
    [[nodiscard]] static bool isSafeToOpen(const QUrl& url);

public Q_SLOTS:
    void applyState(const core::AccountState& state);

Q_SIGNALS:
    void changed();
    /// The system's browser is to open this.
    void browserRequested(const QUrl& url);

private:
    core::AccountService* m_account;
    core::AccountState m_state;
    QString m_insurerName;
    QString m_server;
    bool m_passwordAllowed = false;
    bool m_again = false;
    bool m_browserMissing = false;
};

} // namespace ui
