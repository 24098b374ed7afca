#pragma once

#include "ui/recovery/SheetPrinter.h"

#include <QDBusConnection>
#include <QObject>

class QWindow;

namespace app {

/// Prints through the dialog of the desktop. The page goes over the bus in sealed memory: there is no file of ours.
///
/// Source: freedesktop.org xdg-desktop-portal, org.freedesktop.portal.Print.
class PrintPortal final : public ui::SheetPrinter {
public:
    using Bus = std::function<QDBusConnection()>;

    /// `bus` is asked for when it is needed first.
    explicit PrintPortal(Bus bus = &QDBusConnection::sessionBus);

    void look(QObject* context, std::function<void(bool)> done) override;
    void print(const QString& title, Page page, QObject* context, std::function<void(Outcome)> done) override;

    /// How portals name the window that a dialog belongs to; empty where this platform has no such name.
    static QString nameOf(const QWindow* window, const QString& platform);

private:
    Bus m_bus;
    QObject m_jobs; // last: what is open dies first
};

} // namespace app
