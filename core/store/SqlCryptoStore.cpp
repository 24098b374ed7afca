// Transactions, secrets, Olm and the to-device queue. Users and devices: SqlCryptoStoreUsers.cpp. Megolm:
// SqlCryptoStoreRoomKeys.cpp.
#include "core/store/SqlCryptoStore.h"

#include "core/store/Rows.h"
#include "core/store/SealedPickle.h"

namespace core {

namespace {

QByteArrayView toView(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

SqlCryptoStore::SqlCryptoStore(Database& database)
    : m_database(database)
    , m_valueKey(database.sealingKey("crypto_values"))
    , m_olmKey(database.sealingKey("olm_sessions"))
    , m_inboundKey(database.sealingKey("inbound_sessions"))
    , m_outboundKey(database.sealingKey("outbound_sessions"))
{
}

Result<> SqlCryptoStore::transaction(const std::function<Result<>()>& work)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto done = work(); !done)
        return done;
    return transaction->commit();
}

// -- Secrets -----------------------------------------------------------------------------------------------------------------

Result<crypto::SecretBytes> SqlCryptoStore::pickleKey()
{
    return m_database.sealingKey("pickle");
}

Result<std::optional<crypto::SecretBytes>> SqlCryptoStore::value(std::string_view name)
{
    std::optional<crypto::SecretBytes> value;
    bool damaged = false;
    const auto read = m_database.each(
        "SELECT value FROM crypto_values WHERE key = ?",
        [&](const Statement& row) {
            auto opened = crypto::openSealed(m_valueKey, rows::blob(row.view(0)), toView(name));
            damaged = !opened;
            if (opened)
                value = std::move(*opened);
        },
        name);
    if (!read)
        return std::unexpected(read.error());
    if (damaged)
        return fail(ErrorCode::StorageDamaged, QStringLiteral("a secret cannot be unsealed"));
    return value;
}

Result<> SqlCryptoStore::saveValue(std::string_view name, const crypto::SecretBytes& value)
{
    return m_database.run("INSERT OR REPLACE INTO crypto_values (key, value) VALUES (?, ?)", name,
                          crypto::seal(m_valueKey, value.bytes(), toView(name)));
}

Result<> SqlCryptoStore::removeValue(std::string_view name)
{
    return m_database.run("DELETE FROM crypto_values WHERE key = ?", name);
}

Result<> SqlCryptoStore::removeDeviceState()
{
    static constexpr std::string_view statements[] = {
        "DELETE FROM olm_sessions",    "DELETE FROM olm_hashes",        "DELETE FROM unwedgings",
        "DELETE FROM outbound_shares", "DELETE FROM outbound_sessions", "DELETE FROM to_device_queue",
    };
    return transaction([&]() -> Result<> {
        for (const auto statement : statements) {
            if (auto removed = m_database.run(statement); !removed)
                return removed;
        }
        return {};
    });
}

// -- Olm ---------------------------------------------------------------------------------------------------------------------

Result<QList<OlmSessionRecord>> SqlCryptoStore::olmSessions(const crypto::Curve25519Key& peer)
{
    QList<OlmSessionRecord> sessions;
    const auto read = m_database.each(
        "SELECT session_id, pickle, last_received FROM olm_sessions WHERE peer_key = ? ORDER BY "
        "last_received DESC, session_id",
        [&](const Statement& row) {
            const QByteArray id = row.blob(0);
            if (auto pickle = rows::unsealPickle(m_olmKey, row.view(1), id))
                sessions.append({id, peer, std::move(*pickle), {row.integer(2)}});
        },
        peer.view());
    if (!read)
        return std::unexpected(read.error());
    return sessions;
}

Result<> SqlCryptoStore::saveOlmSession(const OlmSessionRecord& record)
{
    return m_database.run("INSERT OR REPLACE INTO olm_sessions (session_id, peer_key, pickle, last_received) VALUES (?, ?, ?, ?)",
                          rows::text(record.sessionId), record.peer.view(),
                          rows::sealPickle(m_olmKey, record.pickle, record.sessionId), record.lastReceived.ms);
}

Result<> SqlCryptoStore::removeOlmSession(const QByteArray& sessionId)
{
    return m_database.run("DELETE FROM olm_sessions WHERE session_id = ?", rows::text(sessionId));
}

Result<bool> SqlCryptoStore::hasOlmHash(const QByteArray& hash)
{
    bool found = false;
    const auto read =
        m_database.each("SELECT 1 FROM olm_hashes WHERE hash = ?", [&](const Statement&) { found = true; }, QByteArrayView(hash));
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<> SqlCryptoStore::saveOlmHash(const QByteArray& hash, Timestamp seen)
{
    return m_database.run("INSERT OR REPLACE INTO olm_hashes (hash, seen) VALUES (?, ?)", QByteArrayView(hash), seen.ms);
}

Result<> SqlCryptoStore::removeOlmHashesBefore(Timestamp moment)
{
    return m_database.run("DELETE FROM olm_hashes WHERE seen < ?", moment.ms);
}

Result<std::optional<Timestamp>> SqlCryptoStore::lastUnwedging(const crypto::Curve25519Key& peer)
{
    std::optional<Timestamp> moment;
    const auto read = m_database.each(
        "SELECT at FROM unwedgings WHERE peer_key = ?", [&](const Statement& row) { moment = Timestamp{row.integer(0)}; },
        peer.view());
    if (!read)
        return std::unexpected(read.error());
    return moment;
}

Result<> SqlCryptoStore::saveUnwedging(const crypto::Curve25519Key& peer, Timestamp moment)
{
    return m_database.run("INSERT OR REPLACE INTO unwedgings (peer_key, at) VALUES (?, ?)", peer.view(), moment.ms);
}

// -- To-device queue ---------------------------------------------------------------------------------------------------------

Result<QList<ToDeviceRecord>> SqlCryptoStore::toDeviceRequests()
{
    QList<ToDeviceRecord> requests;
    const auto read = m_database.each("SELECT transaction_id, type, body FROM to_device_queue ORDER BY id",
                                      [&](const Statement& row) { requests.append({row.text(0), row.text(1), row.blob(2)}); });
    if (!read)
        return std::unexpected(read.error());
    return requests;
}

Result<> SqlCryptoStore::appendToDeviceRequest(const ToDeviceRecord& record)
{
    return m_database.run("INSERT INTO to_device_queue (transaction_id, type, body) VALUES (?, ?, ?)", record.transactionId,
                          record.type, QByteArrayView(record.body));
}

Result<> SqlCryptoStore::removeToDeviceRequest(const QString& transactionId)
{
    return m_database.run("DELETE FROM to_device_queue WHERE transaction_id = ?", transactionId);
}

} // namespace core
