#include "core/store/RevocationStore.h"

#include "core/store/Database.h"
#include "core/store/SealedTokens.h"

namespace core {

namespace {

// In values_by_key: "revocation.N BASE-URL". The tokens are sealed for exactly this name, so that they never go to another
// server.
constexpr char prefix[] = "revocation.";

} // namespace

RevocationStore::RevocationStore(Database& database)
    : m_database(database)
{
}

Result<QList<EndedSession>> RevocationStore::sessions()
{
    QList<EndedSession> sessions;
    const auto read =
        m_database.each("SELECT key, value FROM values_by_key WHERE key GLOB 'revocation.*'", [&](const Statement& row) {
            const std::string_view name = row.view(0);
            const auto tokens = unsealTokens(m_database.sealingKey(name), row.blob(1));
            if (tokens)
                sessions.append({.baseUrl = QUrl(row.text(0).section(u' ', 1), QUrl::StrictMode), .tokens = *tokens});
        });
    if (!read)
        return std::unexpected(read.error());
    return sessions;
}

Result<> RevocationStore::save(const QList<EndedSession>& sessions)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const auto removed = m_database.run("DELETE FROM values_by_key WHERE key GLOB 'revocation.*'"); !removed)
        return removed;
    int number = 0;
    for (const auto& session : sessions) {
        const std::string name = prefix + std::to_string(++number) + ' ' + session.baseUrl.toEncoded().toStdString();
        const QByteArray sealed = sealTokens(m_database.sealingKey(name), session.tokens);
        const auto saved = m_database.run("INSERT INTO values_by_key (key, value) VALUES (?, ?)", std::string_view(name),
                                          QByteArrayView(sealed));
        if (!saved)
            return saved;
    }
    return transaction->commit();
}

} // namespace core
