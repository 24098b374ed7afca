#pragma once

#include "core/room/TimelineItem.h"
#include "core/services/timeline/TimelineState.h"
#include "ui/common/AvatarLook.h"
#include "ui/common/ErrorText.h"
#include "ui/common/RoomTitle.h"
#include "ui/room/ChatTrustViewModel.h"
#include "ui/room/ComposerViewModel.h"
#include "ui/room/TimelineModel.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace core {
class SendService;
class TimelineService;
} // namespace core

namespace ui {

class Format;

/// The conversation on screen: its head, its rows and its composer. Opens the room when made and closes it when destroyed.
class RoomViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY stateChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY stateChanged)
    Q_PROPERTY(ui::AvatarLook avatar READ avatar NOTIFY stateChanged)
    Q_PROPERTY(bool encrypted READ encrypted NOTIFY stateChanged)
    Q_PROPERTY(QString typingText READ typingText NOTIFY stateChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY stateChanged)
    Q_PROPERTY(bool loadingOlder READ loadingOlder NOTIFY stateChanged)
    Q_PROPERTY(bool reachedStart READ reachedStart NOTIFY stateChanged)
    Q_PROPERTY(ui::ErrorText loadError READ loadError NOTIFY stateChanged)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY stateChanged)
    Q_PROPERTY(QString cannotWriteReason READ cannotWriteReason NOTIFY stateChanged)
    Q_PROPERTY(bool codeHelps READ codeHelps NOTIFY codeHelpsChanged)
    Q_PROPERTY(ui::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(ui::ComposerViewModel* composer READ composer CONSTANT)
    Q_PROPERTY(ui::ChatTrustViewModel* trust READ trust CONSTANT)
public:
    struct Services {
        core::TimelineService* timelines = nullptr;
        core::SendService* sending = nullptr;
        core::ChatTrustService* people = nullptr;
    };
    /// Services may be null. `summary` is shown until the state arrives. `format` and `drafts` must outlive this.
    RoomViewModel(const core::RoomSummary& summary, Services services, const Format& format, Drafts& drafts,
                  QObject* parent = nullptr);
    ~RoomViewModel() override;

    [[nodiscard]] const core::RoomId& roomId() const { return m_state.room; }
    [[nodiscard]] QString id() const { return m_state.room.toString(); }
    [[nodiscard]] QString name() const { return roomTitle(m_state.summary); }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] AvatarLook avatar() const { return AvatarLook::of(m_state.summary); }
    [[nodiscard]] bool encrypted() const;
    [[nodiscard]] QString typingText() const;
    /// The newest rows have arrived: no rows means that nobody has written yet.
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] bool loadingOlder() const { return m_state.loadingOlder; }
    [[nodiscard]] bool reachedStart() const { return m_state.reachedStart; }
    [[nodiscard]] ErrorText loadError() const;
    [[nodiscard]] bool canWrite() const { return m_state.canSend == core::TimelineState::CanSend::Yes; }
    /// Why there is no composer; empty if there is one.
    [[nodiscard]] QString cannotWriteReason() const;
    /// The key code, which is not here yet, can make messages readable whose key is missing (product B7).
    [[nodiscard]] bool codeHelps() const { return m_codeHelps; }
    void setCodeHelps(bool helps);
    [[nodiscard]] TimelineModel* timeline() { return &m_timeline; }
    [[nodiscard]] ComposerViewModel* composer() { return &m_composer; }
    [[nodiscard]] ChatTrustViewModel* trust() { return &m_trust; }

    Q_INVOKABLE void loadOlder();
    /// The newest row is on screen.
    Q_INVOKABLE void markRead();
    /// The person wants to give the key code.
    Q_INVOKABLE void enterCode() { Q_EMIT codeRequested(); }
    /// For a row that is not sent; other keys are ignored.
    Q_INVOKABLE void retry(const QString& key);
    Q_INVOKABLE void discard(const QString& key);

public Q_SLOTS:
    void applyDiffs(const core::RoomId& room, const core::TimelineDiffs& diffs);
    void applyState(const core::RoomId& room, const core::TimelineState& state);
    /// Another language or another day.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    void codeHelpsChanged();
    void codeRequested();

private:
    Services m_services;
    core::TimelineState m_state;
    TimelineModel m_timeline;
    ComposerViewModel m_composer;
    ChatTrustViewModel m_trust;
    bool m_loaded = false;
    bool m_codeHelps = false;
};

} // namespace ui
