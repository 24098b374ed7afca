#pragma once

#include "tests/support/FakeCameras.h"
#include "tests/support/FakeCodeVault.h"
#include "tests/support/FakeConfirmation.h"
#include "tests/support/FakePrinter.h"
#include "ui/app/AppViewModel.h"

#include <QObject>
#include <QQuickItem>
#include <QUrl>

/// What the tests in QML have to show and to do: the view models, filled as the core would fill them.
class Fixture final : public QObject {
    Q_OBJECT
    Q_PROPERTY(ui::AppViewModel* app READ app CONSTANT)
public:
    Fixture();

    ui::AppViewModel* app() { return &m_app; }

    /// Signed in, with the chats of the fixtures, none open; German, normal text.
    Q_INVOKABLE void ready();
    /// Before signing in.
    Q_INVOKABLE void signedOut();
    Q_INVOKABLE void failed();
    /// Opens the chat with the practice and fills it with `count` messages "1" … "count".
    Q_INVOKABLE void openConversation(int count);
    Q_INVOKABLE void openOther();
    Q_INVOKABLE void openInvitation();
    /// A message of somebody else at the end, or `count` older ones at the beginning.
    Q_INVOKABLE void receive(const QString& text);
    Q_INVOKABLE void fetchOlder(int count);
    /// One of somebody else at the end whose key is missing.
    Q_INVOKABLE void receiveUnreadable();
    /// The recovery is in this phase; `restored` of 5,000 keys are back.
    Q_INVOKABLE void recoveryIs(ui::RecoveryViewModel::Phase phase, int restored = 0);
    /// The device has its chats; the daily check has found these core::HealthFinding, and the repair is in this
    /// core::RepairState, each by its place.
    Q_INVOKABLE void found(const QList<int>& findings, int repair = 0);
    /// The check that was asked for has ended.
    Q_INVOKABLE void checkEnds(bool done);
    /// The chats are not here, and another device is at it: a core::Handover by its place.
    Q_INVOKABLE void handoverIs(int handover, bool hasOtherDevice = true);
    /// The attempt has ended: a core::RestoreOutcome by its place.
    Q_INVOKABLE void restoreEnds(int outcome);
    /// The chats are not here, and the keys of the account have a password.
    Q_INVOKABLE void keysHavePassword();
    /// The attempt with the password has ended: a core::RestoreOutcome by its place.
    Q_INVOKABLE void passwordEnds(int outcome);
    /// There is a key store; whether it has the code of the account.
    Q_INVOKABLE void keyStoreHas(bool code);
    [[nodiscard]] Q_INVOKABLE bool keyStoreHasCode() const { return !m_vault.entries.isEmpty(); }
    /// The computer can ask who sits there, about the key sheet and about renewing.
    Q_INVOKABLE void systemAsks();
    [[nodiscard]] Q_INVOKABLE int systemQuestions() const { return m_confirmation.questions; }
    /// Its answer: a ui::SystemConfirmation::Answer by its place.
    Q_INVOKABLE void systemAnswers(int answer) { m_confirmation.answer(static_cast<ui::SystemConfirmation::Answer>(answer)); }
    /// A camera is plugged in, or pulled out.
    Q_INVOKABLE void cameraIs(bool there);
    [[nodiscard]] Q_INVOKABLE bool cameraIsOn() const { return m_cameras.isOn(); }
    /// It sees a QR code, or nothing of interest if empty.
    Q_INVOKABLE void cameraSees(const QString& code);
    Q_INVOKABLE void cameraFails() { m_cameras.fail(ui::Cameras::Trouble::Busy); }
    /// The computer can print.
    Q_INVOKABLE void canPrint();
    [[nodiscard]] Q_INVOKABLE bool printDialogIsOpen() const { return m_printer.isOpen(); }
    /// The print dialog has ended: a ui::SheetPrinter::Outcome by its place.
    Q_INVOKABLE void printingEnds(int outcome) { m_printer.end(static_cast<ui::SheetPrinter::Outcome>(outcome)); }
    /// The core gives the code out.
    Q_INVOKABLE void giveCode();
    /// The verification "t" is in this phase: a core::VerificationState::Phase by its place.
    Q_INVOKABLE void verificationIs(int phase, bool isOurs = true);
    /// … and ends with this code of the specification.
    Q_INVOKABLE void verificationCancelled(const QString& code, bool isByUs, bool isOurs = true);
    /// The list of the own devices is open.
    Q_INVOKABLE void showDevices();
    /// Files are dragged over the middle of the window of `item`, and dropped there if `drop`; otherwise they leave it again.
    /// Whether they would be taken, and copied.
    Q_INVOKABLE static bool dragFiles(QQuickItem* item, const QList<QUrl>& files, bool drop);
    /// The newest own message was not sent.
    Q_INVOKABLE void failNewest();

private:
    ui::FakeCodeVault m_vault;
    ui::FakePrinter m_printer;
    ui::FakeConfirmation m_confirmation;
    ui::FakeCameras m_cameras;
    ui::AppViewModel m_app;
    int m_rows = 0;
    int m_older = 0;
};
