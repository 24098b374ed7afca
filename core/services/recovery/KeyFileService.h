#pragma once

#include "core/services/recovery/ExportKeys.h"
#include "core/services/recovery/ImportKeys.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace core {

/// Room keys to and from a file (product B10), one at a time: what is asked for meanwhile is ignored.
///
/// Each accepted request ends with exactly one ended(). Thread: core.
class KeyFileService final : public QObject {
    Q_OBJECT
public:
    using Parts = ImportKeys::Parts;
    explicit KeyFileService(Parts parts, QObject* parent = nullptr);

public Q_SLOTS:
    /// Writes all room keys to `path`, in place of what is there. `passPhrase`: UTF-8.
    void exportTo(const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase);
    void importFrom(const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase);
    void cancel();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void ended(const core::KeyFileResult& result);

private:
    template <typename Job>
    void run(Job* job, const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase);

    Parts m_parts;
    std::function<void()> m_cancel; ///< what runs; empty if nothing does
    QObject m_jobs;                 // last: jobs die before what they use
};

} // namespace core
