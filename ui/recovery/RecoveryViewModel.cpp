#include "ui/recovery/RecoveryViewModel.h"

#include "ui/common/Post.h"
#include "ui/recovery/CodeCharacters.h"
#include "ui/recovery/RestoreWords.h"

#include <QFileInfo>

#include <utility>

namespace ui {

using CorePhase = core::RecoveryState::Phase;
using core::RestoreOutcome;

RecoveryViewModel::RecoveryViewModel(const Format& format, QObject* parent, std::chrono::milliseconds shownFor,
                                     std::chrono::milliseconds readFor)
    : QObject(parent)
    , m_format(format)
    , m_health(format)
    , m_print([this] { return document(); }, nullptr)
    , m_reader(nullptr, readFor)
{
    connect(&m_print, &PrintViewModel::printed, this, &RecoveryViewModel::keepSheet);
    connect(&m_health, &HealthViewModel::codeWanted, this, &RecoveryViewModel::openWelcome);
    connect(&m_passphrase, &PassphraseViewModel::changed, this, &RecoveryViewModel::changed);
    m_coverTimer.setSingleShot(true);
    m_coverTimer.setInterval(shownFor);
    connect(&m_coverTimer, &QTimer::timeout, this, &RecoveryViewModel::cover);
    connect(&m_check, &SheetCheckViewModel::compared, this, [this](bool isRight) {
        if (isRight)
            keepSheet();
        cover();
    });
}

RecoveryViewModel::~RecoveryViewModel() = default;

void RecoveryViewModel::setService(core::RecoveryService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    ++m_attempt;
    m_busy = false;
    m_reader.stop();
    m_offered = m_wantsCode = false;
    m_result = {};
    m_state = {};
    m_health.setService(service);
    m_kept.setService(service);
    m_passphrase.setService(service);
    forgetCode();
    setPage(Page::None);
    Q_EMIT changed();
    if (!m_service)
        return;
    connect(m_service, &core::RecoveryService::changed, this, &RecoveryViewModel::applyState);
    connect(m_service, &core::RecoveryService::restoreEnded, this, &RecoveryViewModel::applyOutcome);
    connect(m_service, &core::RecoveryService::codeRevealed, this, &RecoveryViewModel::applyCode);
    post(m_service, [](core::RecoveryService& recovery) { recovery.load(); });
}

void RecoveryViewModel::setOwner(const AccountOwner& owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    Q_EMIT sheetChanged();
}

void RecoveryViewModel::refresh()
{
    m_health.refresh();
    m_check.refresh();
    m_kept.refresh();
    m_passphrase.refresh();
    Q_EMIT changed();
    Q_EMIT sheetChanged();
}

QString RecoveryViewModel::progressText() const
{
    const auto number = [this](qint64 count) { return m_format.locale().toString(count); };
    switch (m_state.phase) {
    case CorePhase::Unknown:
        return {};
    case CorePhase::SettingUp:
        //% "Your key sheet is being prepared …"
        return qtTrId("recovery.settingUp");
    case CorePhase::NeedsCode:
        //% "Your earlier chats cannot be read on this device yet."
        return qtTrId("recovery.needsCode");
    case CorePhase::Restoring:
        if (m_state.keysInBackup > 0)
            //% "Keys brought back so far: %1 of %2. The newest chats come first."
            return qtTrId("recovery.restoringOf").arg(number(m_state.restoredKeys), number(m_state.keysInBackup));
        //% "Keys brought back so far: %1. The newest chats come first."
        return qtTrId("recovery.restoring").arg(number(m_state.restoredKeys));
    case CorePhase::Ready:
        break;
    }
    if (m_state.backupIsMissing)
        //% "New keys are not being saved at the moment. Your chats stay readable on this device."
        return qtTrId("recovery.notSaved");
    if (m_state.keysToBackUp > 0)
        //% "Keys that are not saved yet: %1. This goes on by itself."
        return qtTrId("recovery.toSave").arg(number(m_state.keysToBackUp));
    const QString when = m_format.moment(m_state.lastBackup);
    if (when.isEmpty())
        //% "All keys of your chats are saved."
        return qtTrId("recovery.allSaved");
    //% "All keys of your chats are saved. Last saved: %1."
    return qtTrId("recovery.allSavedAt").arg(when);
}

qreal RecoveryViewModel::progress() const
{
    if (m_state.phase != CorePhase::Restoring || m_state.keysInBackup <= 0)
        return -1;
    return std::clamp(static_cast<qreal>(m_state.restoredKeys) / static_cast<qreal>(m_state.keysInBackup), 0.0, 1.0);
}

bool RecoveryViewModel::restored() const
{
    const auto* outcome = std::get_if<RestoreOutcome>(&m_result);
    return outcome && (*outcome == RestoreOutcome::Restored || *outcome == RestoreOutcome::RestoredPartly);
}

QString RecoveryViewModel::restoredText() const
{
    if (m_state.restoredKeys <= 0)
        return {};
    //% "Keys brought back: %1."
    return qtTrId("recovery.restored").arg(m_format.locale().toString(m_state.restoredKeys));
}

ErrorText RecoveryViewModel::failure() const
{
    if (const auto* outcome = std::get_if<RestoreOutcome>(&m_result))
        return m_source == Source::Kept ? RestoreWords::ofKept(*outcome) : RestoreWords::of(*outcome);
    if (const auto* kind = std::get_if<CodeReader::Kind>(&m_result))
        return m_source == Source::Kept ? RestoreWords::ofKept(RestoreOutcome::NotACode) : RestoreWords::of(*kind);
    if (const auto* failure = std::get_if<CodeReader::Failure>(&m_result))
        return RestoreWords::of(*failure);
    return {};
}

bool RecoveryViewModel::codeIsWrong(Source source) const
{
    const auto* outcome = std::get_if<RestoreOutcome>(&m_result);
    const bool aboutCode = outcome ? RestoreWords::isAboutCode(*outcome) : std::holds_alternative<CodeReader::Kind>(m_result);
    return m_source == source && aboutCode;
}

bool RecoveryViewModel::failureIsAboutCode() const
{
    return codeIsWrong(Source::Typed);
}

bool RecoveryViewModel::keptCodeIsWrong() const
{
    return codeIsWrong(Source::Kept);
}

RecoveryViewModel::Handover RecoveryViewModel::handover() const
{
    const bool waits = m_state.handover == core::Handover::Waiting || m_state.handover == core::Handover::Silent;
    return m_wantsCode && waits ? Handover::None : static_cast<Handover>(m_state.handover);
}

ErrorText RecoveryViewModel::handoverEnd() const
{
    const bool isSilent = m_state.handover == core::Handover::Silent;
    return m_wantsCode && isSilent ? ErrorText() : RestoreWords::of(m_state.handover);
}

QString RecoveryViewModel::otherDeviceText() const
{
    constexpr qsizetype most = 3;
    if (m_state.otherDevices.isEmpty())
        //% "Not possible: there is no other device that you have confirmed."
        return qtTrId("restore.device.none");
    QStringList names;
    for (const QString& name : m_state.otherDevices.first(std::min(most, m_state.otherDevices.size())))
        names.append(Format::isolated(name));
    //: %1 are names of devices
    //% "Hold one of these ready: %1."
    return qtTrId("restore.device.which").arg(names.join(QStringLiteral(", ")));
}

bool RecoveryViewModel::codeHelps() const
{
    return m_state.phase == CorePhase::NeedsCode || (m_state.backupIsMissing && core::takesCode(m_state));
}

RecoveryViewModel::Sheet RecoveryViewModel::sheet() const
{
    return m_code ? Sheet::Shown : m_fetching ? Sheet::Fetching : Sheet::Covered;
}

QStringList RecoveryViewModel::groups() const
{
    return m_code ? KeySheetDocument::groups(m_code->bytes()) : QStringList();
}

QStringList RecoveryViewModel::groupsSpoken() const
{
    QStringList spoken = groups();
    for (QString& group : spoken)
        group = KeySheetDocument::spoken(group);
    return spoken;
}

QString RecoveryViewModel::created() const
{
    if (!m_code || !m_facts.created.isKnown())
        return {};
    return m_format.locale().toString(m_facts.created.toLocalTime().date(), qtTrId("format.dateWithYear"));
}

QString RecoveryViewModel::suggestedFileName() const
{
    return KeySheetDocument::suggestedFileName();
}

void RecoveryViewModel::setPage(Page page)
{
    if (page == m_page)
        return;
    m_page = page;
    Q_EMIT pageChanged();
}

void RecoveryViewModel::remindLater()
{
    post(m_service, [](core::RecoveryService& recovery) { recovery.remindLater(); });
}

void RecoveryViewModel::openWelcome()
{
    edited(); // how an attempt has ended before is no news
    setPage(Page::Welcome);
}

void RecoveryViewModel::openSheet()
{
    m_print.look();
    setPage(Page::KeySheet);
}

void RecoveryViewModel::leave()
{
    if (m_page == Page::KeySheet)
        m_kept.keepIfWanted();
    forgetCode();
    if (!m_busy) {
        m_result = {};
        Q_EMIT changed();
    }
    setPage(Page::None);
}

void RecoveryViewModel::useOtherDevice()
{
    m_wantsCode = false;
    Q_EMIT changed();
    Q_EMIT otherDeviceWanted();
}

void RecoveryViewModel::useCodeInstead()
{
    m_wantsCode = true;
    Q_EMIT changed();
}

void RecoveryViewModel::restoreTyped(const QString& text)
{
    if (m_busy)
        return;
    ++m_attempt;
    m_source = Source::Typed;
    m_result = {};
    tryCode(charactersOf(text));
}

void RecoveryViewModel::restoreFromImage(const QUrl& file)
{
    restoreFromFiles({file});
}

void RecoveryViewModel::restoreFromFiles(const QList<QUrl>& files)
{
    if (m_busy || files.isEmpty())
        return;
    ++m_attempt;
    m_source = Source::File;
    m_busy = true;
    m_result = {};
    m_reader.read(files, [this](CodeFileReader::Content content) {
        if (!content)
            return finish(content.error());
        const auto kind = CodeReader::classify(content->bytes());
        if (kind != CodeReader::Kind::Key)
            return finish(kind);
        tryCode(std::move(*content));
    });
    Q_EMIT changed();
}

void RecoveryViewModel::restoreScanned(const crypto::SecretBytes& code)
{
    if (m_busy)
        return;
    ++m_attempt;
    m_source = Source::File;
    m_result = {};
    tryCode(code.copy());
}

void RecoveryViewModel::restoreKept()
{
    if (m_busy)
        return;
    m_source = Source::Kept;
    m_busy = true;
    m_result = {};
    Q_EMIT changed();
    m_kept.take([this, attempt = ++m_attempt](core::Result<crypto::SecretBytes> code) {
        if (attempt != m_attempt)
            return;
        if (!code)
            return finish({}); // what is wrong with the key store stands beside the choice
        tryCode(std::move(*code));
    });
}

void RecoveryViewModel::tryCode(crypto::SecretBytes code)
{
    if (code.isEmpty())
        return finish(RestoreOutcome::NotACode);
    // What is recognised as something else gets its own name; what is only misspelt is for the core to judge.
    const auto kind = CodeReader::classify(code.bytes());
    if (kind != CodeReader::Kind::Key && kind != CodeReader::Kind::Other)
        return finish(kind);
    m_busy = true;
    Q_EMIT changed();
    post(m_service, [shared = std::make_shared<crypto::SecretBytes>(std::move(code))](core::RecoveryService& recovery) {
        recovery.restore(shared);
    });
}

void RecoveryViewModel::edited()
{
    if (m_busy || std::holds_alternative<std::monostate>(m_result))
        return;
    m_result = {};
    Q_EMIT changed();
}

void RecoveryViewModel::finish(const Result& result)
{
    m_busy = false;
    m_result = result;
    Q_EMIT changed();
}

void RecoveryViewModel::reveal()
{
    if (m_page == Page::KeySheet && !m_fetching && !m_code)
        m_confirm.ask([this] { fetchCode(); });
}

void RecoveryViewModel::fetchCode()
{
    m_fetching = true;
    Q_EMIT sheetChanged();
    post(m_service, [](core::RecoveryService& recovery) { recovery.revealCode(); });
    m_kept.keepIfWanted();
}

void RecoveryViewModel::cover()
{
    m_coverTimer.stop();
    m_fetching = false;
    m_code.reset();
    m_qr = {};
    Q_EMIT sheetChanged();
}

void RecoveryViewModel::showLonger()
{
    if (m_code)
        m_coverTimer.start();
}

std::shared_ptr<const KeySheetDocument> RecoveryViewModel::document() const
{
    return m_code ? std::make_shared<const KeySheetDocument>(m_owner, m_facts, m_code, m_format.locale()) : nullptr;
}

void RecoveryViewModel::saveTo(const QUrl& file)
{
    const auto sheet = document();
    if (!sheet)
        return;
    const QString path = file.toLocalFile();
    const auto result = sheet->save(path);
    m_save = result == KeySheetDocument::Result::Saved    ? Save::Saved
             : result == KeySheetDocument::Result::NoRoom ? Save::NoRoom
                                                          : Save::Failed;
    m_savedAs = QFileInfo(path).fileName();
    if (m_save == Save::Saved)
        keepSheet();
    Q_EMIT sheetChanged();
}

void RecoveryViewModel::keepSheet()
{
    post(m_service, [](core::RecoveryService& recovery) { recovery.sheetIsKept(); });
}

void RecoveryViewModel::forgetCode()
{
    m_check.forget();
    m_save = Save::NotYet;
    m_savedAs.clear();
    m_facts = {};
    m_print.forget();
    m_confirm.forget();
    cover();
}

void RecoveryViewModel::applyState(const core::RecoveryState& state)
{
    const auto before = std::exchange(m_state, state);
    m_health.applyState(state);
    m_kept.applyState(state);
    m_passphrase.applyState(state);
    if (!state.codeIsHere && (m_code || m_fetching || m_confirm.isAsking()))
        forgetCode();
    if (state.handover == core::Handover::None)
        m_wantsCode = false;
    Q_EMIT changed();
    const bool wanted = state.phase == CorePhase::NeedsCode || state.phase == CorePhase::Restoring;
    if (wanted && !m_offered && before.phase != CorePhase::Ready) {
        m_offered = true;
        setPage(Page::Welcome);
    }
    // Nothing is left to do here. How restoring has ended is said first.
    const bool waits = busy() || !std::holds_alternative<std::monostate>(m_result) || before.phase == CorePhase::Restoring;
    if (state.phase == CorePhase::Ready && before.phase != CorePhase::Ready && m_page == Page::Welcome && !waits)
        setPage(Page::None);
}

void RecoveryViewModel::applyOutcome(RestoreOutcome outcome)
{
    m_kept.applyOutcome(outcome);
    m_passphrase.applyRestored(outcome);
    // Of something that nobody looks at: a repair, or what goes on in the background.
    if (!m_busy && m_page != Page::Welcome)
        return;
    finish(outcome);
}

void RecoveryViewModel::applyCode(const std::shared_ptr<crypto::SecretBytes>& code, const core::KeySheetFacts& facts)
{
    if (!code || code->isEmpty())
        return;
    m_kept.applyCode(*code);
    if (!m_fetching)
        return;
    m_fetching = false;
    m_code = std::make_shared<const crypto::SecretBytes>(withoutSpaces(*code));
    m_facts = facts;
    m_qr = QrCode::of(m_code->bytes(), QrCode::Correction::Medium);
    m_check.expect(*m_code);
    m_coverTimer.start();
    Q_EMIT sheetChanged();
}

} // namespace ui
