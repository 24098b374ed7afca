#pragma once

#include "core/services/people/ChatTrust.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace core {
class ChatTrustService;
} // namespace core

namespace ui {

/// Whose keys are confirmed or have changed in the chat on screen, and what the person wants to do about it (product B6; S-26).
///
/// As long as `blocked`, nothing is sent: the core refuses it.
class ChatTrustViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RoomViewModel")
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY changed)
    Q_PROPERTY(bool ofTwo READ ofTwo NOTIFY changed)
    Q_PROPERTY(bool canCompare READ canCompare NOTIFY changed)
    Q_PROPERTY(QString cannotCompareReason READ cannotCompareReason NOTIFY changed)
    Q_PROPERTY(bool blocked READ blocked NOTIFY changed)
    Q_PROPERTY(QString noticeTitle READ noticeTitle NOTIFY changed)
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
public:
    /// The service may be null. Opens the chat there when made and closes it when destroyed.
    ChatTrustViewModel(const core::RoomId& room, core::ChatTrustService* service, QObject* parent = nullptr);
    ~ChatTrustViewModel() override;

    /// The other one in this chat of two is confirmed.
    [[nodiscard]] bool confirmed() const { return m_trust.other && m_trust.other->identity == core::IdentityStatus::Verified; }
    /// There is one other person, with keys that one could compare.
    [[nodiscard]] bool ofTwo() const { return m_trust.other && m_trust.other->identity != core::IdentityStatus::Unknown; }
    [[nodiscard]] bool canCompare() const { return ofTwo() && m_trust.canConfirm; }
    /// Empty if `canCompare`, or if nobody is there to be compared with.
    [[nodiscard]] QString cannotCompareReason() const;
    /// Somebody who was confirmed has other keys now: nothing is sent until the person decides.
    [[nodiscard]] bool blocked() const;
    /// Whose keys have changed; empty if nobody's have. One person at a time.
    [[nodiscard]] QString noticeTitle() const;
    [[nodiscard]] QString noticeText() const;
    /// The decision could not be stored.
    [[nodiscard]] ErrorText failure() const { return m_failure ? ErrorText::of(*m_failure) : ErrorText(); }

    /// Asks the other one. If the keys have changed, it is the new ones that are compared, and the chat stays as it is until that
    /// has gone well.
    Q_INVOKABLE void compare();
    /// The person has read it, and goes on with the new keys without comparing them.
    Q_INVOKABLE void acknowledge();

public Q_SLOTS:
    void applyTrust(const core::RoomId& room, const core::ChatTrust& trust);
    void applyFailed(const core::Error& error);

Q_SIGNALS:
    void changed();
    void compareRequested(const QString& user, const QString& name);

private:
    static QString nameOf(const core::ChatPerson& person);

    core::RoomId m_room;
    core::ChatTrustService* m_service;
    core::ChatTrust m_trust;
    std::optional<core::Error> m_failure;
};

} // namespace ui
