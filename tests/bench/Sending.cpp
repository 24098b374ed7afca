#include "core/api/Endpoint.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/bench/Profile.h"
#include "tests/bench/Scenarios.h"

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int messages = 1'000;

double libolmOnly()
{
    auto outbound = crypto::olm::OutboundGroupSession::create();
    return cpuSeconds([&] {
        for (int i = 0; i < messages; ++i)
            require(outbound.encrypt(QByteArray(160, 'x')).has_value(), "encrypting");
    });
}

// Other bytes each time: SQLite writes no page that stays as it is.
double commitsOnly(core::Database& database)
{
    QByteArray value(1'000, '\0');
    return cpuSeconds([&] {
        for (int i = 0; i < 2 * messages; ++i) {
            value.replace(0, 4, QByteArray::number(1'000 + i));
            require(database.run("INSERT OR REPLACE INTO values_by_key (key, value) VALUES ('bench', ?)", value).has_value(),
                    "committing");
        }
    });
}

// S-16: the message is on disk before anything else, ratchet and ciphertext together before anything is sent.
void queue(TwoParties& two, int number)
{
    const QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"Guten Tag, wann ist mein Termin?"_s}};
    const QString id = u"t%1"_s.arg(number);
    require(two.profile.queue
                .add({.room = party::room,
                      .transactionId = id,
                      .type = u"m.room.message"_s,
                      .content = core::toBody(content),
                      .ciphertext = {},
                      .eventId = {},
                      .queuedAt = {1000}})
                .has_value(),
            "queueing");
    two.own.share(two.members);
    auto transaction = core::Transaction::begin(*two.profile.database);
    require(transaction.has_value(), "a transaction");
    const auto encrypted = two.own.machine->encrypt(party::room, u"m.room.message"_s, content);
    require(encrypted && two.profile.queue.setCiphertext(id, core::toBody(*encrypted)) && transaction->commit(), "encrypting");
}

} // namespace

QList<Row> sendingRows(const QString& folder)
{
    TwoParties two(folder);
    const double send = cpuSeconds([&] {
        for (int i = 0; i < messages; ++i)
            queue(two, i);
    });
    return {{u"1,000 messages queued, encrypted and stored"_s, send, messages},
            {u"  libolm only"_s, libolmOnly(), messages},
            {u"  2,000 commits only"_s, commitsOnly(*two.profile.database), messages}};
}

} // namespace bench
