#include "ui/recovery/RenewKeysViewModel.h"

#include "ui/common/Post.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace ui {

using State = core::RenewalState;
using Step = core::RenewalJournal::Step;
using Problem = State::Problem;

RenewKeysViewModel::RenewKeysViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void RenewKeysViewModel::setService(core::RenewalService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_hasOpenedItself = false;
    m_confirm.forget();
    applyState({});
    setOpen(false);
    if (!m_service)
        return;
    connect(m_service, &core::RenewalService::changed, this, &RenewKeysViewModel::applyState);
    post(m_service, [](core::RenewalService& renewal) { renewal.load(); });
}

void RenewKeysViewModel::setOwner(const AccountOwner& owner)
{
    m_owner = owner;
    Q_EMIT changed();
}

void RenewKeysViewModel::refresh()
{
    Q_EMIT changed();
}

// -- Words -------------------------------------------------------------------------------------------------------------------

bool RenewKeysViewModel::canCancel() const
{
    return m_state.phase != State::Phase::Running || m_state.canCancel;
}

QString RenewKeysViewModel::introText() const
{
    const QString text = nothingLeft()
                             //: %1 is the person's name, %2 the health insurer
                             //% "For %1 · %2. For you if you find neither your key sheet nor another device."
                             ? qtTrId("renew.intro.nothingLeft")
                             //: %1 is the person's name, %2 the health insurer
                             //% "For %1 · %2. Useful if somebody has got hold of your key sheet or of one of your devices."
                             : qtTrId("renew.intro");
    return text.arg(Format::isolated(m_owner.name), Format::isolated(m_owner.insurer));
}

QString RenewKeysViewModel::number(qint64 value) const
{
    return m_format.locale().toString(value);
}

bool RenewKeysViewModel::losesSomething() const
{
    return nothingLeft() ? m_state.facts.keysInBackup > 0 : m_state.facts.messages > 0;
}

QString RenewKeysViewModel::lossText() const
{
    const auto& facts = m_state.facts;
    if (nothingLeft())
        //% "Saved message keys: %1. On this device you can go on reading: chats %2, messages %3."
        return qtTrId("renew.loss.nothingLeft").arg(number(facts.keysInBackup), number(facts.chats), number(facts.messages));
    if (facts.messages == 0)
        //% "There is nothing on this device that you could read now."
        return qtTrId("renew.loss.none");
    //% "Chats: %1, messages: %2, files: %3. All that was written up to today. Others keep their copy."
    return qtTrId("renew.loss").arg(number(facts.chats), number(facts.messages), number(facts.files));
}

QString RenewKeysViewModel::keysText() const
{
    if (nothingLeft() || m_state.facts.keysInBackup <= 0)
        return {};
    //% "Saved message keys that become useless: %1."
    return qtTrId("renew.loss.keys").arg(number(m_state.facts.keysInBackup));
}

QString RenewKeysViewModel::names() const
{
    QStringList isolated;
    for (const auto& name : m_state.facts.otherDevices)
        isolated.append(Format::isolated(name));
    return isolated.join(QStringLiteral(", "));
}

QString RenewKeysViewModel::devicesText() const
{
    if (m_state.facts.otherDevices.isEmpty())
        //% "No other device is signed in."
        return qtTrId("renew.devices.none");
    if (nothingLeft())
        //% "Look there first. They may still have your keys: %1"
        return qtTrId("renew.devices.lookThere").arg(names());
    return names();
}

QString RenewKeysViewModel::progressText() const
{
    const int steps = nothingLeft() ? 2 : 4;
    const auto say = [&](int step, const QString& text) {
        //: %1 and %2 are numbers, %3 says what goes on
        //% "Step %1 of %2: %3"
        return qtTrId("renew.step").arg(step).arg(steps).arg(text);
    };
    switch (m_state.step) {
    case Step::Agreed:
        //% "Your new keys are being made known."
        return say(1, qtTrId("renew.step.identity"));
    case Step::IdentityReplaced:
        if (!nothingLeft())
            //% "Your other devices are being signed out."
            return say(2, qtTrId("renew.step.devices"));
        break;
    case Step::OthersSignedOut:
        if (!nothingLeft())
            //% "What the old keys open is being deleted."
            return say(3, qtTrId("renew.step.destroy"));
        break;
    case Step::Destroyed:
        break;
    }
    //% "Your new key sheet is being made."
    return say(steps, qtTrId("renew.step.sheet"));
}

qreal RenewKeysViewModel::progress() const
{
    return (static_cast<int>(m_state.step) + 0.5) / 4;
}

QString RenewKeysViewModel::questionText() const
{
    return m_state.step == Step::Agreed
               //% "Your health insurer asks for this before it takes your new keys."
               ? qtTrId("renew.question.identity")
               //% "Your health insurer asks for this before your other devices are signed out. Your new keys are there already."
               : qtTrId("renew.question.devices");
}

bool RenewKeysViewModel::asksAboutOthers() const
{
    return asking() && m_state.step == Step::IdentityReplaced;
}

ErrorText RenewKeysViewModel::failure() const
{
    ErrorText text;
    switch (m_state.problem) {
    case Problem::None:
    case Problem::Error:
        return m_state.error ? ErrorText::of(*m_state.error) : ErrorText{};
    case Problem::FactsChanged:
        text = ErrorText::of(core::ErrorCode::DevicesOutdated);
        //% "Another device has just changed your keys."
        text.cause = qtTrId("renew.factsChanged");
        //% "Nothing has been renewed."
        text.effect = qtTrId("renew.factsChanged.effect");
        //% "Please look at the numbers again."
        text.next = qtTrId("renew.factsChanged.next");
        return text;
    case Problem::OtherKeys:
        text = ErrorText::of(core::ErrorCode::Forbidden);
        //% "Another device has made a key sheet of its own in the meantime."
        text.cause = qtTrId("renew.otherKeys");
        //% "Your keys are only partly renewed."
        text.effect = qtTrId("renew.otherKeys.effect");
        //% "If you go on, that key sheet becomes invalid, too. If you do not know of it, call your health insurer."
        text.next = qtTrId("renew.otherKeys.next");
        return text;
    case Problem::NotKept:
        text = ErrorText::of(core::ErrorCode::Server);
        //% "The server of your health insurer does not show what we have sent."
        text.cause = qtTrId("renew.notKept");
        //% "Your keys are not renewed yet."
        text.effect = qtTrId("renew.notKept.effect");
        //% "We keep trying. If this stays, call your health insurer."
        text.next = qtTrId("renew.notKept.next");
        return text;
    }
    return text;
}

QString RenewKeysViewModel::goOnText() const
{
    switch (m_state.problem) {
    case Problem::FactsChanged:
        //% "Count again"
        return qtTrId("renew.countAgain");
    case Problem::OtherKeys:
        //% "Renew all the same"
        return qtTrId("renew.allTheSame");
    case Problem::None:
    case Problem::Error:
    case Problem::NotKept:
        break;
    }
    //% "Try again"
    return qtTrId("action.retry");
}

QString RenewKeysViewModel::statusText() const
{
    if (needsPerson())
        //% "Not finished: it waits for you."
        return qtTrId("renew.status.waits");
    if (m_state.phase == State::Phase::Running || m_state.phase == State::Phase::Stopped)
        //% "It is going on."
        return qtTrId("renew.status.running");
    return {};
}

QString RenewKeysViewModel::confirmWord() const
{
    //: one word that the person types to confirm
    //% "renew"
    return qtTrId("renew.word");
}

QString RenewKeysViewModel::passwordError() const
{
    if (!m_state.question || !m_state.question->refused || m_lastWasBrowser)
        return {};
    return qtTrId("devices.confirm.wrongPassword");
}

QString RenewKeysViewModel::browserError() const
{
    if (!m_state.question || !m_state.question->refused || !m_lastWasBrowser)
        return {};
    return qtTrId("devices.confirm.notYet");
}

// -- Commands ----------------------------------------------------------------------------------------------------------------

void RenewKeysViewModel::look(core::RenewalKind kind)
{
    const bool hasBegun = m_state.phase == State::Phase::Running || (m_state.phase == State::Phase::Stopped && needsPerson());
    if (!hasBegun)
        post(m_service, [kind](core::RenewalService& renewal) { renewal.look(kind); });
    setOpen(true);
}

void RenewKeysViewModel::openRenewal()
{
    look(core::RenewalKind::Compromised);
}

void RenewKeysViewModel::openNothingLeft()
{
    look(core::RenewalKind::NothingLeft);
}

void RenewKeysViewModel::leave()
{
    m_hasOpenedItself = true; // and is left
    m_confirm.forget();
    setOpen(false);
    post(m_service, [](core::RenewalService& renewal) { renewal.cancel(); }); // no effect on what has begun
}

bool RenewKeysViewModel::begin(const QString& word)
{
    if (m_state.phase != State::Phase::Offered || word.trimmed().compare(confirmWord(), Qt::CaseInsensitive) != 0)
        return false;
    m_confirm.ask([this, facts = m_state.facts] {
        // What the person has agreed to, and nothing else.
        if (m_state.phase != State::Phase::Offered || m_state.facts != facts)
            return;
        m_hasOpenedItself = false;
        post(m_service, [](core::RenewalService& renewal) { renewal.begin(); });
    });
    return true;
}

void RenewKeysViewModel::goOn()
{
    const auto begin = [this] { post(m_service, [](core::RenewalService& renewal) { renewal.goOn(); }); };
    // Here it replaces what another device has made meanwhile.
    if (m_state.problem != Problem::OtherKeys)
        return begin();
    m_confirm.ask([this, begin] {
        if (m_state.problem == Problem::OtherKeys)
            begin();
    });
}

void RenewKeysViewModel::leaveOthers()
{
    post(m_service, [](core::RenewalService& renewal) { renewal.leaveOthers(); });
}

void RenewKeysViewModel::confirmWithPassword(const QString& password)
{
    QByteArray bytes = password.toUtf8();
    auto secret = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(bytes));
    crypto::wipe(bytes);
    m_lastWasBrowser = false;
    post(m_service, [secret](core::RenewalService& renewal) { renewal.confirmWithPassword(secret); });
}

void RenewKeysViewModel::setBrowserOpened(bool opened)
{
    m_browserMissing = !opened;
    Q_EMIT changed();
}

void RenewKeysViewModel::openBrowser()
{
    if (!browserOffered())
        return;
    m_inBrowser = true;
    Q_EMIT changed();
    Q_EMIT browserRequested(m_state.question->browser);
}

void RenewKeysViewModel::copyBrowserAddress()
{
    if (browserOffered())
        QGuiApplication::clipboard()->setText(m_state.question->browser.toString(QUrl::FullyEncoded));
}

void RenewKeysViewModel::confirmedInBrowser()
{
    m_lastWasBrowser = true;
    post(m_service, [](core::RenewalService& renewal) { renewal.confirmedInBrowser(); });
}

void RenewKeysViewModel::toSheet()
{
    leave();
    Q_EMIT sheetRequested();
}

// -- State -------------------------------------------------------------------------------------------------------------------

bool RenewKeysViewModel::needsPerson() const
{
    return asking() || (m_state.phase == State::Phase::Stopped && m_state.problem == Problem::OtherKeys);
}

void RenewKeysViewModel::applyState(const core::RenewalState& state)
{
    const bool isOtherQuestion = !m_state.question || m_state.step != state.step;
    m_state = state;
    if (m_state.question && isOtherQuestion)
        m_inBrowser = m_browserMissing = m_lastWasBrowser = false;
    Q_EMIT changed();
    if (needsPerson() && !std::exchange(m_hasOpenedItself, true))
        setOpen(true);
}

void RenewKeysViewModel::setOpen(bool open)
{
    if (open == m_isOpen)
        return;
    m_isOpen = open;
    Q_EMIT openChanged();
}

} // namespace ui
