#include "core/store/SessionStore.h"

#include "core/store/Rows.h"
#include "core/store/SealedTokens.h"

namespace core {

namespace {

// Names in values_by_key.
constexpr std::string_view userName = "session.user";
constexpr std::string_view deviceIdName = "session.device";
constexpr std::string_view deviceNameName = "session.device_name";
constexpr std::string_view serverNameName = "session.server_name";
constexpr std::string_view baseUrlName = "session.base_url";
constexpr std::string_view tokensName = "session.tokens";
constexpr std::string_view nextBatchName = "sync.next_batch";
constexpr std::string_view filterName = "sync.filter";
constexpr std::string_view epochName = "epoch";

} // namespace

SessionStore::SessionStore(Database& database)
    : m_database(database)
{
}

Result<QByteArray> SessionStore::value(std::string_view name)
{
    QByteArray value;
    const auto read = m_database.each(
        "SELECT value FROM values_by_key WHERE key = ?", [&](const Statement& row) { value = row.blob(0); }, name);
    if (!read)
        return std::unexpected(read.error());
    return value;
}

Result<> SessionStore::setValue(std::string_view name, QByteArrayView value)
{
    return m_database.run("INSERT OR REPLACE INTO values_by_key (key, value) VALUES (?, ?)", name, value);
}

Result<QString> SessionStore::text(std::string_view name)
{
    const auto utf8 = value(name);
    if (!utf8)
        return std::unexpected(utf8.error());
    return QString::fromUtf8(*utf8);
}

Result<> SessionStore::setText(std::string_view name, const QString& text)
{
    return setValue(name, text.toUtf8());
}

Result<std::optional<StoredSession>> SessionStore::session()
{
    StoredSession session;
    const auto read =
        m_database.each("SELECT key, value FROM values_by_key WHERE key GLOB 'session.*'", [&](const Statement& row) {
            const auto name = row.view(0);
            if (name == userName)
                session.user = rows::id<UserId>(row, 1);
            else if (name == deviceIdName)
                session.device = rows::id<DeviceId>(row, 1);
            else if (name == deviceNameName)
                session.deviceName = row.text(1);
            else if (name == serverNameName)
                session.serverName = row.text(1);
            else if (name == baseUrlName)
                session.baseUrl = QUrl(row.text(1), QUrl::StrictMode);
        });
    if (!read)
        return std::unexpected(read.error());
    if (session.user.isEmpty() || session.device.isEmpty())
        return std::nullopt;
    return session;
}

Result<> SessionStore::save(const StoredSession& session, const Tokens& tokens)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const std::pair<std::string_view, QString> texts[] = {
        {userName, session.user.toString()},
        {deviceIdName, session.device.toString()},
        {deviceNameName, session.deviceName},
        {serverNameName, session.serverName},
        {baseUrlName, session.baseUrl.toString(QUrl::FullyEncoded)},
    };
    for (const auto& [name, text] : texts) {
        if (const auto saved = setText(name, text); !saved)
            return saved;
    }
    if (const auto saved = saveTokens(tokens); !saved)
        return saved;
    return transaction->commit();
}

Result<Tokens> SessionStore::tokens()
{
    const auto sealed = value(tokensName);
    if (!sealed)
        return std::unexpected(sealed.error());
    if (sealed->isNull())
        return fail(ErrorCode::NotFound);
    return unsealTokens(m_database.sealingKey(tokensName), *sealed);
}

Result<> SessionStore::saveTokens(const Tokens& tokens)
{
    return setValue(tokensName, sealTokens(m_database.sealingKey(tokensName), tokens));
}

Result<> SessionStore::removeTokens()
{
    return m_database.run("DELETE FROM values_by_key WHERE key = ?", tokensName);
}

Result<QString> SessionStore::nextBatch()
{
    return text(nextBatchName);
}

Result<> SessionStore::setNextBatch(const QString& token)
{
    return setText(nextBatchName, token);
}

Result<QString> SessionStore::filterId()
{
    return text(filterName);
}

Result<> SessionStore::setFilterId(const QString& id)
{
    return setText(filterName, id);
}

Result<qint64> SessionStore::epoch()
{
    const auto digits = value(epochName);
    if (!digits)
        return std::unexpected(digits.error());
    return digits->toLongLong();
}

Result<> SessionStore::setEpoch(qint64 epoch)
{
    return setValue(epochName, QByteArray::number(epoch));
}

} // namespace core
