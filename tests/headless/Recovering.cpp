#include "tests/headless/Recovering.h"

#include <QJsonArray>
#include <QTimer>

#include <utility>

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

Recovering::Recovering(SessionParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Recovering::when(const std::function<bool(const RecoveryState&)>& condition, const Reply& reply,
                      const std::function<void()>& then)
{
    if (condition(m_parts.recovery.state()))
        return then();
    auto* wait = new QTimer(this);
    connect(&m_parts.recovery, &RecoveryService::changed, wait, [wait, condition, then](const RecoveryState& state) {
        if (!condition(state))
            return;
        wait->deleteLater();
        wait->disconnect();
        QMetaObject::invokeMethod(wait->parent(), then, Qt::QueuedConnection);
    });
    connect(wait, &QTimer::timeout, wait, [wait, reply] {
        wait->deleteLater();
        reply(failed(u"the recovery did not get that far"_s));
    });
    wait->setSingleShot(true);
    wait->start(std::chrono::seconds(60));
}

void Recovering::bootstrap(const Reply& reply)
{
    when([](const RecoveryState& state) { return state.phase == RecoveryState::Phase::Ready; }, reply,
         [this, reply] {
             connect(
                 &m_parts.recovery, &RecoveryService::codeRevealed, this,
                 [reply](const std::shared_ptr<crypto::SecretBytes>& code, const KeySheetFacts&) {
                     reply(ok(QJsonObject{{u"recoveryKey"_s, QString::fromLatin1(code->bytes())}}));
                 },
                 Qt::SingleShotConnection);
             m_parts.recovery.revealCode();
         });
}

void Recovering::restore(const QByteArray& code, const Reply& reply)
{
    static const QStringList outcomes{u"restored"_s,     u"restoredPartly"_s, u"notACode"_s,    u"typingError"_s,  u"wrongCode"_s,
                                      u"replacedCode"_s, u"nothingToOpen"_s,  u"foreignKeys"_s, u"noConnection"_s, u"failed"_s};
    when([](const RecoveryState& state) { return state.phase == RecoveryState::Phase::NeedsCode; }, reply,
         [this, reply, code] {
             connect(
                 &m_parts.recovery, &RecoveryService::restoreEnded, this,
                 [this, reply](RestoreOutcome outcome) {
                     const auto& state = m_parts.recovery.state();
                     const QString name = outcomes.at(static_cast<int>(outcome));
                     if (outcome != RestoreOutcome::Restored && outcome != RestoreOutcome::RestoredPartly)
                         return reply(failed(name));
                     reply(ok(QJsonObject{
                         {u"outcome"_s, name}, {u"imported"_s, state.restoredKeys}, {u"total"_s, state.keysInBackup}}));
                 },
                 Qt::SingleShotConnection);
             m_parts.recovery.restore(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(code)));
         });
}

void Recovering::renew(const QJsonObject& arguments, const Reply& reply)
{
    const auto password =
        std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(arguments.value("password"_L1).toString().toUtf8()));
    auto* renewal = &m_parts.renewal;
    const auto follow = [reply, renewal, password, asked = std::make_shared<bool>(false)](const RenewalState& state) {
        using Phase = RenewalState::Phase;
        if (state.phase == Phase::Offered)
            return renewal->begin();
        if (state.question && !state.isBusy && !std::exchange(*asked, true))
            return renewal->confirmWithPassword(password);
        if (state.phase == Phase::Done)
            return reply(ok(QJsonObject{{u"messages"_s, state.facts.messages},
                                        {u"keysInBackup"_s, state.facts.keysInBackup},
                                        {u"otherDevices"_s, QJsonArray::fromStringList(state.facts.otherDevices)},
                                        {u"othersStay"_s, state.othersStay}}));
        if (state.phase == Phase::Stopped || (state.question && !state.isBusy))
            reply(failed(u"the keys could not be renewed"_s));
    };
    connect(renewal, &RenewalService::changed, this, follow, Qt::QueuedConnection);
    renewal->look(arguments.value("nothingLeft"_L1).toBool() ? RenewalKind::NothingLeft : RenewalKind::Compromised);
}

void Recovering::waitForBackup(const Reply& reply)
{
    when(
        [this](const RecoveryState& state) {
            return state.phase == RecoveryState::Phase::Ready && m_parts.machine->countRoomKeysToBackUp().value_or(1) == 0;
        },
        reply, [reply] { reply(ok()); });
}

} // namespace headless
