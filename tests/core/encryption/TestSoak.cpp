// Ten thousand messages between three people on five devices that are offline, are started again, change their keys, and whose
// room keys get lost or come late.
#include "tests/core/encryption/TestParty.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>
#include <deque>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int messages = 2'000; // several times slower
#else
constexpr int messages = 10'000;
#endif

struct Message {
    UserId sender;
    QJsonObject content;
    QString text;
    QByteArray session;
    bool isWithoutCarla = false; ///< sent while she was not a member
};

/// A device, and what it makes of the messages.
struct Reader {
    std::unique_ptr<party::Party> party;
    bool isOnline = true;
    qsizetype delivered = 0;            ///< that many messages have come
    QList<qsizetype> unread;            ///< of those, the ones that could not be read
    QSet<QByteArray> lost;              ///< sessions whose key the server did not deliver
    QHash<QByteArray, int> late;        ///< sessions whose key is kept back for so many more messages
    QHash<QByteArray, QByteArray> kept; ///< their to-device messages
};

class Soak {
public:
    explicit Soak(quint32 seed)
        : m_random(seed)
    {
        const std::array names{u"ANNA1"_s, u"ANNA2"_s, u"ANNA3"_s};
        for (const auto& name : names)
            add(u"@anna:example.org"_s, name);
        add(u"@bert:example.org"_s, u"BERT"_s);
        add(u"@carla:example.org"_s, u"CARLA"_s);
        readers[0].party->bootstrap();
        readers[3].party->bootstrap();
        readers[4].party->bootstrap();
        for (size_t i = 1; i < names.size(); ++i) {
            readers[i].party->sync({u"@anna:example.org"_s});
            REQUIRE(readers[i].party->machine->importCrossSigning(*readers[0].party->machine->crossSigningSecrets()));
            readers[i].party->flush();
        }
        for (auto& reader : readers)
            reader.party->sync(everybody());
    }

    void step()
    {
        m_clock.advance(1000 + m_random.bounded(60'000));
        auto& reader = readers[static_cast<size_t>(m_random.bounded(5))];
        const int dice = m_random.bounded(1000);
        if (dice < 20)
            reader.isOnline = !reader.isOnline;
        else if (dice < 30)
            restart(reader);
        else if (dice < 35)
            carlaComesOrGoes();
        else if (dice < 40)
            REQUIRE(reader.party->machine->discardOutboundSession(party::room));
        else if (dice < 300)
            sync(reader);
        else if (reader.isOnline && (!isCarla(reader) || m_carlaIsIn))
            send(reader);
    }
    /// On the next day all programs are started again, everybody is there, and what was kept back is delivered.
    void comeToRest()
    {
        m_clock.advance(24 * party::hour);
        for (auto& reader : readers)
            restart(reader);
        for (int round = 0; round < 12; ++round) {
            m_clock.advance(120'000);
            for (auto& reader : readers) {
                reader.isOnline = true;
                for (auto& left : reader.late)
                    left = 0;
                sync(reader);
            }
        }
    }
    [[nodiscard]] qsizetype sent() const { return m_messages.size(); }

    /// What is wrong with the messages that a device cannot read; empty if each has its reason.
    QStringList complaints(Reader& reader)
    {
        QStringList wrong;
        for (const auto index : std::as_const(reader.unread)) {
            const auto& message = m_messages.at(index);
            const auto reason = party::reasonOf(read(reader, index));
            const bool isNotHers = isCarla(reader) && message.isWithoutCarla;
            const bool isMissing = reason == Undecryptable::Reason::MissingKey;
            const bool isExpected =
                isNotHers ? isMissing || reason == Undecryptable::Reason::UnknownIndex
                          : isMissing && (reader.lost.contains(message.session) || reader.late.contains(message.session));
            if (!isExpected)
                wrong.append(u"%1 message %2 reason %3"_s.arg(reader.party->device.toString())
                                 .arg(index)
                                 .arg(reason ? static_cast<int>(*reason) : -1));
        }
        return wrong;
    }
    /// Messages that Carla can read though they were written while she was not there.
    int overheard()
    {
        int count = 0;
        auto& carla = readers[4];
        for (qsizetype i = 0; i < m_messages.size(); ++i)
            count += m_messages.at(i).isWithoutCarla && !carla.unread.contains(i);
        return count;
    }

    std::array<Reader, 5> readers;
    int restarts = 0, keysLost = 0, keysLate = 0, keysFound = 0, sessions = 0;

private:
    static QStringList everybody() { return {u"@anna:example.org"_s, u"@bert:example.org"_s, u"@carla:example.org"_s}; }
    [[nodiscard]] bool isCarla(const Reader& reader) const { return &reader == &readers[4]; }
    void add(const QString& user, const QString& device)
    {
        readers[m_count++].party = std::make_unique<party::Party>(m_server, m_clock, user, device);
    }
    static party::Server::Device nameOf(const Reader& reader)
    {
        return {reader.party->user.toString(), reader.party->device.toString()};
    }
    [[nodiscard]] QList<UserId> members() const
    {
        QList<UserId> all{readers[0].party->user, readers[3].party->user};
        if (m_carlaIsIn)
            all.append(readers[4].party->user);
        return all;
    }

    // The program ends without a word; what was not sent yet is sent by the next run.
    void restart(Reader& reader)
    {
        ++restarts;
        reader.party->reopen();
        reader.party->flush();
    }
    void carlaComesOrGoes()
    {
        m_carlaIsIn = !m_carlaIsIn;
        if (m_carlaIsIn)
            return;
        for (auto& reader : readers)
            REQUIRE(reader.party->machine->discardOutboundSession(party::room));
    }

    void send(Reader& sender)
    {
        std::array<qsizetype, 5> before{};
        for (size_t i = 0; i < readers.size(); ++i)
            before[i] = m_server.inbox[nameOf(readers[i])].size();
        const QString text = u"Nachricht %1"_s.arg(m_messages.size());
        const auto content = sender.party->send(members(), text);
        sender.party->flush();
        const auto session = content.value("session_id"_L1).toString().toLatin1();
        if (!m_sessions.contains(session)) {
            m_sessions.insert(session);
            ++sessions;
            for (size_t i = 0; i < readers.size(); ++i)
                troubleKey(readers[i], before[i], session);
        }
        m_messages.append({sender.party->user, content, text, session, !m_carlaIsIn});
        for (auto& reader : readers) {
            for (auto& left : reader.late)
                --left;
        }
    }
    // The key of a new session is on its way to a device, as the last of the messages in its inbox.
    void troubleKey(Reader& reader, qsizetype before, const QByteArray& session)
    {
        auto& inbox = m_server.inbox[nameOf(reader)];
        const int dice = m_random.bounded(100);
        if (inbox.size() != before + 1 || !inbox.last().contains("m.room.encrypted") || dice >= 20)
            return;
        if (dice < 5) {
            inbox.removeLast();
            reader.lost.insert(session);
            ++keysLost;
        } else if (dice < 15) {
            reader.kept.insert(session, inbox.takeLast());
            reader.late.insert(session, 1 + m_random.bounded(200));
            ++keysLate;
        } else {
            inbox.append(inbox.last()); // twice
        }
    }

    Decryption read(Reader& reader, qsizetype index)
    {
        const auto& message = m_messages.at(index);
        return reader.party->read(message.content, message.sender, u"$event%1"_s.arg(index), 1000 + index);
    }
    bool isRead(Reader& reader, qsizetype index)
    {
        const auto decryption = read(reader, index);
        const auto text = party::bodyOf(decryption);
        if (!text.isEmpty())
            CHECK(text == m_messages.at(index).text);
        return !text.isEmpty();
    }

    void sync(Reader& reader)
    {
        if (!reader.isOnline)
            return;
        for (auto it = reader.late.begin(); it != reader.late.end();) {
            if (it.value() <= 0) {
                m_server.inbox[nameOf(reader)].append(reader.kept.take(it.key()));
                it = reader.late.erase(it);
            } else {
                ++it;
            }
        }
        const auto news = reader.party->sync();
        for (; reader.delivered < m_messages.size(); ++reader.delivered) {
            if (!isRead(reader, reader.delivered))
                reader.unread.append(reader.delivered);
        }
        retry(reader, news.newRoomKeys);
        ask(reader);
    }
    void retry(Reader& reader, const QList<RoomKeyId>& keys)
    {
        for (const auto& key : keys)
            keysFound += reader.lost.remove(key.sessionId);
        reader.unread.removeIf([&](qsizetype index) {
            const auto isKey = [&](const RoomKeyId& key) { return key.sessionId == m_messages.at(index).session; };
            return std::any_of(keys.begin(), keys.end(), isKey) && isRead(reader, index);
        });
    }
    void ask(Reader& reader)
    {
        QSet<RoomKeyId> missing;
        for (const auto index : std::as_const(reader.unread))
            missing.insert({party::room, m_messages.at(index).session});
        if (missing.isEmpty())
            return;
        REQUIRE(reader.party->machine->requestRoomKeys({missing.begin(), missing.end()}));
        reader.party->flush();
    }

    QRandomGenerator m_random;
    party::Server m_server;
    party::ManualClock m_clock;
    size_t m_count = 0;
    bool m_carlaIsIn = true;
    QList<Message> m_messages;
    QSet<QByteArray> m_sessions;
};

} // namespace

TEST_CASE("of ten thousand messages none is unreadable except those whose key was lost on purpose, and each says so",
          "[encryption][soak]")
{
    const auto seed = Catch::getSeed();
    INFO("seed " << seed);
    Soak soak(seed);
    while (soak.sent() < messages) {
        soak.step();
        if (soak.sent() % 500 != 0)
            continue;
        for (auto& reader : soak.readers)
            REQUIRE(soak.complaints(reader).isEmpty());
    }
    soak.comeToRest();
    for (auto& reader : soak.readers)
        CHECK(soak.complaints(reader).isEmpty());
    CHECK(soak.overheard() == 0);
    // What one of Anna's devices has not got, another one has given it.
    for (size_t i = 0; i < 3; ++i) {
        CHECK(soak.readers.at(i).unread.isEmpty());
        CHECK(soak.readers.at(i).lost.isEmpty());
    }
    // The test itself: what it is about has happened.
    constexpr int thousands = messages / 1000;
    CHECK(soak.restarts > 2 * thousands);
    CHECK(soak.sessions > 10 * thousands);
    CHECK(soak.keysLost > thousands);
    CHECK(soak.keysLate > thousands);
    CHECK(soak.keysFound > 0);
}
