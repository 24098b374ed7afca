#pragma once

#include "core/services/devices/DevicesService.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/devices/DeviceRow.h"
#include "ui/profile/AccountOwner.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// "My devices": where one is signed in, and signing out others (product B9). Keeps no password.
class DevicesViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(ui::DeviceRow thisDevice READ thisDevice NOTIFY devicesChanged)
    Q_PROPERTY(QList<ui::DeviceRow> others READ others NOTIFY devicesChanged)
    Q_PROPERTY(ui::ErrorText loadError READ loadError NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    Q_PROPERTY(QString accountText READ accountText NOTIFY changed)
    Q_PROPERTY(QString accountSpoken READ accountSpoken NOTIFY changed)
    Q_PROPERTY(QString signingOutText READ signingOutText NOTIFY changed)
    Q_PROPERTY(bool passwordOffered READ passwordOffered NOTIFY changed)
    Q_PROPERTY(bool browserOffered READ browserOffered NOTIFY changed)
    Q_PROPERTY(bool inBrowser READ inBrowser NOTIFY changed)
    Q_PROPERTY(bool browserMissing READ browserMissing NOTIFY changed)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY changed)
    Q_PROPERTY(QString browserError READ browserError NOTIFY changed)
public:
    enum class Page {
        None,
        List,
        Confirm, ///< the server wants to know that it is the person who signs out
    };
    Q_ENUM(Page)

    /// `format` must outlive this.
    explicit DevicesViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session; null lets go of it and forgets everything.
    void setService(core::DevicesService* service);
    void setOwner(const AccountOwner& owner);
    /// Another language: texts made here are to be made anew.
    void refresh();

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool loading() const { return m_state.isLoading; }
    [[nodiscard]] bool loaded() const { return m_state.isLoaded; }
    [[nodiscard]] DeviceRow thisDevice() const;
    [[nodiscard]] QList<DeviceRow> others() const;
    [[nodiscard]] ErrorText loadError() const;
    [[nodiscard]] ErrorText failure() const;
    [[nodiscard]] bool busy() const { return m_state.isBusy; }
    /// The last sign-out has worked.
    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] QString accountText() const { return m_owner.line(); }
    [[nodiscard]] QString accountSpoken() const { return m_owner.lineSpoken(); }
    /// Names of the devices that are to be signed out.
    [[nodiscard]] QString signingOutText() const;
    [[nodiscard]] bool passwordOffered() const { return m_state.question && m_state.question->password; }
    [[nodiscard]] bool browserOffered() const { return m_state.question && !m_state.question->browser.isEmpty(); }
    /// The browser was asked to open the page.
    [[nodiscard]] bool inBrowser() const { return m_inBrowser; }
    [[nodiscard]] bool browserMissing() const { return m_browserMissing; }
    [[nodiscard]] QString passwordError() const;
    [[nodiscard]] QString browserError() const;

    /// What came of `browserRequested`.
    void setBrowserOpened(bool opened);

    Q_INVOKABLE void open();
    /// Back by one page; gives up a sign-out that waits.
    Q_INVOKABLE void back();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void signOut(const QString& id);
    Q_INVOKABLE void signOutOthers();
    Q_INVOKABLE void confirmWithPassword(const QString& password);
    Q_INVOKABLE void openBrowser();
    /// Puts the address for the browser on the clipboard.
    Q_INVOKABLE void copyBrowserAddress();
    Q_INVOKABLE void confirmedInBrowser();
    /// Leaves all pages.
    void close();

public Q_SLOTS:
    void applyState(const core::DevicesState& state);
    void applySignedOut();

Q_SIGNALS:
    void changed();
    void devicesChanged();
    void pageChanged();
    /// The system's browser is to open this.
    void browserRequested(const QUrl& url);

private:
    void setPage(Page page);
    void begin(const QList<core::DeviceId>& devices);
    [[nodiscard]] QString nameOf(const core::DeviceId& id) const;

    const Format& m_format;
    core::DevicesService* m_service = nullptr;
    core::DevicesState m_state;
    Page m_page = Page::None;
    AccountOwner m_owner;
    bool m_done = false;
    bool m_inBrowser = false;
    bool m_browserMissing = false;
    bool m_lastWasBrowser = false; // the answer given last
};

} // namespace ui
