#pragma once

#include "core/base/Identifiers.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace core {
class SendService;
}

namespace ui {

class Drafts;

/// The field below a conversation. What is written stays until the queue has it: it is cleared only when the message is stored.
class ComposerViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RoomViewModel")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(bool pending READ pending NOTIFY canSendChanged)
public:
    /// `service` may be null: then nothing is ever queued. `drafts` must outlive this.
    ComposerViewModel(core::RoomId room, core::SendService* service, Drafts& drafts, QObject* parent = nullptr);

    [[nodiscard]] const QString& text() const { return m_text; }
    void setText(const QString& text);
    /// Something but blanks is written and the last message is stored.
    [[nodiscard]] bool canSend() const;
    /// A message is on its way to the queue.
    [[nodiscard]] bool pending() const { return m_pending; }

    Q_INVOKABLE void send();

public Q_SLOTS:
    /// A row of the queue of this room was added or changed: the message on its way is stored.
    void applyQueueChanged(const core::RoomId& room);

    /// The queue has had its turn. What it has not confirmed may be sent again.
    void applyAttemptEnded();

Q_SIGNALS:
    void textChanged();
    void canSendChanged();
    /// The message is stored and will be sent; the field is empty again.
    void queued();

private:
    core::RoomId m_room;
    core::SendService* m_service;
    Drafts& m_drafts;
    QString m_text;
    QString m_given; // what was given to the queue and is not confirmed
    bool m_pending = false;
};

} // namespace ui
