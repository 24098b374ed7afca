// A server that shows other keys of somebody who is verified: S-26 and S-27.
#include "tests/core/hostile/HostileChat.h"
#include "tests/core/hostile/OtherEnd.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

using Action = VerificationAction;
using Phase = VerificationState::Phase;

namespace {

/// Bert was verified, and has other keys now: what Erika writes waits.
struct BlockedChat {
    HostileChat chat;
    std::unique_ptr<OtherEnd> bertAnew;

    BlockedChat()
    {
        chat.verifyBert();
        chat.erika.sendText(chat.room, u"vorher"_s);
        REQUIRE(chat.readByBert() == u"vorher"_s);
        const QString bert = chat.bert.user.toString();
        for (auto* keys : {&chat.keys.masterKeys, &chat.keys.selfSigningKeys, &chat.keys.userSigningKeys})
            keys->erase(bert);
        chat.keys.deviceKeys.erase({bert, chat.bert.device.toString()});
        bertAnew = std::make_unique<OtherEnd>(chat, bert, u"ANEW"_s);
        bertAnew->party.bootstrap();
        chat.server.pushChangedDevices(bert);
        chat.erika.settle();
        REQUIRE(status() == IdentityStatus::Violated);
    }
    [[nodiscard]] IdentityStatus status() { return *chat.erika.machine().identityStatus(chat.bert.user); }
    [[nodiscard]] bool nothingWasSentSince(size_t before) const { return chat.server.sent.size() == before; }
    [[nodiscard]] QList<QueuedMessage> waiting()
    {
        auto queued = *chat.erika.parts().queue.messages(chat.room);
        queued.removeIf([](const QueuedMessage& message) { return message.state != QueuedMessage::State::Waiting; });
        return queued;
    }
    void ask()
    {
        chat.erika.parts().verifications.requestPerson(chat.bert.user);
        bertAnew->talk();
    }
    void act(Action action)
    {
        chat.erika.parts().verifications.act(chat.erika.machine().verifications().last().transaction, action);
        bertAnew->talk();
    }
    [[nodiscard]] Phase phase() { return chat.erika.machine().verifications().last().phase; }
    void compare()
    {
        ask();
        bertAnew->act(Action::Accept);
        act(Action::CompareEmoji);
        REQUIRE(phase() == Phase::Comparing);
    }
};

} // namespace

TEST_CASE("what is written in a blocked chat waits, also after a restart, and goes out after the comparison", "[hostile][S-26]")
{
    BlockedChat blocked;
    auto& chat = blocked.chat;
    const auto before = chat.server.sent.size();
    chat.erika.sendText(chat.room, u"Mein geheimer Befund"_s);
    chat.erika.restart();
    chat.erika.sendText(chat.room, u"Noch ein geheimer Befund"_s);
    CHECK(blocked.nothingWasSentSince(before));
    CHECK(blocked.waiting().size() == 2);

    blocked.compare(); // which needs messages of its own, past those that wait
    CHECK(blocked.status() == IdentityStatus::Violated);
    CHECK(blocked.waiting().size() == 2);
    CHECK(blocked.bertAnew->texts.isEmpty());
    blocked.act(Action::Confirm);
    CHECK(blocked.status() == IdentityStatus::Violated); // one yes is not enough
    CHECK(blocked.bertAnew->texts.isEmpty());
    blocked.bertAnew->act(Action::Confirm);
    CHECK(blocked.phase() == Phase::Done);
    CHECK(blocked.status() == IdentityStatus::Verified);
    CHECK(blocked.waiting().isEmpty());
    CHECK(blocked.bertAnew->texts == QStringList{u"Mein geheimer Befund"_s, u"Noch ein geheimer Befund"_s});
    chat.bert.sync(); // with the keys from before
    CHECK(chat.readByBert().isEmpty());
    CHECK_FALSE(chat.server.hasSeen("geheim"));
    chat.erika.checkNoSecretsAt(chat.server);
}

TEST_CASE("a comparison that does not go well leaves the chat blocked, also after a restart", "[hostile][S-26]")
{
    BlockedChat blocked;
    auto& chat = blocked.chat;
    chat.erika.sendText(chat.room, u"Mein geheimer Befund"_s);
    SECTION("not even answered")
    {
        blocked.ask();
        blocked.act(Action::Cancel);
    }
    SECTION("called off by the other side")
    {
        blocked.compare();
        blocked.bertAnew->act(Action::Cancel);
    }
    SECTION("other pictures")
    {
        blocked.compare();
        blocked.act(Action::Deny);
    }
    SECTION("other pictures on the other side, after a yes here")
    {
        blocked.compare();
        blocked.act(Action::Confirm);
        blocked.bertAnew->act(Action::Deny);
    }
    CHECK(blocked.phase() == Phase::Cancelled);
    for (int start = 0; start < 2; ++start) {
        CHECK(blocked.status() == IdentityStatus::Violated);
        CHECK(blocked.waiting().size() == 1);
        blocked.bertAnew->talk();
        CHECK(blocked.bertAnew->texts.isEmpty());
        chat.erika.restart();
    }
}

TEST_CASE("a blocked chat goes on without a comparison only when the person wants it, and nobody is verified then",
          "[hostile][S-26]")
{
    BlockedChat blocked;
    auto& chat = blocked.chat;
    chat.erika.sendText(chat.room, u"trotzdem"_s);
    REQUIRE(blocked.waiting().size() == 1);
    chat.erika.parts().people.acknowledge(chat.bert.user);
    blocked.bertAnew->talk();
    CHECK(blocked.bertAnew->texts == QStringList{u"trotzdem"_s});
    CHECK(blocked.status() == IdentityStatus::Pinned);
    chat.erika.restart();
    CHECK(blocked.status() == IdentityStatus::Pinned);
}

TEST_CASE("a message that was encrypted before the keys changed does not go out while the chat is blocked", "[hostile][S-26]")
{
    BlockedChat blocked;
    auto& chat = blocked.chat;
    const auto before = chat.server.sent.size();
    chat.erika.sendText(chat.room, u"eins"_s);
    REQUIRE(blocked.waiting().size() == 1);
    // As if the program had ended between encrypting and sending.
    const QByteArray ciphertext = party::toJson({{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}});
    REQUIRE(chat.erika.parts().queue.setCiphertext(blocked.waiting().first().transactionId, ciphertext));
    chat.erika.restart();
    CHECK(blocked.nothingWasSentSince(before));
    CHECK(blocked.waiting().size() == 1);
}
