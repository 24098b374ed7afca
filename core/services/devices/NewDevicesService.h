#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QSet>

#include <optional>

namespace core {

class CryptoStore;
class OlmMachine;

/// A device that has signed in to the own account.
struct NewDevice {
    DeviceId id;
    QString name;        ///< fit to be shown in one line; empty if it has none
    Timestamp firstSeen; ///< by this device, from own records
    bool operator==(const NewDevice&) const = default;
};

/// Says which own devices are new, until the person has seen it, also after a restart (S-31). Those that are there when this
/// device looks for the first time are not new.
///
/// Thread: core.
class NewDevicesService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        CryptoStore& store;
    };
    /// What `parts` refers to must outlive the service.
    explicit NewDevicesService(const Parts& parts, QObject* parent = nullptr);

    /// Own devices may have come or gone.
    void check();

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// The person has seen these.
    void acknowledge(const QList<core::DeviceId>& devices);

Q_SIGNALS:
    /// Newest first.
    void changed(const QList<core::NewDevice>& devices);
    void failed(const core::Error& error);

private:
    Result<QList<NewDevice>> find();
    Result<> read();
    Result<> save();
    Result<> noteHidden();

    Parts m_parts;
    std::optional<QSet<QString>> m_seen; // not read from the store yet, or nothing was ever stored
    QList<NewDevice> m_shown;
};

} // namespace core

Q_DECLARE_METATYPE(core::NewDevice)
