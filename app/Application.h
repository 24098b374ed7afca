#pragma once

#include "app/CameraLoader.h"
#include "app/CommandLine.h"
#include "app/CoreThread.h"
#include "app/KeychainCodes.h"
#include "app/KeychainVault.h"
#include "app/PolkitConfirmation.h"
#include "app/PrintPortal.h"
#include "app/ProfileDirectory.h"
#include "app/TerminationSignal.h"
#include "ui/app/AppViewModel.h"

#include <QQmlApplicationEngine>

#include <memory>
#include <optional>

namespace app {

/// The composition root: key store → database key → core thread with the account → view models → window.
///
/// Thread: UI. Needs a QGuiApplication. The window appears first; the profile is opened behind it, and not before the questions
/// of the first run are answered. Everything is torn down in reverse order: window, view models, account.
class Application final : public QObject {
    Q_OBJECT
public:
    Application(CommandLine options, std::shared_ptr<KeychainBackend> keychain, QObject* parent = nullptr);
    ~Application() override;

    /// Shows the window and begins to open the profile. False if there is no window: the program has been built wrongly.
    bool start();

private:
    void openWhenWanted();
    void openProfile();
    void useKey(core::Result<crypto::SecretBytes> key);
    void forgetKey();

    CommandLine m_options;
    KeychainVault m_vault;
    KeychainCodes m_codes;
    PolkitConfirmation m_confirmation;
    PrintPortal m_printer;
    CameraLoader m_cameras;
    std::optional<ProfileDirectory> m_profile;
    std::optional<core::Error> m_profileError;
    std::unique_ptr<CoreThread> m_core;
    std::unique_ptr<ui::AppViewModel> m_view;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    TerminationSignal m_termination;
    bool m_asked = false; // for the key, at least once
};

} // namespace app
