#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <optional>

namespace ui {

/// Bringing the chats back with a password that the person has given their keys in another program (product B4; S-41). None is
/// ever made here, and without such a password at the account nobody is asked for one.
///
/// Of what was typed nothing is kept. An attempt that succeeds ends as one with the key code does: RecoveryViewModel says so.
class PassphraseViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RecoveryViewModel")
    Q_PROPERTY(bool offered READ offered NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(bool failureIsAboutPassphrase READ failureIsAboutPassphrase NOTIFY changed)
public:
    explicit PassphraseViewModel(QObject* parent);

    /// Of a new session; null lets go of it and forgets what is known.
    void setService(core::RecoveryService* service);
    /// Another language: texts made here are to be made anew.
    void refresh() { Q_EMIT changed(); }

    /// The account has keys with a password.
    [[nodiscard]] bool offered() const { return m_offered; }
    /// The password is being tried, which takes seconds.
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Why the last attempt has not brought the chats back; null while there was none.
    [[nodiscard]] ErrorText failure() const;
    /// What was typed is the reason: it is said beside the field.
    [[nodiscard]] bool failureIsAboutPassphrase() const;

    /// Exactly as typed: spaces count.
    Q_INVOKABLE void restore(const QString& text);
    /// The person does not want to wait.
    Q_INVOKABLE void stop();
    /// The person is changing the password: what was wrong with it does not count any more.
    Q_INVOKABLE void edited();

    void applyState(const core::RecoveryState& state);
    /// An attempt of whatever kind was successful, or one with a code was not.
    void applyRestored(core::RestoreOutcome outcome);

public Q_SLOTS:
    void applyEnd(core::RestoreOutcome outcome);

Q_SIGNALS:
    void changed();

private:
    core::RecoveryService* m_service = nullptr;
    bool m_offered = false;
    bool m_busy = false;
    bool m_isEmpty = false; // what was typed
    std::optional<core::RestoreOutcome> m_outcome;
};

} // namespace ui
