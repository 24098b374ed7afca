#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <functional>

namespace app {

/// One question to the person through a portal of the desktop. Its answer comes as a signal of an object that the portal makes
/// for it, and that is listened to before it is there: no answer is too early.
///
/// Thread: UI. Destroying it takes an open question back.
/// Source: freedesktop.org xdg-desktop-portal, org.freedesktop.portal.Request.
class PortalRequest final : public QObject {
    Q_OBJECT
public:
    enum class Answer {
        Done,
        Cancelled,
        Failed, ///< also if the portal goes away
    };
    using Answered = std::function<void(Answer, const QVariantMap&)>;

    static constexpr const char* service = "org.freedesktop.portal.Desktop";
    static constexpr const char* object = "/org/freedesktop/portal/desktop";

    /// Calls `method` of `interface` with `arguments` and, last, `options`. `done` comes once, from the event loop, and may
    /// delete this later, not at once.
    PortalRequest(const QDBusConnection& bus, const QString& interface, const QString& method, QVariantList arguments,
                  QVariantMap options, Answered done, QObject* parent);
    ~PortalRequest() override;

private Q_SLOTS:
    void take(uint response, const QVariantMap& results);

private:
    void listen(const QString& path);
    void finish(Answer answer, const QVariantMap& results);

    QDBusConnection m_bus;
    QString m_path; // of the object that answers
    Answered m_done;
};

} // namespace app
