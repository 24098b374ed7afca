#pragma once

#include "core/base/Clock.h"
#include "core/encryption/OlmMachine.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace core {

/// Has the own other devices asked for the room keys that messages wait for (product B7): for those that are still missing after
/// a minute, in which they may come by themselves or from the backup.
///
/// Thread: core.
class MissingKeyRequests final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        const Clock& clock;
        std::function<Result<QList<RoomKeyId>>()> missingKeys; ///< that some message waits for
        std::function<void()> flush;                           ///< sends what the machine asks for
    };
    explicit MissingKeyRequests(Parts parts, QObject* parent = nullptr);

    /// To be called after each sync: looks once a minute.
    void check();

private:
    Parts m_parts;
    QSet<RoomKeyId> m_missing; // at the last look
    Timestamp m_nextLook;
};

} // namespace core
