#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "ui/common/ConfirmViewModel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/profile/AccountOwner.h"
#include "ui/recovery/CodeFileReader.h"
#include "ui/recovery/HealthViewModel.h"
#include "ui/recovery/KeptCodeViewModel.h"
#include "ui/recovery/PassphraseViewModel.h"
#include "ui/recovery/PrintViewModel.h"
#include "ui/recovery/QrCode.h"
#include "ui/recovery/SheetCheckViewModel.h"

#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <variant>

namespace ui {

/// Bringing the chats back with the key sheet, and showing, saving and checking the sheet.
///
/// The code is in memory only while the sheet is shown or printed, and of what was typed nothing is kept here. What QML displays
/// are strings that Qt does not wipe; they go with the picture of them.
class RecoveryViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(ui::HealthViewModel* health READ health CONSTANT)
    Q_PROPERTY(ui::KeptCodeViewModel* kept READ kept CONSTANT)
    Q_PROPERTY(ui::PrintViewModel* print READ print CONSTANT)
    Q_PROPERTY(ui::PassphraseViewModel* passphrase READ passphrase CONSTANT)
    Q_PROPERTY(ui::ConfirmViewModel* confirm READ confirm CONSTANT)
    Q_PROPERTY(ui::SheetCheckViewModel* check READ check CONSTANT)
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool restored READ restored NOTIFY changed)
    Q_PROPERTY(QString restoredText READ restoredText NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(bool failureIsAboutCode READ failureIsAboutCode NOTIFY changed)
    Q_PROPERTY(bool keptCodeIsWrong READ keptCodeIsWrong NOTIFY changed)
    Q_PROPERTY(Handover handover READ handover NOTIFY changed)
    Q_PROPERTY(ui::ErrorText handoverEnd READ handoverEnd NOTIFY changed)
    Q_PROPERTY(bool otherDeviceOffered READ otherDeviceOffered NOTIFY changed)
    Q_PROPERTY(QString otherDeviceText READ otherDeviceText NOTIFY changed)
    Q_PROPERTY(bool codeIsHere READ codeIsHere NOTIFY changed)
    Q_PROPERTY(Sheet sheet READ sheet NOTIFY sheetChanged)
    Q_PROPERTY(QStringList groups READ groups NOTIFY sheetChanged)
    Q_PROPERTY(QStringList groupsSpoken READ groupsSpoken NOTIFY sheetChanged)
    Q_PROPERTY(ui::QrCode qr READ qr NOTIFY sheetChanged)
    Q_PROPERTY(bool remindOfSheet READ remindOfSheet NOTIFY changed)
    Q_PROPERTY(QString owner READ owner NOTIFY sheetChanged)
    Q_PROPERTY(QString accountText READ accountText NOTIFY sheetChanged)
    Q_PROPERTY(QString accountSpoken READ accountSpoken NOTIFY sheetChanged)
    Q_PROPERTY(QString address READ address NOTIFY sheetChanged)
    Q_PROPERTY(QString created READ created NOTIFY sheetChanged)
    Q_PROPERTY(QString mark READ mark NOTIFY sheetChanged)
    Q_PROPERTY(Save save READ save NOTIFY sheetChanged)
    Q_PROPERTY(QString savedAs READ savedAs NOTIFY sheetChanged)
    Q_PROPERTY(QString suggestedFileName READ suggestedFileName NOTIFY sheetChanged)
public:
    /// As core::RecoveryState::Phase.
    enum class Phase { Unknown, SettingUp, NeedsCode, Restoring, Ready };
    Q_ENUM(Phase)
    /// As core::Handover.
    enum class Handover { None, Waiting, Silent, Incomplete, WrongKey };
    Q_ENUM(Handover)
    /// What stands in front of the chats.
    enum class Page { None, Welcome, KeySheet };
    Q_ENUM(Page)
    enum class Sheet { Covered, Fetching, Shown };
    Q_ENUM(Sheet)
    enum class Save { NotYet, Saved, Failed, NoRoom };
    Q_ENUM(Save)

    static constexpr std::chrono::minutes coveredAfter{2};

    /// `format` must outlive this. The sheet is covered again after `shownFor` (S-51); a file that takes
    /// longer to read than `readFor` is given up.
    explicit RecoveryViewModel(const Format& format, QObject* parent = nullptr, std::chrono::milliseconds shownFor = coveredAfter,
                               std::chrono::milliseconds readFor = CodeFileReader::givenUpAfter);
    ~RecoveryViewModel() override;

    /// Connects to the service of a new session and asks it for the state; null lets go of it and forgets everything.
    void setService(core::RecoveryService* service);
    void setOwner(const AccountOwner& owner);
    /// Another language: texts made here are to be made anew.
    void refresh();

    [[nodiscard]] HealthViewModel* health() { return &m_health; }
    [[nodiscard]] KeptCodeViewModel* kept() { return &m_kept; }
    [[nodiscard]] PrintViewModel* print() { return &m_print; }
    [[nodiscard]] PassphraseViewModel* passphrase() { return &m_passphrase; }
    [[nodiscard]] ConfirmViewModel* confirm() { return &m_confirm; }
    [[nodiscard]] SheetCheckViewModel* check() { return &m_check; }
    [[nodiscard]] Phase phase() const { return static_cast<Phase>(m_state.phase); }
    [[nodiscard]] Page page() const { return m_page; }
    /// How it stands, in one or two sentences with numbers; empty if it is not known.
    [[nodiscard]] QString progressText() const;
    /// From 0 to 1 while restoring; negative if the end is not known.
    [[nodiscard]] qreal progress() const;
    /// A code is being read or tried, or a password.
    [[nodiscard]] bool busy() const { return m_busy || m_passphrase.busy(); }
    /// An attempt has brought the chats back, perhaps with some keys left out: then `failure` says so.
    [[nodiscard]] bool restored() const;
    /// How many keys are back; empty if none.
    [[nodiscard]] QString restoredText() const;
    /// How the last attempt has ended; null while none has, or when all went well.
    [[nodiscard]] ErrorText failure() const;
    /// What was typed is the reason: it is said beside the field.
    [[nodiscard]] bool failureIsAboutCode() const;
    /// What the key store of this device has opens nothing any more: it can go.
    [[nodiscard]] bool keptCodeIsWrong() const;
    /// Whether another device is sending the keys; None once the person would rather use a code.
    [[nodiscard]] Handover handover() const;
    /// Why what another device has sent is not enough; null otherwise.
    [[nodiscard]] ErrorText handoverEnd() const;
    /// There is a confirmed device that could send the keys.
    [[nodiscard]] bool otherDeviceOffered() const { return !m_state.otherDevices.isEmpty(); }
    /// Which ones, or why there is none.
    [[nodiscard]] QString otherDeviceText() const;
    /// The backup is not connected, and a code would do that.
    [[nodiscard]] bool codeHelps() const;
    [[nodiscard]] bool codeIsHere() const { return m_state.codeIsHere; }
    /// It is time to ask whether the person has the sheet on paper.
    [[nodiscard]] bool remindOfSheet() const { return m_state.remindOfSheet; }
    /// Not now: asked again in a day, a week, a month.
    Q_INVOKABLE void remindLater();

    [[nodiscard]] Sheet sheet() const;
    [[nodiscard]] QStringList groups() const;
    [[nodiscard]] QStringList groupsSpoken() const;
    [[nodiscard]] QrCode qr() const { return m_qr; }
    [[nodiscard]] QString owner() const { return m_owner.name; }
    [[nodiscard]] QString accountText() const { return m_owner.line(); }
    [[nodiscard]] QString accountSpoken() const { return m_owner.lineSpoken(); }
    [[nodiscard]] QString address() const { return m_code ? m_facts.user.toString() : QString(); }
    [[nodiscard]] QString created() const;
    [[nodiscard]] QString mark() const { return m_code ? m_facts.shortKeyId : QString(); }
    [[nodiscard]] Save save() const { return m_save; }
    /// Name of the file, without its folder.
    [[nodiscard]] QString savedAs() const { return m_savedAs; }
    [[nodiscard]] QString suggestedFileName() const;

    Q_INVOKABLE void openWelcome();
    Q_INVOKABLE void openSheet();
    /// "Later": leaves the page. The sheet is covered, and what was wrong is forgotten.
    Q_INVOKABLE void leave();

    /// Another device is to send the keys, after a verification.
    Q_INVOKABLE void useOtherDevice();
    /// The person does not want to wait for the other device; what comes from it is taken all the same.
    Q_INVOKABLE void useCodeInstead();
    /// As typed or pasted; white space does not matter.
    Q_INVOKABLE void restoreTyped(const QString& text);
    /// Reads the picture or PDF in another thread.
    Q_INVOKABLE void restoreFromImage(const QUrl& file);
    /// What was dropped onto the page: must be one file.
    Q_INVOKABLE void restoreFromFiles(const QList<QUrl>& files);
    /// A key code that the camera has seen.
    void restoreScanned(const crypto::SecretBytes& code);
    /// Takes the code that the key store of this device keeps.
    Q_INVOKABLE void restoreKept();
    /// The person is changing the code: what was wrong with it does not count any more.
    Q_INVOKABLE void edited();

    /// Once the system has confirmed the person, if it can (S-51). Printing and saving need the sheet to be shown.
    Q_INVOKABLE void reveal();
    Q_INVOKABLE void cover();
    /// Starts the two minutes anew (A16).
    Q_INVOKABLE void showLonger();
    /// PDF, or the page for screen readers if the name ends with .html.
    Q_INVOKABLE void saveTo(const QUrl& file);

public Q_SLOTS:
    void applyState(const core::RecoveryState& state);
    void applyOutcome(core::RestoreOutcome outcome);
    /// Ignored unless it was asked for.
    void applyCode(const std::shared_ptr<crypto::SecretBytes>& code, const core::KeySheetFacts& facts);

Q_SIGNALS:
    void changed();
    void pageChanged();
    void sheetChanged();
    /// The own devices are to be asked for a verification.
    void otherDeviceWanted();

private:
    enum class Source { Typed, File, Kept };
    using Result = std::variant<std::monostate, core::RestoreOutcome, CodeReader::Kind, CodeReader::Failure>;

    [[nodiscard]] bool codeIsWrong(Source source) const;
    void setPage(Page page);
    void finish(const Result& result);
    void tryCode(crypto::SecretBytes code);
    void forgetCode();
    void fetchCode();
    void keepSheet();
    [[nodiscard]] std::shared_ptr<const KeySheetDocument> document() const;

    const Format& m_format;
    core::RecoveryService* m_service = nullptr;
    core::RecoveryState m_state;
    Page m_page = Page::None;
    HealthViewModel m_health;
    KeptCodeViewModel m_kept{nullptr};
    PrintViewModel m_print;
    PassphraseViewModel m_passphrase{nullptr};
    ConfirmViewModel m_confirm{nullptr};
    SheetCheckViewModel m_check{nullptr};
    bool m_offered = false;   // "welcome back" comes by itself once
    bool m_wantsCode = false; // and not wait for another device
    bool m_busy = false;
    int m_attempt = 0; // an answer to an older one does not count
    Result m_result;
    Source m_source = Source::File; // of the last attempt
    CodeFileReader m_reader;

    AccountOwner m_owner;
    bool m_fetching = false;
    std::shared_ptr<const crypto::SecretBytes> m_code; // without white space
    core::KeySheetFacts m_facts;
    QrCode m_qr;
    Save m_save = Save::NotYet;
    QString m_savedAs;
    QTimer m_coverTimer;
};

} // namespace ui
