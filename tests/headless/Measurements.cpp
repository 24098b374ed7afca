#include "tests/headless/Measurements.h"

#include "core/store/Database.h"
#include "tests/headless/Resources.h"

#include <QJsonObject>

#include <utility>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace headless {

Measurements::Measurements(Write write, QObject* parent)
    : QObject(parent)
    , m_write(std::move(write))
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(1s);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        print(u"quiet"_s, counts());
        Q_EMIT quiet();
    });
}

void Measurements::print(const QString& step, QJsonObject more)
{
    QJsonObject line = resourcesUsed();
    line.insert(u"at"_s, step);
    for (auto member = more.begin(); member != more.end(); ++member)
        line.insert(member.key(), member.value());
    m_write(line);
}

void Measurements::setSession(Session* session)
{
    m_parts = session ? &session->parts() : nullptr;
    m_calm.stop();
    if (!m_parts)
        return;
    connect(&m_parts->sync, &SyncLoop::stateChanged, this, &Measurements::synced);
    const auto happened = [this] {
        if (m_hasSynced)
            m_calm.start();
    };
    connect(&m_parts->processor, &SyncProcessor::changed, this, happened);
    connect(&m_parts->requests, &CryptoRequestSender::answered, this, happened);
    connect(&m_parts->sending, &SendService::queueChanged, this, happened);
}

void Measurements::synced(const SyncState& state)
{
    if (state.phase != SyncState::Phase::UpToDate)
        return;
    print(std::exchange(m_hasSynced, true) ? u"sync"_s : u"firstSync"_s);
    m_calm.start();
}

QJsonObject Measurements::counts() const
{
    qint64 events = 0;
    qint64 decrypted = 0;
    qint64 undecryptable = 0;
    qint64 pending = 0;
    const auto read = m_parts->database.each("SELECT status, count(*) FROM events GROUP BY status", [&](const Statement& row) {
        const auto status = static_cast<EventStatus>(row.integer(0));
        const qint64 count = row.integer(1);
        events += count;
        if (status == EventStatus::Decrypted || status == EventStatus::DecryptedUnproven)
            decrypted += count;
        else if (status == EventStatus::Pending)
            pending += count;
        else if (status != EventStatus::Clear)
            undecryptable += count;
    });
    if (!read)
        return {};
    return {{u"rooms"_s, m_parts->rooms.rooms().size()},
            {u"events"_s, events},
            {u"decrypted"_s, decrypted},
            {u"undecryptable"_s, undecryptable},
            {u"pending"_s, pending}};
}

} // namespace headless
