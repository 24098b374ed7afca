#pragma once

#include "core/base/Identifiers.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace core {
class NewChatService;
}

namespace ui {

/// Starting a chat by typing a TI-M address.
class NewChatViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    Q_PROPERTY(QString addressError READ addressError NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(ui::ErrorText error READ error NOTIFY changed)
public:
    /// `service` may be null.
    explicit NewChatViewModel(core::NewChatService* service, QObject* parent = nullptr);

    [[nodiscard]] const QString& address() const { return m_address; }
    void setAddress(const QString& address);
    /// What is wrong with the address, in words; set by `start`, cleared by typing.
    [[nodiscard]] QString addressError() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] ErrorText error() const { return m_error; }

    /// Checks the address and asks for the chat. Blanks around it and a `matrix:u/` in front are accepted.
    Q_INVOKABLE void start();

    /// What `start` would ask for; empty if it is not an address.
    [[nodiscard]] static core::UserId parseAddress(const QString& text);

public Q_SLOTS:
    void applyCreated(quint64 request, const core::RoomId& room);
    void applyFailed(quint64 request, const core::Error& error);

Q_SIGNALS:
    void changed();
    void created(const core::RoomId& room);

private:
    enum class AddressState { Fine, Empty, Wrong };

    core::NewChatService* m_service;
    QString m_address;
    AddressState m_addressState = AddressState::Fine;
    quint64 m_request = 0;
    bool m_busy = false;
    ErrorText m_error;
};

} // namespace ui
