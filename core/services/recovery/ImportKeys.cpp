#include "core/services/recovery/ImportKeys.h"

#include "core/base/InWorker.h"
#include "core/base/Log.h"
#include "crypto/KeyExportFile.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace core {

namespace {
constexpr size_t sliceKeys = 200; // about 20 ms
}

ImportKeys::ImportKeys(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

void ImportKeys::start(const QString& path, std::shared_ptr<const crypto::SecretBytes> passPhrase)
{
    inWorker(
        &m_jobs, [path, passPhrase = std::move(passPhrase)] { return open(path, *passPhrase); },
        [this](Opened file) { opened(std::move(file)); });
}

void ImportKeys::cancel()
{
    finish(KeyFileOutcome::Cancelled);
}

ImportKeys::Opened ImportKeys::open(const QString& path, const crypto::SecretBytes& passPhrase)
{
    const auto refused = [](KeyFileOutcome outcome) { return Opened{.outcome = outcome, .keys = {}}; };
    if (!QFileInfo(path).isFile()) // opening a pipe would wait for ever
        return refused(KeyFileOutcome::CannotRead);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(KeyFileOutcome::CannotRead);
    if (file.size() > crypto::largestKeyExport)
        return refused(KeyFileOutcome::TooLarge);
    const QByteArray text = file.read(crypto::largestKeyExport + 1); // it may grow meanwhile
    if (file.error() != QFileDevice::NoError)
        return refused(KeyFileOutcome::CannotRead);
    if (!crypto::looksLikeKeyExport(text))
        return refused(KeyFileOutcome::NotAKeyFile);
    const auto json = crypto::openKeyExport(text, passPhrase);
    if (!json && json.error() == crypto::Error::BadMac)
        return refused(KeyFileOutcome::WrongPassPhrase);
    if (!json)
        return refused(KeyFileOutcome::Damaged);
    auto keys = RoomKeyList::open(*json);
    if (!keys)
        return refused(KeyFileOutcome::Damaged);
    return {.outcome = KeyFileOutcome::Done, .keys = std::move(*keys)};
}

void ImportKeys::opened(Opened file)
{
    if (m_isFinished)
        return;
    if (!file.keys)
        return finish(file.outcome);
    m_keys = std::move(*file.keys);
    takeSlice();
}

void ImportKeys::takeSlice()
{
    if (m_isFinished)
        return;
    const auto slice = m_keys.next(sliceKeys);
    const auto imported = m_parts.machine.importRoomKeys(slice.keys, false);
    const auto read = imported ? m_parts.keysCame() : std::unexpected(imported.error());
    if (!read) {
        qCWarning(logSession, "room keys of a file could not be kept: error %d", static_cast<int>(read.error().code));
        return finish(KeyFileOutcome::Failed);
    }
    m_result.keys += imported->added;
    m_result.known += imported->known;
    m_result.damaged += imported->refused + slice.malformed;
    m_done += static_cast<qint64>(slice.keys.size()) + slice.malformed;
    Q_EMIT progressed(m_done, m_keys.count());
    if (m_keys.isAtEnd())
        return finish(KeyFileOutcome::Done);
    QTimer::singleShot(0, &m_jobs, [this] { takeSlice(); });
}

void ImportKeys::finish(KeyFileOutcome outcome)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_result.outcome = outcome;
    Q_EMIT finished(m_result);
    deleteLater();
}

} // namespace core
