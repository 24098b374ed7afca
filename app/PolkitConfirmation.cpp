#include "app/PolkitConfirmation.h"

#include "app/PolkitTypes.h"
#include "crypto/Random.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Answer = ui::SystemConfirmation::Answer;

constexpr uint allowUserInteraction = 1;

QDBusMessage callOf(const QString& method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.PolicyKit1"_s, u"/org/freedesktop/PolicyKit1/Authority"_s,
                                          u"org.freedesktop.PolicyKit1.Authority"_s, method);
}

Answer answerOf(const QDBusPendingReply<PolkitResult>& reply)
{
    if (reply.isError())
        return Answer::Unavailable; // no polkit, or no such action
    const PolkitResult result = reply.value();
    if (result.isAuthorized)
        return Answer::Confirmed;
    // It could be asked, but there is nobody who would ask.
    return result.isChallenge ? Answer::Unavailable : Answer::Refused;
}

} // namespace

PolkitConfirmation::PolkitConfirmation(Bus bus)
    : m_bus(std::move(bus))
{
    registerPolkitTypes();
}

void PolkitConfirmation::ask(QObject* context, std::function<void(Answer)> done)
{
    auto bus = m_bus();
    if (!bus.isConnected())
        return QTimer::singleShot(0, context, [done = std::move(done)] { done(Answer::Unavailable); });
    const QString cancellation = QString::fromLatin1(crypto::randomBytes(8).toHex());
    // The name on the bus and not a process number: numbers are given again.
    const PolkitSubject subject{.kind = u"system-bus-name"_s, .details = {{u"name"_s, bus.baseService()}}};
    auto check = callOf(u"CheckAuthorization"_s);
    check << QVariant::fromValue(subject) << QString::fromLatin1(action) << QVariant::fromValue(PolkitDetails())
          << allowUserInteraction << cancellation;
    // A person takes the time that it takes.
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(check, std::numeric_limits<int>::max()));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        watcher->disconnect();
        done(answerOf(*watcher));
    });
    QObject::connect(context, &QObject::destroyed, watcher, [watcher, bus, cancellation] {
        watcher->deleteLater();
        if (watcher->isFinished())
            return;
        auto cancel = callOf(u"CancelCheckAuthorization"_s);
        cancel << cancellation;
        bus.send(cancel);
    });
}

} // namespace app
