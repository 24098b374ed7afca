// Messages whose key comes later, in the whole client (product B7).
#include "core/room/RoomSummary.h"
#include "core/services/timeline/TimelineService.h"
#include "tests/core/hostile/HostileChat.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

using Item = TimelineItem;

namespace {

/// Erika's chat in which Bert's message has come before its key.
struct KeylessChat : HostileChat {
    KeylessChat()
    {
        const auto content = bert.send({erikasId, bert.user}, u"Ihr Befund ist da"_s);
        lateMail = std::exchange(keys.inbox[{erikasId.toString(), u"ERIKA"_s}], {});
        server.pushEvents(room, {events::encrypted(bert.user.toString(), content)});
        erika.settle();
    }
    [[nodiscard]] RoomSummary summary() { return **erika.parts().rooms.summary(room); }
    void deliverKey()
    {
        keys.inbox[{erikasId.toString(), u"ERIKA"_s}] = lateMail;
        server.push();
        erika.settle();
    }

    QList<QByteArray> lateMail;
};

} // namespace

TEST_CASE("a message whose key comes late is readable at once, in the open chat and in the list", "[session][B7]")
{
    KeylessChat chat;
    const auto check = [&] {
        const auto rows = chat.erika.messages(chat.room);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].kind == Item::Kind::Undecryptable);
        CHECK(rows[0].reason == Item::Reason::MissingKey);
        CHECK(chat.summary().preview == RoomSummary::Preview::Undecryptable);
    };
    check();
    SECTION("the program was started again meanwhile")
    {
        chat.erika.restart();
        check();
    }
    SECTION("the program went on") {}

    // The chat stays open: the row changes where it stands.
    auto* timelines = &chat.erika.parts().timelines;
    QList<Item> updated;
    int resets = 0;
    timelines->open(chat.room);
    const QObject context;
    QObject::connect(timelines, &TimelineService::changed, &context, [&](const RoomId&, const TimelineDiffs& diffs) {
        for (const auto& diff : diffs) {
            resets += std::holds_alternative<ResetItems<Item>>(diff) ? 1 : 0;
            if (const auto* update = std::get_if<UpdateItem<Item>>(&diff))
                updated.append(update->item);
        }
    });
    chat.deliverKey();
    CHECK(resets == 0);
    REQUIRE(updated.size() == 1);
    CHECK(updated[0].kind == Item::Kind::Message);
    CHECK(updated[0].text == u"Ihr Befund ist da"_s);
    CHECK(updated[0].authenticity == Item::Authenticity::Proven);
    CHECK(chat.summary().preview == RoomSummary::Preview::Text);
    CHECK(chat.summary().previewText == u"Ihr Befund ist da"_s);
    CHECK_FALSE(chat.server.hasSeen("Befund"));
}
