#include "core/services/recovery/ExportKeys.h"

#include "core/base/InWorker.h"
#include "core/base/Log.h"
#include "core/base/WriteWhole.h"
#include "crypto/KeyExportFile.h"

#include <QFile>
#include <QSaveFile>
#include <QTimer>

#include <utility>

namespace core {

namespace {
constexpr int sliceKeys = 200; // about 20 ms
}

ExportKeys::ExportKeys(OlmMachine& machine, QObject* parent)
    : QObject(parent)
    , m_machine(machine)
{
}

ExportKeys::~ExportKeys()
{
    auto open = State::Open;
    m_state->compare_exchange_strong(open, State::Cancelled);
}

void ExportKeys::start(const QString& path, std::shared_ptr<const crypto::SecretBytes> passPhrase)
{
    m_path = path;
    m_passPhrase = std::move(passPhrase);
    const auto total = m_machine.countRoomKeys();
    if (!total)
        return finish(KeyFileOutcome::Failed);
    m_total = *total;
    collect();
}

void ExportKeys::cancel()
{
    auto open = State::Open;
    if (m_state->compare_exchange_strong(open, State::Cancelled))
        finish(KeyFileOutcome::Cancelled);
}

void ExportKeys::collect()
{
    if (m_isFinished)
        return;
    const auto slice = m_machine.exportRoomKeys(m_last, sliceKeys);
    if (!slice) {
        qCWarning(logSession, "room keys could not be read: error %d", static_cast<int>(slice.error().code));
        return finish(KeyFileOutcome::Failed);
    }
    for (const auto& key : slice->keys)
        m_keys->append(key);
    m_damaged += slice->damaged;
    Q_EMIT progressed(m_keys->count() + m_damaged, std::max(m_total, m_keys->count() + m_damaged)); // new ones may have come
    if (slice->next) {
        m_last = *slice->next;
        return QTimer::singleShot(0, &m_jobs, [this] { collect(); });
    }
    if (m_keys->count() == 0)
        return finish(KeyFileOutcome::NothingToSave);
    write();
}

void ExportKeys::write()
{
    inWorker(
        &m_jobs,
        [keys = m_keys, passPhrase = m_passPhrase, path = m_path, state = m_state] {
            return seal(*keys, *passPhrase, path, *state);
        },
        [this](KeyFileOutcome outcome) { finish(outcome); });
}

KeyFileOutcome ExportKeys::seal(const RoomKeyListWriter& keys, const crypto::SecretBytes& passPhrase, const QString& path,
                                std::atomic<State>& state)
{
    const auto sealed = crypto::sealKeyExport(keys.json(), passPhrase);
    if (!sealed)
        return KeyFileOutcome::Failed;
    if (sealed->size() > crypto::largestKeyExport)
        return KeyFileOutcome::TooLarge; // nobody could read it again
    if (state == State::Cancelled)
        return KeyFileOutcome::Cancelled;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return KeyFileOutcome::CannotWrite;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // not every USB stick knows permissions
    if (const auto end = writeWhole(file, *sealed); end != WriteResult::Written)
        return end == WriteResult::NoRoom ? KeyFileOutcome::NoRoom : KeyFileOutcome::CannotWrite;
    auto open = State::Open;
    if (!state.compare_exchange_strong(open, State::Committing))
        return KeyFileOutcome::Cancelled;
    return file.commit() ? KeyFileOutcome::Done : KeyFileOutcome::CannotWrite;
}

void ExportKeys::finish(KeyFileOutcome outcome)
{
    if (std::exchange(m_isFinished, true))
        return;
    const bool isDone = outcome == KeyFileOutcome::Done;
    Q_EMIT finished({.outcome = outcome, .keys = isDone ? m_keys->count() : 0, .known = 0, .damaged = m_damaged});
    deleteLater();
}

} // namespace core
