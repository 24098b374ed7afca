#pragma once

#include "core/services/recovery/RenewalService.h"
#include "ui/common/ConfirmViewModel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/profile/AccountOwner.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// Renewing the keys of the account: what it takes away, the way there, and the new key sheet at its end (product B5).
///
/// Passwords are passed on and not kept here. A renewal that needs the person opens the page by itself, once.
class RenewKeysViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(ui::ConfirmViewModel* confirm READ confirm CONSTANT)
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(bool nothingLeft READ nothingLeft NOTIFY changed)
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool canCancel READ canCancel NOTIFY changed)
    Q_PROPERTY(QString introText READ introText NOTIFY changed)
    Q_PROPERTY(bool losesSomething READ losesSomething NOTIFY changed)
    Q_PROPERTY(QString lossText READ lossText NOTIFY changed)
    Q_PROPERTY(QString keysText READ keysText NOTIFY changed)
    Q_PROPERTY(bool canSaveBefore READ canSaveBefore NOTIFY changed)
    Q_PROPERTY(QString devicesText READ devicesText NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    Q_PROPERTY(QString questionText READ questionText NOTIFY changed)
    Q_PROPERTY(bool asksAboutOthers READ asksAboutOthers NOTIFY changed)
    Q_PROPERTY(bool othersStay READ othersStay NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(QString goOnText READ goOnText NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(QString confirmWord READ confirmWord NOTIFY changed)
    Q_PROPERTY(bool passwordOffered READ passwordOffered NOTIFY changed)
    Q_PROPERTY(bool browserOffered READ browserOffered NOTIFY changed)
    Q_PROPERTY(bool inBrowser READ inBrowser NOTIFY changed)
    Q_PROPERTY(bool browserMissing READ browserMissing NOTIFY changed)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY changed)
    Q_PROPERTY(QString browserError READ browserError NOTIFY changed)
public:
    /// The same as core::RenewalState::Phase.
    enum class Phase { Idle, Looking, Offered, Running, Stopped, Done };
    Q_ENUM(Phase)

    /// `format` must outlive this.
    explicit RenewKeysViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session and asks it for the state; null lets go of it and forgets everything.
    void setService(core::RenewalService* service);
    /// Whose account it is, and at which server.
    void setOwner(const AccountOwner& owner);
    /// Another language: texts made here are to be made anew.
    void refresh();

    /// The system is asked before anything is replaced (S-39, S-56).
    [[nodiscard]] ConfirmViewModel* confirm() { return &m_confirm; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Phase phase() const { return static_cast<Phase>(m_state.phase); }
    /// The old keys are lost, not in foreign hands.
    [[nodiscard]] bool nothingLeft() const { return m_state.kind == core::RenewalKind::NothingLeft; }
    /// The server wants to know that it is the person.
    [[nodiscard]] bool asking() const { return m_state.question.has_value(); }
    [[nodiscard]] bool busy() const { return m_state.isBusy; }
    /// Nothing has happened yet.
    [[nodiscard]] bool canCancel() const;
    [[nodiscard]] QString introText() const;
    [[nodiscard]] bool losesSomething() const;
    /// What cannot be read afterwards, in numbers.
    [[nodiscard]] QString lossText() const;
    /// How many saved keys are at stake (S-56); empty if none, or where lossText() says it.
    [[nodiscard]] QString keysText() const;
    /// There are messages here whose keys could be saved.
    [[nodiscard]] bool canSaveBefore() const { return m_state.facts.messages > 0; }
    /// What becomes of which other devices.
    [[nodiscard]] QString devicesText() const;
    /// What goes on, and which step it is.
    [[nodiscard]] QString progressText() const;
    /// From 0 to 1.
    [[nodiscard]] qreal progress() const;
    [[nodiscard]] QString questionText() const;
    /// Instead of an answer, leaveOthers() is possible.
    [[nodiscard]] bool asksAboutOthers() const;
    [[nodiscard]] bool othersStay() const { return m_state.othersStay; }
    [[nodiscard]] ErrorText failure() const;
    [[nodiscard]] QString goOnText() const;
    /// For the settings: how a renewal that has begun stands; empty if none has.
    [[nodiscard]] QString statusText() const;
    /// What the person types before anything happens (S-39).
    [[nodiscard]] QString confirmWord() const;
    [[nodiscard]] bool passwordOffered() const { return m_state.question && m_state.question->password; }
    [[nodiscard]] bool browserOffered() const { return m_state.question && !m_state.question->browser.isEmpty(); }
    [[nodiscard]] bool inBrowser() const { return m_inBrowser; }
    [[nodiscard]] bool browserMissing() const { return m_browserMissing; }
    [[nodiscard]] QString passwordError() const;
    [[nodiscard]] QString browserError() const;

    /// What came of `browserRequested`.
    void setBrowserOpened(bool opened);

    /// Somebody may have the keys.
    Q_INVOKABLE void openRenewal();
    /// "Ich habe nichts davon": neither sheet nor device is left.
    Q_INVOKABLE void openNothingLeft();
    /// Closes the page. Gives up what has not begun; what has begun goes on.
    Q_INVOKABLE void leave();
    /// True if it is the word; case and spaces around do not matter. Then it begins.
    Q_INVOKABLE bool begin(const QString& word);
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void leaveOthers();
    Q_INVOKABLE void confirmWithPassword(const QString& password);
    Q_INVOKABLE void openBrowser();
    /// Puts the address for the browser on the clipboard.
    Q_INVOKABLE void copyBrowserAddress();
    Q_INVOKABLE void confirmedInBrowser();
    /// Closes the page and asks for the new sheet.
    Q_INVOKABLE void toSheet();

public Q_SLOTS:
    void applyState(const core::RenewalState& state);

Q_SIGNALS:
    void changed();
    void openChanged();
    /// The system's browser is to open this.
    void browserRequested(const QUrl& url);
    /// The new key sheet is to be shown.
    void sheetRequested();

private:
    void look(core::RenewalKind kind);
    void setOpen(bool open);
    [[nodiscard]] bool needsPerson() const;
    [[nodiscard]] QString number(qint64 value) const;
    [[nodiscard]] QString names() const;

    const Format& m_format;
    ConfirmViewModel m_confirm{nullptr};
    core::RenewalService* m_service = nullptr;
    core::RenewalState m_state;
    bool m_isOpen = false;
    bool m_hasOpenedItself = false;
    AccountOwner m_owner;
    bool m_inBrowser = false;
    bool m_browserMissing = false;
    bool m_lastWasBrowser = false; // the answer given last
};

} // namespace ui
