#include "tests/qml/Fixture.h"

#include "tests/pictures/fixtures/Verifications.h"
#include "ui/recovery/QrCode.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QQuickWindow>

using namespace Qt::StringLiterals;
using core::TimelineItem;
using Phase = core::AccountState::Phase;

namespace {

TimelineItem message(const QString& key, const QString& text)
{
    TimelineItem item;
    item.key = key;
    item.text = text;
    item.senderName = u"Fr. Beck"_s;
    item.timestamp = fixtures::at(0, 12, 0);
    return item;
}

} // namespace

Fixture::Fixture()
    : m_app(QString(), nullptr, &fixtures::now)
{
    m_app.settings()->setLanguage(u"de"_s);
    m_app.settings()->setReducedMotion(true);
    m_app.goOn();
    m_app.goOn();
}

void Fixture::ready()
{
    m_app.settings()->setLanguage(u"de"_s);
    m_app.settings()->setTextScale(1.0);
    m_app.main()->forget();
    m_app.main()->recovery()->kept()->setVault(nullptr);
    m_app.main()->recovery()->print()->setPrinter(nullptr);
    m_app.main()->scan()->setCameras(nullptr);
    m_app.main()->recovery()->confirm()->setSystem(nullptr);
    m_app.main()->renewal()->confirm()->setSystem(nullptr);
    m_app.applyState(fixtures::account(Phase::Ready));
    m_app.main()->applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
    m_app.main()->applySync(fixtures::sync(core::SyncState::Phase::UpToDate));
    m_app.main()->profile()->applyProfile(fixtures::profile());
}

void Fixture::signedOut()
{
    m_app.applyState(fixtures::account(Phase::LoggedOut));
}

void Fixture::failed()
{
    m_app.applyError(fixtures::error(core::ErrorCode::KeyStoreLocked));
}

void Fixture::openConversation(int count)
{
    QList<TimelineItem> items;
    for (int i = 1; i <= count; ++i)
        items.append(message(u"m%1"_s.arg(i), QString::number(i)));
    m_rows = count;
    m_older = 0;
    const core::RoomId room = fixtures::practice().id;
    m_app.main()->openRoom(room.toString());
    m_app.main()->room()->applyState(room, fixtures::stateOf(fixtures::practice()));
    m_app.main()->room()->applyDiffs(room, {core::ResetItems<TimelineItem>{items}});
}

void Fixture::openOther()
{
    m_app.main()->openRoom(fixtures::roomId("amira").toString());
}

void Fixture::openInvitation()
{
    m_app.main()->openRoom(fixtures::invitation().id.toString());
}

void Fixture::receive(const QString& text)
{
    m_app.main()->room()->applyDiffs(fixtures::practice().id,
                                     {core::InsertItems<TimelineItem>{m_rows, {message(u"n%1"_s.arg(m_rows), text)}}});
    ++m_rows;
}

void Fixture::receiveUnreadable()
{
    TimelineItem unreadable = message(u"n%1"_s.arg(m_rows), {});
    unreadable.kind = TimelineItem::Kind::Undecryptable;
    unreadable.reason = TimelineItem::Reason::MissingKey;
    m_app.main()->room()->applyDiffs(fixtures::practice().id, {core::InsertItems<TimelineItem>{m_rows, {unreadable}}});
    ++m_rows;
}

void Fixture::fetchOlder(int count)
{
    QList<TimelineItem> items;
    for (int i = count; i > 0; --i)
        items.append(message(u"o%1"_s.arg(m_older + i), u"older %1"_s.arg(m_older + i)));
    m_older += count;
    m_rows += count;
    m_app.main()->room()->applyDiffs(fixtures::practice().id, {core::InsertItems<TimelineItem>{0, items}});
}

void Fixture::keyStoreHas(bool code)
{
    const auto user = fixtures::keySheet().user;
    m_vault.entries.clear();
    if (code)
        m_vault.entries.insert(user.toString(), fixtures::keyCode()->bytes().toByteArray());
    m_app.main()->recovery()->kept()->setAccount(user);
    m_app.main()->recovery()->kept()->setVault(&m_vault);
}

void Fixture::recoveryIs(ui::RecoveryViewModel::Phase phase, int restored)
{
    m_app.main()->recovery()->applyState(fixtures::recovery(static_cast<core::RecoveryState::Phase>(phase), restored, 5'000));
}

void Fixture::found(const QList<int>& findings, int repair)
{
    QList<core::HealthFinding> list;
    for (const int finding : findings)
        list.append(static_cast<core::HealthFinding>(finding));
    auto state = fixtures::findings(list);
    state.repair = static_cast<core::RepairState>(repair);
    m_app.main()->recovery()->applyState(state);
}

void Fixture::checkEnds(bool done)
{
    m_app.main()->recovery()->health()->applyCheckEnded(done);
}

void Fixture::handoverIs(int handover, bool hasOtherDevice)
{
    auto state = fixtures::recovery(core::RecoveryState::Phase::NeedsCode);
    state.handover = static_cast<core::Handover>(handover);
    if (!hasOtherDevice)
        state.otherDevices.clear();
    m_app.main()->recovery()->applyState(state);
}

void Fixture::restoreEnds(int outcome)
{
    m_app.main()->recovery()->applyOutcome(static_cast<core::RestoreOutcome>(outcome));
}

void Fixture::systemAsks()
{
    m_app.main()->recovery()->confirm()->setSystem(&m_confirmation);
    m_app.main()->renewal()->confirm()->setSystem(&m_confirmation);
}

void Fixture::cameraIs(bool there)
{
    m_app.main()->scan()->setCameras(&m_cameras);
    m_app.main()->scan()->look();
    m_cameras.setThere(there);
}

void Fixture::cameraSees(const QString& code)
{
    QImage frame(640, 480, QImage::Format_Grayscale8);
    frame.fill(Qt::white);
    QPainter painter(&frame);
    if (!code.isEmpty())
        ui::QrCode::of(code.toUtf8(), ui::QrCode::Correction::Medium).paint(painter, QRect(120, 40, 400, 400));
    painter.end();
    m_cameras.show(frame);
}

void Fixture::canPrint()
{
    m_app.main()->recovery()->print()->setPrinter(&m_printer);
    m_app.main()->recovery()->print()->look();
}

void Fixture::keysHavePassword()
{
    auto state = fixtures::recovery(core::RecoveryState::Phase::NeedsCode);
    state.takesPassphrase = true;
    m_app.main()->recovery()->applyState(state);
}

void Fixture::passwordEnds(int outcome)
{
    m_app.main()->recovery()->passphrase()->applyEnd(static_cast<core::RestoreOutcome>(outcome));
}

void Fixture::giveCode()
{
    m_app.main()->recovery()->applyCode(fixtures::keyCode(), fixtures::keySheet());
}

void Fixture::verificationIs(int phase, bool isOurs)
{
    m_app.main()->verification()->apply({fixtures::verification(static_cast<core::VerificationState::Phase>(phase), isOurs)});
}

void Fixture::verificationCancelled(const QString& code, bool isByUs, bool isOurs)
{
    m_app.main()->verification()->apply({fixtures::cancelled(code, isByUs, isOurs)});
}

void Fixture::showDevices()
{
    m_app.main()->showDevices();
    m_app.main()->devices()->applyState(fixtures::devices());
}

bool Fixture::dragFiles(QQuickItem* item, const QList<QUrl>& files, bool drop)
{
    QQuickWindow* window = item->window();
    const QPoint middle(window->width() / 2, window->height() / 2);
    QMimeData data;
    data.setUrls(files);
    const Qt::DropActions offered = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(middle, offered, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &enter);
    const bool taken = enter.isAccepted() && enter.dropAction() == Qt::CopyAction;
    if (drop && taken) {
        QDropEvent dropped(middle, offered, &data, Qt::LeftButton, Qt::NoModifier);
        dropped.setDropAction(Qt::MoveAction); // what a file manager proposes
        QCoreApplication::sendEvent(window, &dropped);
        return dropped.isAccepted() && dropped.dropAction() == Qt::CopyAction;
    }
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(window, &leave);
    return taken;
}

void Fixture::failNewest()
{
    TimelineItem item = message(u"failed"_s, u"nicht gesendet"_s);
    item.own = true;
    item.sendState = TimelineItem::SendState::Failed;
    item.failure = static_cast<int>(core::ErrorCode::Network);
    item.transactionId = u"t"_s;
    m_app.main()->room()->applyDiffs(fixtures::practice().id, {core::InsertItems<TimelineItem>{m_rows, {item}}});
    ++m_rows;
}
