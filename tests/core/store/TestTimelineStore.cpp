#include "core/store/TimelineStore.h"
#include "tests/support/TemporaryDatabase.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Before = TimelinePage::Before;

constexpr qint64 room = 7;
constexpr qint64 otherRoom = 8;

EventId idOf(const std::string& name)
{
    return *EventId::parse(QString::fromStdString("$" + name));
}

std::string jsonOf(const std::string& name)
{
    return R"({"event_id":"$)" + name + R"("})";
}

/// Writes events named by single letters.
class Writer {
public:
    explicit Writer(TimelineStore& store, qint64 row = room)
        : m_store(store)
        , m_row(row)
    {
    }

    /// Returns the number of the chunk.
    qint64 chunk(const std::string& names, const QString& prevBatch)
    {
        const auto first = m_store.startChunk(m_row, prevBatch);
        REQUIRE(first);
        for (const char name : names)
            REQUIRE(insert(*first + m_count++, std::string(1, name)));
        return *first >> 32;
    }

    /// History of a chunk, newest first. Ends at the first event that is known.
    void history(qint64 chunk, const std::string& names, const QString& prevBatch)
    {
        auto position = m_store.prependPosition(m_row, chunk);
        REQUIRE(position);
        for (const char name : names) {
            if (!insert((*position)--, std::string(1, name)))
                break;
        }
        REQUIRE(m_store.setPrevBatch(m_row, chunk, prevBatch));
    }

    bool insert(qint64 position, const std::string& name)
    {
        const std::string id = "$" + name;
        const std::string json = jsonOf(name);
        const auto inserted =
            m_store.insert(m_row, position, {.eventId = id, .json = json, .plain = {}, .sessionId = {}, .relatesTo = {}});
        REQUIRE(inserted);
        return *inserted;
    }

private:
    TimelineStore& m_store;
    qint64 m_row;
    int m_count = 0;
};

std::string namesOf(const QList<StoredEvent>& events)
{
    std::string names;
    for (const auto& event : events)
        names += event.json.sliced(qsizetype(jsonOf("").size()) - 2).chopped(2).toStdString();
    return names;
}

/// Everything that can be read without the server, in pages of `limit`, and what is before it.
std::pair<std::string, TimelinePage> readAll(TimelineStore& store, int limit, qint64 row = room)
{
    auto page = store.newest(row, limit);
    REQUIRE(page);
    std::string names = namesOf(page->events);
    while (page->before == Before::Stored) {
        REQUIRE(page->events.size() == limit);
        page = store.before(row, page->events.first().position, limit);
        REQUIRE(page);
        names = namesOf(page->events) + names;
    }
    return {names, *page};
}

} // namespace

TEST_CASE("a room without events is at its start", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    const auto page = store.newest(room, 10);
    REQUIRE(page);
    CHECK(page->events.isEmpty());
    CHECK(page->before == Before::Start);
}

TEST_CASE("events are read in the order of their positions, in pages of any size", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store, otherRoom).chunk("xyz", {});
    Writer(store).chunk("abcdefg", {});
    for (const int limit : {1, 2, 3, 6, 7, 8, 100}) {
        INFO(limit);
        const auto [names, last] = readAll(store, limit);
        CHECK(names == "abcdefg");
        CHECK(last.before == Before::Start);
    }
    CHECK(readAll(store, 2, otherRoom).first == "xyz");
    CHECK(store.newest(room, 0)->events.isEmpty());
    CHECK(store.newest(room, 0)->before == Before::Stored);
}

TEST_CASE("what came after an event is read oldest first", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("abc", {});
    Writer(store).chunk("def", u"gap"_s);
    const auto position = store.position(room, idOf("b"));
    REQUIRE(position);
    CHECK(namesOf(*store.after(room, **position)) == "cdef");
    CHECK(store.after(room, store.newest(room, 1)->events.last().position)->isEmpty());
}

TEST_CASE("a page ends at a gap and says how to fill it", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("ab", {});
    const auto chunk = Writer(store).chunk("ef", u"token"_s);
    const auto [names, last] = readAll(store, 10);
    CHECK(names == "ef");
    CHECK(last.before == Before::Gap);
    CHECK(last.chunk == chunk);
    CHECK(last.prevBatch == u"token");
    // Whoever is behind the gap sees what is there.
    const auto position = *store.position(room, idOf("b"));
    const auto older = store.before(room, *position + 1, 10);
    CHECK(namesOf(older->events) == "ab");
    CHECK(older->before == Before::Start);
}

TEST_CASE("history grows a chunk at its old end until it meets the one before", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("ab", {});
    const auto chunk = Writer(store).chunk("fg", u"t1"_s);

    Writer(store).history(chunk, "ed", u"t2"_s);
    auto [names, last] = readAll(store, 3);
    CHECK(names == "defg");
    CHECK(last.before == Before::Gap);
    CHECK(last.prevBatch == u"t2");

    Writer(store).history(chunk, "cba", {});
    std::tie(names, last) = readAll(store, 3);
    CHECK(names == "abcdefg");
    CHECK(last.before == Before::Start);
}

TEST_CASE("chunks without events are passed, with their gaps", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("ab", {});
    const auto empty = Writer(store).chunk("", u"t1"_s);
    auto [names, last] = readAll(store, 10);
    CHECK(names.empty());
    CHECK(last.before == Before::Gap);
    CHECK(last.chunk == empty);

    const auto newest = Writer(store).chunk("gh", u"t2"_s);
    REQUIRE(store.setPrevBatch(room, newest, {})); // joined to the empty one
    std::tie(names, last) = readAll(store, 10);
    CHECK(names == "gh");
    CHECK(last.before == Before::Gap);
    CHECK(last.chunk == empty);
    CHECK(last.prevBatch == u"t1");

    Writer(store).history(empty, "fedc", {});
    CHECK(readAll(store, 2).first == "abcdefgh");
}

TEST_CASE("an event is stored once in a room, and may be in another one too", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("ab", {});
    const auto first = *store.position(room, idOf("a"));
    CHECK_FALSE(Writer(store).insert(*first + 5, "a"));
    CHECK(*store.position(room, idOf("a")) == first);
    CHECK(readAll(store, 10).first == "ab");
    Writer(store, otherRoom).chunk("a", {});
    CHECK(store.event(otherRoom, idOf("a"))->has_value());
    CHECK_FALSE(store.event(otherRoom, idOf("b"))->has_value());
    CHECK_FALSE(store.position(otherRoom, idOf("b"))->has_value());
}

TEST_CASE("two events never get the same place", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("a", {});
    const auto place = *store.position(room, idOf("a"));
    CHECK(
        store.insert(room, *place, {.eventId = "$b", .json = "{}", .plain = {}, .sessionId = {}, .relatesTo = {}}).error().code ==
        ErrorCode::Storage);
}

TEST_CASE("an encrypted event is found by its session until it can be read", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    const auto first = *store.startChunk(room, {});
    const QByteArray session = "session";
    const auto add = [&](qint64 position, std::string_view id, EventStatus status, const QByteArray& sessionId) {
        const std::string json = "{\"event_id\":\"" + std::string(id) + "\"}";
        REQUIRE(
            *store.insert(room, position,
                          {.eventId = id, .json = json, .plain = {}, .status = status, .sessionId = sessionId, .relatesTo = {}}));
    };
    add(first + 1, "$b", EventStatus::MissingKey, session);
    add(first, "$a", EventStatus::Pending, session);
    add(first + 2, "$c", EventStatus::Pending, "other");
    add(first + 3, "$d", EventStatus::Malformed, {});
    REQUIRE(*store.insert(otherRoom, 1,
                          {.eventId = "$e",
                           .json = jsonOf("e"),
                           .plain = {},
                           .status = EventStatus::Pending,
                           .sessionId = session,
                           .relatesTo = {}}));

    CHECK(namesOf(*store.unreadable(room, session)) == "ab");
    CHECK(*store.missingSessions() ==
          QList{TimelineStore::MissingSession{.row = room, .sessionId = session}}); // not what is pending
    REQUIRE(store.setDecryption(room, first, "{\"plain\":1}", EventStatus::DecryptedUnproven, {}));
    CHECK(namesOf(*store.unreadable(room, session)) == "b");
    const auto read = *store.event(room, idOf("a"));
    CHECK(read->plain == "{\"plain\":1}");
    CHECK(read->status == EventStatus::DecryptedUnproven);
    CHECK(read->position == first);
    CHECK(store.event(room, idOf("b"))->value().plain.isNull());

    CHECK(store.missingSessions()->size() == 1);
    // The other reasons keep the session: its key may come in a better form.
    REQUIRE(store.setDecryption(room, first + 1, {}, EventStatus::UnknownIndex, session));
    CHECK(store.unreadable(room, session)->first().status == EventStatus::UnknownIndex);
    CHECK(store.missingSessions()->size() == 1);
    REQUIRE(store.setDecryption(room, first + 1, {}, EventStatus::Replay, session)); // no key helps
    CHECK(store.missingSessions()->isEmpty());
    CHECK(store.unreadable(room, {})->isEmpty());
}

TEST_CASE("events that were left for later come newest first", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    const auto first = *store.startChunk(room, {});
    for (qint64 i = 0; i < 5; ++i) {
        const auto name = std::string(1, static_cast<char>('a' + i));
        REQUIRE(*store.insert(room, first + i,
                              {.eventId = "$" + name,
                               .json = jsonOf(name),
                               .plain = {},
                               .status = EventStatus::Pending,
                               .sessionId = "s",
                               .relatesTo = {}}));
    }
    REQUIRE(*store.insert(
        otherRoom, 1,
        {.eventId = "$x", .json = jsonOf("x"), .plain = {}, .status = EventStatus::Pending, .sessionId = "s", .relatesTo = {}}));
    const auto names = [&](int limit) {
        QList<StoredEvent> events;
        const auto found = store.pending(limit);
        REQUIRE(found);
        for (const auto& pending : *found) {
            CHECK(pending.row == (pending.event.json.contains('x') ? otherRoom : room));
            events.append(pending.event);
        }
        return namesOf(events);
    };
    CHECK(names(0).empty());
    CHECK(names(3) == "xed");
    REQUIRE(store.setDecryption(otherRoom, 1, "{}", EventStatus::Decrypted, {}));
    REQUIRE(store.setDecryption(room, first + 3, {}, EventStatus::MissingKey, "s"));
    CHECK(names(100) == "ecba");
}

TEST_CASE("what relates to an event is found until it is deleted", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    const auto first = *store.startChunk(room, {});
    const auto add = [&](qint64 row, qint64 position, const std::string& name, std::string_view target) {
        const auto id = "$" + name;
        const auto json = jsonOf(name);
        REQUIRE(*store.insert(row, position, {.eventId = id, .json = json, .plain = {}, .sessionId = {}, .relatesTo = target}));
    };
    add(room, first, "a", {});
    add(room, first + 2, "c", "$a");
    add(room, first + 1, "b", "$a");
    add(room, first + 3, "d", "$b");
    add(otherRoom, first, "e", "$a");
    CHECK(namesOf(*store.relations(room, idOf("a"))) == "bc");
    REQUIRE(store.setRedacted(room, first + 2, R"({"event_id":"$c"})"));
    CHECK(namesOf(*store.relations(room, idOf("a"))) == "b");
    CHECK(store.relations(room, idOf("c"))->isEmpty());
}

TEST_CASE("of a deleted event neither cipher nor plain text is left", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    const auto first = *store.startChunk(room, {});
    REQUIRE(*store.insert(room, first,
                          {.eventId = "$a",
                           .json = R"({"content":{"ciphertext":"x"}})",
                           .plain = "secret",
                           .status = EventStatus::Decrypted,
                           .sessionId = {},
                           .relatesTo = {}}));
    REQUIRE(*store.insert(
        room, first + 1,
        {.eventId = "$b", .json = "{}", .plain = {}, .status = EventStatus::Pending, .sessionId = "s", .relatesTo = {}}));
    REQUIRE(store.setRedacted(room, first, R"({"content":{}})"));
    REQUIRE(store.setRedacted(room, first + 1, R"({"content":{}})"));
    CHECK(**store.event(room, idOf("a")) == StoredEvent{first, R"({"content":{}})", {}, EventStatus::Clear});
    CHECK(store.unreadable(room, "s")->isEmpty());
    CHECK(store.pending(10)->isEmpty());
}

TEST_CASE("what can be read here is counted in chats, messages and files, without edits and what was never encrypted", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    qint64 position = 0;
    const auto add = [&](qint64 row, const QByteArray& plain, EventStatus status) {
        const std::string id = "$" + std::to_string(position);
        REQUIRE(store.insert(row, position++,
                             {.eventId = id, .json = "{}", .plain = plain, .status = status, .sessionId = {}, .relatesTo = {}}));
    };
    CHECK(*store.readableContent() == TimelineStore::ReadableContent{});
    add(room, R"({"type":"m.room.message","content":{"msgtype":"m.text"}})", EventStatus::Decrypted);
    add(room, R"({"type":"m.room.message","content":{"msgtype":"m.image"}})", EventStatus::DecryptedUnproven);
    add(room, R"({"type":"m.room.message","content":{"msgtype":"m.text","m.new_content":{}}})", EventStatus::Decrypted);
    add(room, R"({"type":"m.reaction","content":{}})", EventStatus::Decrypted);
    add(otherRoom, R"({"type": "m.room.message", "content": {"msgtype": "m.file"}})", EventStatus::Decrypted);
    add(otherRoom, "no JSON", EventStatus::Decrypted);
    add(9, {}, EventStatus::MissingKey);
    add(10, {}, EventStatus::Clear);
    CHECK(*store.readableContent() == TimelineStore::ReadableContent{.rooms = 2, .messages = 3, .files = 2});
}

TEST_CASE("of what was decrypted nothing is left when it is removed, and it waits to be tried again", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    qint64 position = 0;
    const auto add = [&](const QByteArray& plain, EventStatus status) {
        const std::string id = "$" + std::to_string(position);
        REQUIRE(store.insert(room, position++,
                             {.eventId = id, .json = "{}", .plain = plain, .status = status, .sessionId = {}, .relatesTo = {}}));
    };
    add("secret", EventStatus::Decrypted);
    add("secret", EventStatus::DecryptedUnproven);
    add({}, EventStatus::MissingKey);
    add({}, EventStatus::UnknownIndex);
    add({}, EventStatus::Clear);
    add({}, EventStatus::Withheld);
    REQUIRE(store.removeDecrypted());
    QList<EventStatus> statuses;
    const auto left = *store.after(room, -1);
    for (const auto& event : left) {
        CHECK(event.plain.isNull());
        statuses.append(event.status);
    }
    const auto pending = EventStatus::Pending;
    CHECK(statuses == QList{pending, pending, pending, pending, EventStatus::Clear, EventStatus::Withheld});
}

TEST_CASE("a forgotten room leaves no events and no gaps", "[store]")
{
    TemporaryDatabase database;
    TimelineStore store(*database);
    Writer(store).chunk("ab", u"gap"_s);
    Writer(store, otherRoom).chunk("c", u"gap"_s);
    REQUIRE(store.removeRoom(room));
    CHECK(readAll(store, 10).first.empty());
    CHECK(readAll(store, 10).second.before == Before::Start);
    CHECK(readAll(store, 10, otherRoom).second.before == Before::Gap);
}

TEST_CASE("the timeline is the same after a restart", "[store]")
{
    TemporaryDatabase database;
    {
        TimelineStore store(*database);
        Writer(store).chunk("abc", u"gap"_s);
    }
    database.reopen();
    TimelineStore store(*database);
    const auto [names, last] = readAll(store, 2);
    CHECK(names == "abc");
    CHECK(last.prevBatch == u"gap");
    CHECK(Writer(store).chunk("d", {}) == last.chunk + 1);
}
