#include "app/SecretService.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>

#include <chrono>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr std::chrono::milliseconds limit = std::chrono::seconds(5); // nobody has to be asked for it

} // namespace

void holdsLocked(const QString& service, const QString& entry, QObject* context, std::function<void(bool)> done)
{
    qDBusRegisterMetaType<Attributes>();
    auto search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                 u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    // The names under which QtKeychain keeps its entries; another one would lose what earlier versions kept.
    search << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, entry}});
    search.setAutoStartService(false);
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search, int(limit.count())), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<Paths, Paths> found = *watcher; // unlocked, locked
        done(!found.isError() && !found.argumentAt<1>().isEmpty());
    });
}

} // namespace app
