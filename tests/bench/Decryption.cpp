#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/bench/Profile.h"
#include "tests/bench/Scenarios.h"

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int messages = 10'000;
constexpr int messagesPerSession = 100; // the machine makes a new key then (S-22)

double libolmOnly()
{
    auto outbound = crypto::olm::OutboundGroupSession::create();
    auto inbound = crypto::olm::InboundGroupSession::fromSessionKey(outbound.sessionKey().view());
    require(inbound.has_value(), "a session");
    QList<QByteArray> ciphertexts;
    for (int i = 0; i < messages; ++i)
        ciphertexts.append(*outbound.encrypt(QByteArray(160, 'x')));
    return cpuSeconds([&] {
        for (const auto& ciphertext : std::as_const(ciphertexts))
            require(inbound->decrypt(ciphertext).has_value(), "decrypting");
    });
}

} // namespace

QList<Row> decryptionRows(const QString& folder)
{
    TwoParties two(folder);
    std::vector<core::JsonDocument> contents;
    for (int i = 0; i < messages; ++i) {
        auto document =
            core::JsonDocument::parse(party::toJson(two.practice.send(two.members, u"Guten Tag, Ihr Befund ist da."_s)));
        require(document.has_value(), "a message");
        contents.push_back(std::move(*document));
        if (i % messagesPerSession == 0)
            two.own.sync();
    }
    two.own.sync();
    const double decrypt = cpuSeconds([&] {
        auto transaction = core::Transaction::begin(*two.profile.database);
        require(transaction.has_value(), "a transaction");
        for (int i = 0; i < messages; ++i) {
            const auto event = *core::EventId::parse(u"$event%1"_s.arg(i));
            const auto read = two.own.machine->decrypt(party::room, event, two.practice.user, {1000}, contents[size_t(i)].root());
            require(read && std::holds_alternative<core::DecryptedEvent>(*read), "decrypting");
        }
        require(transaction->commit().has_value(), "committing");
    });
    return {{u"10,000 room messages decrypted, checked and remembered"_s, decrypt, messages},
            {u"  libolm only"_s, libolmOnly(), messages}};
}

} // namespace bench
