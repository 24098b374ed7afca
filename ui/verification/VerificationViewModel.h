#pragma once

#include "core/services/verification/VerificationService.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/profile/AccountOwner.h"
#include "ui/recovery/CodeFileReader.h"
#include "ui/recovery/QrCode.h"
#include "ui/verification/SasPicture.h"
#include "ui/verification/VerificationNotice.h"
#include "ui/verification/VerificationWords.h"

#include <QObject>
#include <QSet>
#include <QtQml/qqml.h>

#include <functional>
#include <optional>

namespace ui {

/// Confirming that two devices are both the person's, or that keys are those of another person: asking, being asked, comparing,
/// and how it ended (product B6).
///
/// One verification is in front of the person at a time. A request never takes the window (S-37): it waits as `requestText` until
/// the person says yes or no, and if it goes away meanwhile, `noticeText` says so.
class VerificationViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(bool open READ open NOTIFY openChanged)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(bool isPerson READ isPerson NOTIFY changed)
    Q_PROPERTY(QString accountText READ accountText NOTIFY ownerChanged)
    Q_PROPERTY(QString accountSpoken READ accountSpoken NOTIFY ownerChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed)
    Q_PROPERTY(QString personText READ personText NOTIFY changed)
    Q_PROPERTY(QString until READ until NOTIFY changed)
    Q_PROPERTY(QList<ui::SasPicture> pictures READ pictures NOTIFY comparedChanged)
    Q_PROPERTY(QStringList pictureNames READ pictureNames NOTIFY comparedChanged)
    Q_PROPERTY(QStringList numbers READ numbers NOTIFY comparedChanged)
    Q_PROPERTY(QStringList numbersSpoken READ numbersSpoken NOTIFY comparedChanged)
    Q_PROPERTY(ui::QrCode qr READ qr NOTIFY comparedChanged)
    Q_PROPERTY(bool canCompare READ canCompare NOTIFY changed)
    Q_PROPERTY(bool canShow READ canShow NOTIFY changed)
    Q_PROPERTY(bool canScan READ canScan NOTIFY changed)
    Q_PROPERTY(bool reading READ reading NOTIFY changed)
    Q_PROPERTY(ui::ErrorText trouble READ trouble NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(bool alarming READ alarming NOTIFY changed)
    Q_PROPERTY(bool devicesMatter READ devicesMatter NOTIFY changed)
    Q_PROPERTY(QString requestText READ requestText NOTIFY changed)
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY changed)
    Q_PROPERTY(bool noticeIsBad READ noticeIsBad NOTIFY changed)
public:
    /// What is in front of the person.
    enum class Step {
        None,
        Asking,    ///< the other device has not said yes yet
        Preparing, ///< the two devices exchange keys
        Choosing,  ///< how to compare
        Comparing, ///< the same pictures, or numbers?
        Scanned,   ///< the other device has read our code: does it show that all went well?
        Waiting,   ///< for the yes at the other device
        Signing,   ///< the server is being told
        Ended,     ///< `done`, or `failure`
    };
    Q_ENUM(Step)

    /// `format` must outlive this.
    explicit VerificationViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session; null lets go of it and forgets everything.
    void setService(core::VerificationService* service);
    void setOwner(const AccountOwner& owner);
    /// Another language: texts made here are to be made anew.
    void refresh();

    /// There is a page to be shown.
    [[nodiscard]] bool open() const { return m_asking || m_current || m_refusal; }
    [[nodiscard]] Step step() const;
    [[nodiscard]] QString accountText() const { return m_owner.line(); }
    [[nodiscard]] QString accountSpoken() const { return m_owner.lineSpoken(); }
    /// Whether `name` is a person's and not a device's.
    [[nodiscard]] bool isPerson() const;
    /// What is compared with; never empty. Anybody may have chosen it.
    [[nodiscard]] QString name() const;
    /// Empty while no device has answered, and for persons.
    [[nodiscard]] QString deviceId() const;
    /// Who the other person is, with the address: anybody may take any name. Empty for devices.
    [[nodiscard]] QString personText() const;
    /// When it ends by itself; empty if it does not.
    [[nodiscard]] QString until() const;
    /// Seven, or none.
    [[nodiscard]] QList<SasPicture> pictures() const;
    /// Their names with their places: "1. Umbrella".
    [[nodiscard]] QStringList pictureNames() const;
    /// Three, or none.
    [[nodiscard]] QStringList numbers() const;
    /// Digit by digit (A19).
    [[nodiscard]] QStringList numbersSpoken() const;
    [[nodiscard]] QrCode qr() const;
    [[nodiscard]] bool canCompare() const { return m_current && m_current->state.canCompare; }
    [[nodiscard]] bool canShow() const { return m_current && !m_current->state.qrCode.isEmpty(); }
    [[nodiscard]] bool canScan() const { return m_current && m_current->state.canScan; }
    /// A file is being looked through for a code.
    [[nodiscard]] bool reading() const { return m_reader.isBusy(); }
    /// Something did not work, but the verification goes on.
    [[nodiscard]] ErrorText trouble() const { return m_trouble ? m_trouble() : ErrorText{}; }
    [[nodiscard]] bool done() const { return end() == VerificationEnd::Done; }
    [[nodiscard]] ErrorText failure() const;
    /// Somebody may be in between.
    [[nodiscard]] bool alarming() const { return VerificationWords::isAlarming(end()); }
    /// The list of devices is where to go on.
    [[nodiscard]] bool devicesMatter() const { return !isPerson() && (alarming() || end() == VerificationEnd::UnknownDevice); }
    /// A device or a person asks; empty if none does, or while something else is in front of the person.
    [[nodiscard]] QString requestText() const;
    /// What became of a request, or of a verification that the person has left; empty if there is nothing to say.
    [[nodiscard]] QString noticeText() const;
    /// What the person wanted has not worked.
    [[nodiscard]] bool noticeIsBad() const { return m_notice && m_notice->fate == VerificationNotice::Fate::Refused; }

    Q_INVOKABLE void acceptRequest();
    Q_INVOKABLE void refuseRequest();
    Q_INVOKABLE void dismissNotice();
    /// Asks this device.
    Q_INVOKABLE void request(const QString& device);
    /// Asks all other devices of the account.
    Q_INVOKABLE void requestAll();
    /// Asks a person in the chat with them. `name`: as the chat shows it, until the core has answered.
    Q_INVOKABLE void requestPerson(const QString& user, const QString& name);
    Q_INVOKABLE void comparePictures();
    /// Reads the code that the other device shows from a picture, in another thread.
    Q_INVOKABLE void scanFiles(const QList<QUrl>& files);
    /// Both show the same; or the other device shows that all went well.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void deny();
    /// Leaves the page. What runs is cancelled, except what both sides have said yes to.
    Q_INVOKABLE void leave();
    /// Asks the same device or person once more.
    Q_INVOKABLE void retry();

    using Trouble = std::function<ErrorText()>; // words in the language of the moment

    /// `content`: what a picture has shown. What is wrong with it is `trouble`.
    void applyScanned(const crypto::SecretBytes& content);
    /// `content`: what a camera has shown. Goes on with it, or says what is wrong with it.
    [[nodiscard]] Trouble tryScanned(const crypto::SecretBytes& content);

public Q_SLOTS:
    void apply(const QList<core::ShownVerification>& verifications);
    void applyFailed(const core::Error& error);

Q_SIGNALS:
    void changed();
    void openChanged();
    void comparedChanged();
    void ownerChanged();

private:
    /// Another person, or own devices: all of them if there is none in the list.
    struct Asked {
        QList<core::DeviceId> devices;
        core::UserId person;
        QString name = {}; ///< of the person

        [[nodiscard]] bool isFor(const core::VerificationState& state) const;
    };
    void ask(const Asked& asked);
    [[nodiscard]] const core::ShownVerification* waitingFor(const Asked& asked) const;
    void act(core::VerificationAction action);
    void sendAct(const QString& transaction, core::VerificationAction action);
    void accept(const core::ShownVerification& request);
    void resume(const core::ShownVerification& running);
    [[nodiscard]] const core::ShownVerification* runningWith(const core::UserId& person) const;
    void setTrouble(const Trouble& trouble);
    void takeOwn(const QList<core::ShownVerification>& before);
    void followCurrent();
    void noteEnds(const QList<core::ShownVerification>& before);
    void noteEnd(const core::ShownVerification& waited);
    void noteLeft(const core::ShownVerification& left);
    void putAway();
    void change(const std::function<void()>& work);
    [[nodiscard]] bool isWaiting(const core::ShownVerification& verification) const;
    [[nodiscard]] const core::ShownVerification* firstRequest() const;
    [[nodiscard]] const core::ShownVerification* find(const QString& transaction) const;
    [[nodiscard]] VerificationEnd end() const;
    static QString nameOf(const core::ShownVerification& verification);

    const Format& m_format;
    core::VerificationService* m_service = nullptr;
    AccountOwner m_owner;
    QList<core::ShownVerification> m_all;
    std::optional<core::ShownVerification> m_current;                                    // in front of the person, as it was last
    core::VerificationState::Phase m_before = core::VerificationState::Phase::Requested; // of m_current
    bool m_lost = false;                  // the core does not know m_current any more
    bool m_asking = false;                // the next one that is ours becomes m_current
    Asked m_asked;                        // last
    std::optional<Asked> m_dropNext;      // the person has left before it was there
    std::optional<core::Error> m_refusal; // nobody could be asked
    Trouble m_trouble;
    QSet<QString> m_refused; // transactions that the person does not want
    QSet<QString> m_left;    // while they were being signed
    std::optional<VerificationNotice> m_notice;
    CodeFileReader m_reader;
};

} // namespace ui
