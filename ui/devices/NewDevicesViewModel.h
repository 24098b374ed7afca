#pragma once

#include "core/services/devices/NewDevicesService.h"
#include "ui/common/Format.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// Asks about own devices that are new: was it the person who signed in there (S-31)? One device at a time, the newest first.
class NewDevicesViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
public:
    /// `format` must outlive this.
    explicit NewDevicesViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session; null lets go of it and forgets everything.
    void setService(core::NewDevicesService* service);
    /// Another language: texts made here are to be made anew.
    void refresh();

    /// Empty if no device is new.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

    /// Yes, that was me.
    Q_INVOKABLE void confirm();

public Q_SLOTS:
    void apply(const QList<core::NewDevice>& devices);

Q_SIGNALS:
    void changed();

private:
    const Format& m_format;
    core::NewDevicesService* m_service = nullptr;
    QList<core::NewDevice> m_devices;
};

} // namespace ui
