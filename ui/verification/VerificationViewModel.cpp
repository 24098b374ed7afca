#include "ui/verification/VerificationViewModel.h"

#include "core/encryption/verification/QrVerificationCode.h"
#include "core/room/CleanText.h"
#include "crypto/Sas.h"
#include "ui/common/Post.h"
#include "ui/verification/PersonWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ui {

using core::ShownVerification;
using Action = core::VerificationAction;
using End = VerificationEnd;
using Fate = VerificationNotice::Fate;
using Phase = core::VerificationState::Phase;

VerificationViewModel::VerificationViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void VerificationViewModel::setService(core::VerificationService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    change([this] {
        putAway();
        m_all.clear();
        m_dropNext.reset();
        m_asked = {};
        m_refused.clear();
        m_left.clear();
        m_notice.reset();
    });
    if (!m_service)
        return;
    connect(m_service, &core::VerificationService::changed, this, &VerificationViewModel::apply);
    connect(m_service, &core::VerificationService::failed, this, &VerificationViewModel::applyFailed);
    post(m_service, [](core::VerificationService& verifications) { verifications.load(); });
}

void VerificationViewModel::setOwner(const AccountOwner& owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    Q_EMIT ownerChanged();
}

void VerificationViewModel::refresh()
{
    Q_EMIT ownerChanged();
    Q_EMIT changed();
    Q_EMIT comparedChanged();
}

// Tells whoever looks what is different afterwards. Pictures are made anew only if they are others: the focus stays.
void VerificationViewModel::change(const std::function<void()>& work)
{
    const auto compared = [this] {
        return m_current ? std::pair(m_current->state.sas, m_current->state.qrCode)
                         : std::pair<std::optional<crypto::SasBytes>, QByteArray>();
    };
    const bool wasOpen = open();
    const auto before = compared();
    work();
    if (compared() != before)
        Q_EMIT comparedChanged();
    Q_EMIT changed();
    if (open() != wasOpen)
        Q_EMIT openChanged();
}

End VerificationViewModel::end() const
{
    if (!m_current)
        return End::Open;
    return m_lost ? End::CancelledThere : VerificationWords::endOf(m_current->state, m_before);
}

VerificationViewModel::Step VerificationViewModel::step() const
{
    if (m_refusal || end() != End::Open)
        return Step::Ended;
    if (!m_current)
        return m_asking ? Step::Asking : Step::None;
    switch (m_current->state.phase) {
    case Phase::Requested:
        return m_current->state.isOurs ? Step::Asking : Step::Preparing; // the core does not know the device yet
    case Phase::Ready:
        return Step::Choosing;
    case Phase::Preparing:
        return Step::Preparing;
    case Phase::Comparing:
        return Step::Comparing;
    case Phase::Scanned:
        return Step::Scanned;
    case Phase::Waiting:
        return Step::Waiting;
    case Phase::Signing:
        return Step::Signing;
    case Phase::Done:
    case Phase::Cancelled:
    case Phase::Refused:
        break;
    }
    return Step::Ended;
}

QString VerificationViewModel::nameOf(const ShownVerification& verification)
{
    if (!verification.state.room.isEmpty())
        return PersonWords::nameOf(verification);
    const QString name = core::cleanName(verification.deviceName);
    return name.isEmpty() ? qtTrId("devices.noName") : name;
}

bool VerificationViewModel::isPerson() const
{
    return m_current ? !m_current->state.room.isEmpty() : (m_asking || m_refusal) && !m_asked.person.isEmpty();
}

QString VerificationViewModel::name() const
{
    if (m_current && (isPerson() || !m_current->state.device.isEmpty()))
        return nameOf(*m_current);
    if (isPerson())
        return m_asked.name;
    //% "Your other device"
    return qtTrId("verify.otherDevice");
}

QString VerificationViewModel::deviceId() const
{
    return m_current && !isPerson() ? core::cleanName(m_current->state.device.toString()) : QString();
}

QString VerificationViewModel::personText() const
{
    return isPerson() ? PersonWords::side(name(), m_current ? m_current->state.user : m_asked.person) : QString();
}

QString VerificationViewModel::until() const
{
    const bool runs = m_current && end() == End::Open;
    return runs ? m_format.time(m_current->state.expires) : QString();
}

QList<SasPicture> VerificationViewModel::pictures() const
{
    QList<SasPicture> pictures;
    if (!m_current || !m_current->state.sas)
        return pictures;
    for (const int number : crypto::sasEmoji(*m_current->state.sas))
        pictures.append(SasPicture::of(number));
    return pictures;
}

QStringList VerificationViewModel::pictureNames() const
{
    QStringList names;
    for (const auto& picture : pictures())
        //: %1 is a place from 1 to 7, %2 the name of a picture
        //% "%1. %2"
        names.append(qtTrId("verify.picture").arg(names.size() + 1).arg(picture.name));
    return names;
}

QStringList VerificationViewModel::numbers() const
{
    QStringList numbers;
    if (!m_current || !m_current->state.sas)
        return numbers;
    for (const int number : crypto::sasDecimals(*m_current->state.sas))
        numbers.append(QString::number(number));
    return numbers;
}

QStringList VerificationViewModel::numbersSpoken() const
{
    QStringList spoken = numbers();
    for (QString& number : spoken)
        number = Format::spelled(number);
    return spoken;
}

QrCode VerificationViewModel::qr() const
{
    return canShow() ? QrCode::of(m_current->state.qrCode, QrCode::Correction::Medium) : QrCode();
}

ErrorText VerificationViewModel::failure() const
{
    if (m_refusal)
        return isPerson() ? PersonWords::ofRequest(*m_refusal) : VerificationWords::ofRequest(*m_refusal);
    return isPerson() ? PersonWords::of(end()) : VerificationWords::of(end());
}

bool VerificationViewModel::isWaiting(const ShownVerification& verification) const
{
    const auto& state = verification.state;
    const bool isCurrent = m_current && m_current->state.transaction == state.transaction;
    return !state.isOurs && state.phase == Phase::Requested && !isCurrent && !m_refused.contains(state.transaction);
}

const ShownVerification* VerificationViewModel::firstRequest() const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [this](const auto& one) { return isWaiting(one); });
    return found == m_all.end() ? nullptr : &*found;
}

const ShownVerification* VerificationViewModel::find(const QString& transaction) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const auto& one) { return one.state.transaction == transaction; });
    return found == m_all.end() ? nullptr : &*found;
}

QString VerificationViewModel::requestText() const
{
    const auto* request = open() ? nullptr : firstRequest();
    if (!request)
        return {};
    if (!request->state.room.isEmpty())
        return PersonWords::request(*request);
    //: %1 is the name of a device
    //% "The device “%1” wants to be compared with this one. Only do this if you have both devices in front of you."
    return qtTrId("verify.request").arg(Format::isolated(nameOf(*request)));
}

QString VerificationViewModel::noticeText() const
{
    return m_notice && !open() ? m_notice->text() : QString();
}

void VerificationViewModel::sendAct(const QString& transaction, Action action)
{
    post(m_service, [transaction, action](core::VerificationService& verifications) { verifications.act(transaction, action); });
}

void VerificationViewModel::act(Action action)
{
    if (!m_current)
        return;
    setTrouble({});
    sendAct(m_current->state.transaction, action);
}

void VerificationViewModel::setTrouble(const Trouble& trouble)
{
    m_trouble = trouble;
    Q_EMIT changed();
}

void VerificationViewModel::accept(const ShownVerification& request)
{
    resume(request);
    act(Action::Accept);
}

void VerificationViewModel::acceptRequest()
{
    const auto* request = open() ? nullptr : firstRequest();
    if (request)
        accept(*request);
}

void VerificationViewModel::refuseRequest()
{
    const auto* request = open() ? nullptr : firstRequest();
    if (!request)
        return;
    const QString transaction = request->state.transaction;
    change([&] { m_refused.insert(transaction); });
    sendAct(transaction, Action::Cancel);
}

void VerificationViewModel::dismissNotice()
{
    change([this] { m_notice.reset(); });
}

void VerificationViewModel::request(const QString& device)
{
    if (const auto id = core::DeviceId::parse(device))
        ask({.devices = {*id}, .person = {}});
}

void VerificationViewModel::requestAll()
{
    ask({});
}

void VerificationViewModel::requestPerson(const QString& user, const QString& name)
{
    if (const auto id = core::UserId::parse(user))
        ask({.devices = {}, .person = *id, .name = core::cleanName(name)});
}

bool VerificationViewModel::Asked::isFor(const core::VerificationState& state) const
{
    if (!person.isEmpty())
        return state.user == person;
    return state.room.isEmpty() && (devices.isEmpty() || state.device.isEmpty() || devices.contains(state.device));
}

const ShownVerification* VerificationViewModel::waitingFor(const Asked& asked) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const auto& one) { return isWaiting(one) && asked.isFor(one.state); });
    return found == m_all.end() ? nullptr : &*found;
}

const ShownVerification* VerificationViewModel::runningWith(const core::UserId& person) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto& one) {
        return !one.state.room.isEmpty() && one.state.user == person && !m_refused.contains(one.state.transaction) &&
               VerificationWords::endOf(one.state, one.state.phase) == End::Open;
    });
    return found == m_all.end() ? nullptr : &*found;
}

void VerificationViewModel::resume(const ShownVerification& running)
{
    change([this, running] { // a copy: what was there is put away
        putAway();
        m_notice.reset();
        m_left.remove(running.state.transaction);
        m_current = running;
        m_before = Phase::Requested;
    });
}

void VerificationViewModel::ask(const Asked& asked)
{
    if (m_asking || (m_current && end() == End::Open))
        return;
    // Whoever asks already is not asked back.
    if (const auto* waiting = waitingFor(asked))
        return accept(*waiting);
    // Nor is a person with whom a comparison runs: the core would go on with that one.
    if (const auto* running = runningWith(asked.person))
        return resume(*running);
    change([&] {
        putAway();
        m_notice.reset();
        m_asking = true;
        m_asked = asked;
    });
    post(m_service, [asked](core::VerificationService& verifications) {
        if (asked.person.isEmpty())
            verifications.request(asked.devices);
        else
            verifications.requestPerson(asked.person);
    });
}

void VerificationViewModel::comparePictures()
{
    act(Action::CompareEmoji);
}

void VerificationViewModel::confirm()
{
    act(Action::Confirm);
}

void VerificationViewModel::deny()
{
    act(Action::Deny);
}

void VerificationViewModel::scanFiles(const QList<QUrl>& files)
{
    if (!canScan() || reading())
        return;
    m_trouble = {};
    m_reader.read(files, [this](const CodeFileReader::Content& content) {
        if (content)
            applyScanned(*content);
        else
            setTrouble([failure = content.error()] { return VerificationWords::of(failure); });
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void VerificationViewModel::applyScanned(const crypto::SecretBytes& content)
{
    if (canScan())
        setTrouble(tryScanned(content));
}

VerificationViewModel::Trouble VerificationViewModel::tryScanned(const crypto::SecretBytes& content)
{
    if (!canScan())
        return {};
    const auto kind = CodeReader::classify(content.bytes());
    if (kind != CodeReader::Kind::Verification)
        return [kind] { return VerificationWords::of(kind); };
    // Said here: for the core, a code that does not fit is the end.
    const QString transaction = m_current->state.transaction;
    const auto code = core::QrVerificationCode::parse(content.bytes());
    if (!code || code->transaction != m_current->state.codeTransaction)
        return &VerificationWords::ofForeignCode;
    post(m_service, [transaction, bytes = content.bytes().toByteArray()](core::VerificationService& verifications) {
        verifications.scan(transaction, bytes);
    });
    return {};
}

void VerificationViewModel::leave()
{
    QString cancelled;
    change([&] {
        if (m_asking)
            m_dropNext = m_asked;
        if (m_current && end() == End::Open) {
            const QString transaction = m_current->state.transaction;
            const bool isAgreed = m_current->state.phase == Phase::Signing;
            (isAgreed ? m_left : m_refused).insert(transaction);
            cancelled = isAgreed ? QString() : transaction;
        }
        putAway();
    });
    if (!cancelled.isEmpty())
        sendAct(cancelled, Action::Cancel);
}

void VerificationViewModel::retry()
{
    if (!m_current || (!isPerson() && m_current->state.device.isEmpty()))
        return ask(Asked(m_asked)); // a copy: it is set anew
    if (isPerson())
        ask({.devices = {}, .person = m_current->state.user, .name = name()});
    else
        ask({.devices = {m_current->state.device}, .person = {}});
}

void VerificationViewModel::putAway()
{
    m_reader.stop();
    m_current.reset();
    m_lost = false;
    m_asking = false;
    m_refusal.reset();
    m_trouble = {};
}

void VerificationViewModel::apply(const QList<ShownVerification>& verifications)
{
    change([&] {
        const auto before = std::exchange(m_all, verifications);
        takeOwn(before);
        followCurrent();
        noteEnds(before);
    });
}

// What this device has asked for has got its transaction.
void VerificationViewModel::takeOwn(const QList<ShownVerification>& before)
{
    for (const auto& verification : std::as_const(m_all)) {
        const QString& transaction = verification.state.transaction;
        const bool isNew =
            std::none_of(before.begin(), before.end(), [&](const auto& one) { return one.state.transaction == transaction; });
        if (!isNew || !verification.state.isOurs)
            continue;
        if (m_dropNext && m_dropNext->isFor(verification.state)) {
            m_dropNext.reset();
            sendAct(transaction, Action::Cancel);
        } else if (m_asking && m_asked.isFor(verification.state)) {
            m_asking = false;
            m_current = verification;
            m_before = Phase::Requested;
        }
    }
}

void VerificationViewModel::followCurrent()
{
    if (!m_current || end() != End::Open)
        return;
    const auto* now = find(m_current->state.transaction);
    m_lost = !now;
    if (!now)
        return;
    if (now->state.phase != m_current->state.phase) {
        m_before = m_current->state.phase;
        m_trouble = {};
    }
    m_current = *now;
    if (end() == End::CancelledHere)
        putAway();
}

void VerificationViewModel::noteEnds(const QList<ShownVerification>& before)
{
    for (const auto& verification : before) {
        if (m_left.contains(verification.state.transaction))
            noteLeft(verification);
        else if (isWaiting(verification))
            noteEnd(verification);
    }
}

// A request that nobody has answered here. A newer one of the same device may have taken its place: that is no end.
void VerificationViewModel::noteEnd(const ShownVerification& waited)
{
    const auto* now = find(waited.state.transaction);
    if (now && isWaiting(*now))
        return;
    const bool isReplaced = !now && std::any_of(m_all.begin(), m_all.end(), [&](const auto& one) {
        return isWaiting(one) && one.state.user == waited.state.user && one.state.device == waited.state.device;
    });
    if (isReplaced)
        return;
    const QString code = now ? now->state.cancelCode : QString();
    m_notice = VerificationNotice{.fate = code == core::cancelCode::timeout    ? Fate::TimedOut
                                          : code == core::cancelCode::accepted ? Fate::AnsweredElsewhere
                                                                               : Fate::Withdrawn,
                                  .name = nameOf(waited),
                                  .isPerson = !waited.state.room.isEmpty()};
}

void VerificationViewModel::noteLeft(const ShownVerification& left)
{
    const auto* now = find(left.state.transaction);
    if (now && now->state.phase == Phase::Signing)
        return;
    m_left.remove(left.state.transaction);
    const bool isDone = now && now->state.phase == Phase::Done;
    m_notice = VerificationNotice{
        .fate = isDone ? Fate::Done : Fate::Refused, .name = nameOf(left), .isPerson = !left.state.room.isEmpty()};
}

void VerificationViewModel::applyFailed(const core::Error& error)
{
    if (std::exchange(m_dropNext, {}))
        return;
    if (!open())
        return;
    change([&] {
        if (std::exchange(m_asking, false))
            m_refusal = error;
        else
            m_trouble = [error] { return ErrorText::of(error); };
    });
}

} // namespace ui
