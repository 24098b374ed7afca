#pragma once

#include "core/session/AccountService.h"
#include "ui/app/Language.h"
#include "ui/app/MainViewModel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/login/InsurerListModel.h"
#include "ui/login/LoginViewModel.h"
#include "ui/settings/SettingsStore.h"
#include "ui/settings/SettingsViewModel.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// The whole interface: which screen is shown, and the view models behind it.
///
/// Thread: UI. Lives shorter than the AccountService; when the session ends, it lets go of it before it is destroyed, by a
/// blocking call from the core thread. So the UI thread must not wait for the core while this object lives: destroy it first.
class AppViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(ui::ErrorText error READ error NOTIFY stageChanged)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY stageChanged)
    Q_PROPERTY(ui::SettingsViewModel* settings READ settings CONSTANT)
    Q_PROPERTY(ui::InsurerListModel* insurers READ insurers CONSTANT)
    Q_PROPERTY(ui::LoginViewModel* login READ login CONSTANT)
    Q_PROPERTY(ui::MainViewModel* main READ main CONSTANT)
    Q_PROPERTY(QString version READ version CONSTANT)
public:
    enum class Stage {
        ReadingSize, ///< first run: can you read this?
        Start,       ///< first run: what this is and where data goes
        Opening,     ///< key store and database
        Insurers,
        Login,
        Preparing,
        Main,
        Failed, ///< the profile cannot be opened; `error`
    };
    Q_ENUM(Stage)

    /// `settingsDirectory`: the profile directory, or empty to keep nothing. `account` may be null (pictures, tests).
    explicit AppViewModel(const QString& settingsDirectory, core::AccountService* account, Format::Now now = {},
                          QObject* parent = nullptr);
    ~AppViewModel() override;

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] ErrorText error() const;
    /// Trying again can help: the key store may be unlocked meanwhile.
    [[nodiscard]] bool canRetry() const;
    [[nodiscard]] SettingsViewModel* settings() { return &m_settings; }
    [[nodiscard]] InsurerListModel* insurers() { return &m_insurers; }
    [[nodiscard]] LoginViewModel* login() { return &m_login; }
    [[nodiscard]] MainViewModel* main() { return &m_main; }
    [[nodiscard]] static QString version();

    /// Overrides what the settings file says about logging in with a password.
    void setPasswordAllowed(bool allowed) { m_login.setPasswordAllowed(allowed); }

    /// From the question about the text size to the next page, and from there on.
    Q_INVOKABLE void goOn();
    /// One page back in the first run.
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void retry();
    Q_INVOKABLE void logOut();

public Q_SLOTS:
    void applyState(const core::AccountState& state);
    /// The profile cannot be opened: key store, database. Shown instead of everything else until applyState says otherwise.
    void applyError(const core::Error& error);

Q_SIGNALS:
    void stageChanged();
    /// The person wants the profile to be opened again: key store first.
    void retryRequested();
    /// All texts are in another language now.
    void languageChanged();

private:
    void applyLanguage();
    void nameInsurer();
    void connectAccount();

    core::AccountService* m_account;
    SettingsStore m_store;
    Language m_language;
    Format m_format;
    SettingsViewModel m_settings;
    InsurerListModel m_insurers{nullptr};
    LoginViewModel m_login;
    MainViewModel m_main;
    core::AccountState m_state;
    std::optional<core::Error> m_error;
    bool m_readingSizeDone = false;
};

} // namespace ui
