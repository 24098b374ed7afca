#pragma once

#include "core/services/devices/DevicesState.h"
#include "ui/common/Format.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// One device of the own account in words. Texts are in the language of the moment.
struct DeviceRow {
    Q_GADGET
    QML_VALUE_TYPE(deviceRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString facts MEMBER facts)
    Q_PROPERTY(QString trust MEMBER trust)
    Q_PROPERTY(QString trustNote MEMBER trustNote)
    Q_PROPERTY(bool confirmed MEMBER confirmed)
    Q_PROPERTY(bool suspicious MEMBER suspicious)
    Q_PROPERTY(bool canConfirm MEMBER canConfirm)
public:
    QString id;
    QString name;      ///< never empty
    QString facts;     ///< when it was used last, and when it was seen here first (S-31)
    QString trust;     ///< "Confirmed"
    QString trustNote; ///< what that means
    bool confirmed = false;
    bool suspicious = false; ///< not confirmed by the own identity
    bool canConfirm = false; ///< comparing it with another device helps
    bool operator==(const DeviceRow&) const = default;

    static DeviceRow of(const core::OwnDevice& device, const Format& format);
};

} // namespace ui
