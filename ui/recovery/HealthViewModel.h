#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "ui/common/Format.h"
#include "ui/recovery/HealthNotice.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// Whether the chats could be brought back: what the daily check has found, the one thing that helps, and how a check and a
/// repair go on and end (product B3, B4; S-46).
class HealthViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RecoveryViewModel")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString facts READ facts NOTIFY changed)
    Q_PROPERTY(bool fine READ fine NOTIFY changed)
    Q_PROPERTY(QList<ui::HealthNotice> findings READ findings NOTIFY findingsChanged)
    Q_PROPERTY(ui::HealthNotice urgent READ urgent NOTIFY findingsChanged)
    Q_PROPERTY(int others READ others NOTIFY findingsChanged)
    Q_PROPERTY(bool canCheck READ canCheck NOTIFY changed)
    Q_PROPERTY(bool checking READ checking NOTIFY changed)
    Q_PROPERTY(bool checked READ checked NOTIFY changed)
    Q_PROPERTY(ui::ErrorText checkFailure READ checkFailure NOTIFY changed)
    Q_PROPERTY(bool repairing READ repairing NOTIFY changed)
    Q_PROPERTY(bool repaired READ repaired NOTIFY changed)
    Q_PROPERTY(ui::ErrorText repairFailure READ repairFailure NOTIFY changed)
public:
    /// `format` must outlive this.
    explicit HealthViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session; null lets go of it and forgets everything. The state comes by applyState().
    void setService(core::RecoveryService* service);
    /// Another language: texts made here are to be made anew.
    void refresh();

    /// How it stands, in a few words.
    [[nodiscard]] QString title() const;
    /// When keys were saved last, and when all was checked last.
    [[nodiscard]] QString facts() const;
    /// All is saved, and the last check has found nothing.
    [[nodiscard]] bool fine() const;
    /// The worst first.
    [[nodiscard]] QList<HealthNotice> findings() const;
    /// The worst one that the person does not know of yet; null if there is none.
    [[nodiscard]] HealthNotice urgent() const;
    /// How many more there are.
    [[nodiscard]] int others() const;
    [[nodiscard]] bool canCheck() const { return m_state.phase == core::RecoveryState::Phase::Ready && !checking(); }
    [[nodiscard]] bool checking() const { return m_isChecking || m_state.isChecking; }
    /// The check that was asked for has ended and found nothing.
    [[nodiscard]] bool checked() const { return m_isChecked && m_state.findings.isEmpty(); }
    /// The check that was asked for could not be made; null otherwise.
    [[nodiscard]] ErrorText checkFailure() const;
    /// … or what it has done is being looked at.
    [[nodiscard]] bool repairing() const;
    /// A repair has mended everything, and the person does not know yet.
    [[nodiscard]] bool repaired() const;
    /// How the repair has failed, until the person knows; null otherwise.
    [[nodiscard]] ErrorText repairFailure() const;

    Q_INVOKABLE void check();
    /// Does what helps with the finding at this place of `findings`.
    Q_INVOKABLE void takeStep(int index);
    /// "Later", "Understood": these findings do not call any more, until there are others.
    Q_INVOKABLE void acknowledge();
    /// The person has read how the repair or the check has ended.
    Q_INVOKABLE void dismissEnd();

public Q_SLOTS:
    void applyState(const core::RecoveryState& state);
    void applyCheckEnded(bool isDone);

Q_SIGNALS:
    void changed();
    void findingsChanged();
    /// A code is the next step.
    void codeWanted();

private:
    const Format& m_format;
    core::RecoveryService* m_service = nullptr;
    core::RecoveryState m_state;
    bool m_isChecking = false; // asked for, and not ended
    bool m_isChecked = false;
    bool m_hasFailed = false; // the check
    bool m_isEndOpen = false; // of a repair: the person has not read it
};

} // namespace ui
