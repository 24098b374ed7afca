#include "core/services/rooms/RoomListService.h"
#include "tests/core/services/sync/SyncedAccount.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

// A copy of the list, kept by replaying diffs as a list model does.
class Copy {
public:
    explicit Copy(RoomListService& service)
    {
        QObject::connect(&service, &RoomListService::changed, &service, [this](const RoomListDiffs& diffs) {
            ++emitted;
            for (const auto& diff : diffs)
                std::visit([this](const auto& change) { apply(change); }, diff);
        });
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const auto& room : rooms)
            all.append(room.name);
        return all;
    }

    QList<RoomSummary> rooms;
    int emitted = 0;

private:
    void apply(const InsertItems<RoomSummary>& change)
    {
        for (qsizetype i = 0; i < change.items.size(); ++i)
            rooms.insert(change.index + i, change.items[i]);
    }
    void apply(const UpdateItem<RoomSummary>& change) { rooms[change.index] = change.item; }
    void apply(const RemoveItems& change) { rooms.remove(change.index, change.count); }
    void apply(const MoveItem& change) { rooms.move(change.from, change.to); }
    void apply(const ResetItems<RoomSummary>& change) { rooms = change.items; }
};

RoomId save(RoomStore& store, const QString& name, qint64 activity, Membership membership = Membership::Join)
{
    RoomRecord record;
    const auto id = *RoomId::parse(u"!"_s + name + u":example.org"_s);
    if (const auto* known = store.find(id))
        record = *known;
    record.summary.id = id;
    record.summary.name = name;
    record.summary.membership = membership;
    record.summary.lastActivity = {activity};
    REQUIRE(store.save(record));
    return id;
}

} // namespace

TEST_CASE("the list shows invitations first, then the newest activity, without rooms that were left", "[rooms]")
{
    SyncedAccount account;
    save(*account.rooms, u"alt"_s, 1000);
    save(*account.rooms, u"neu"_s, 3000);
    save(*account.rooms, u"Einladung"_s, 500, Membership::Invite);
    save(*account.rooms, u"verlassen"_s, 9000, Membership::Leave);
    RoomListService service(*account.rooms);
    const Copy copy(service);
    service.start();
    CHECK(copy.names() == QStringList{u"Einladung"_s, u"neu"_s, u"alt"_s});
}

TEST_CASE("changes travel as one set of diffs that keeps a copy equal", "[rooms]")
{
    SyncedAccount account;
    const auto first = save(*account.rooms, u"a"_s, 1000);
    const auto second = save(*account.rooms, u"b"_s, 2000);
    RoomListService service(*account.rooms);
    const Copy copy(service);
    service.start();
    CHECK(copy.names() == QStringList{u"b"_s, u"a"_s});

    save(*account.rooms, u"a"_s, 5000);
    const auto third = save(*account.rooms, u"c"_s, 3000);
    service.refresh({first, third});
    CHECK(copy.names() == QStringList{u"a"_s, u"c"_s, u"b"_s});
    CHECK(copy.emitted == 2);

    save(*account.rooms, u"b"_s, 2000, Membership::Leave);
    service.refresh({second});
    CHECK(copy.names() == QStringList{u"a"_s, u"c"_s});
}

TEST_CASE("a refresh that changes nothing says nothing", "[rooms]")
{
    SyncedAccount account;
    const auto room = save(*account.rooms, u"a"_s, 1000);
    RoomListService service(*account.rooms);
    const Copy copy(service);
    service.refresh({room});
    CHECK(copy.emitted == 0); // not started: nobody has a list yet
    service.start();
    service.refresh({room, *RoomId::parse(u"!unknown:example.org"_s)});
    CHECK(copy.emitted == 1);
}

TEST_CASE("many random changes keep a copy equal to a fresh list", "[rooms]")
{
    SyncedAccount account;
    RoomListService service(*account.rooms);
    const Copy copy(service);
    service.start();
    quint32 state = 7;
    const auto random = [&](quint32 below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16) % below;
    };
    for (int step = 0; step < 200; ++step) {
        QList<RoomId> touched;
        for (quint32 i = 0; i <= random(4); ++i) {
            const auto membership = random(6) == 0 ? Membership::Leave : random(6) == 0 ? Membership::Invite : Membership::Join;
            touched.append(save(*account.rooms, u"r%1"_s.arg(random(20)), 1000 + random(50), membership));
        }
        service.refresh(touched);
    }
    RoomListService fresh(*account.rooms);
    const Copy expected(fresh);
    fresh.start();
    CHECK(copy.rooms == expected.rooms);
}
