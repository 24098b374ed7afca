#pragma once

#include <QObject>

namespace core {

class SyncProcessor;

/// Decrypts what a large sync response left for later, in slices between other work.
///
/// Each slice is sized by how long the one before took: the thread is never held for longer than about 50 ms.
/// Thread: core. `processor` must outlive it.
class Backlog final : public QObject {
    Q_OBJECT
public:
    explicit Backlog(SyncProcessor& processor, QObject* parent = nullptr);

    /// Begins with the next turn of the event loop; does nothing while it runs.
    void start();

private:
    void decryptSlice();

    SyncProcessor& m_processor;
    int m_size = 100; ///< events in a slice
    bool m_running = false;
};

} // namespace core
