// Verification of an insured person, with our client, and a practice, with the independent one, in their chat.
#include "tests/integration/Conversation.h"
#include "tests/support/ShowTexts.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace integration;

namespace {

constexpr int patience = 120'000;

/// Both have an identity, and know that of the other one.
struct Strangers : Conversation {
    Strangers()
    {
        REQUIRE(!ours->command(u"bootstrap"_s, {}, patience).contains("error"_L1));
        REQUIRE(!ours->waitFor({{"kind"_L1, u"trust"_s}, {"user"_L1, them.id()}, {"verified"_L1, false}}, patience)
                     .contains("error"_L1));
        const QString device = ours->command(u"status"_s).value("deviceId"_L1).toString();
        REQUIRE(until(
            [&] {
                const auto list = theirs->command(u"devices"_s, {{"user"_L1, us.id()}}).value("devices"_L1).toArray();
                for (const auto& entry : list) {
                    const auto known = entry.toObject();
                    if (known.value("device"_L1).toString() == device && known.value("signedByOwner"_L1).toBool())
                        return true;
                }
                return false;
            },
            patience));
    }
    [[nodiscard]] QJsonObject verifyThem(const QJsonObject& more = {}) const
    {
        QJsonObject arguments{{"user"_L1, them.id()}, {"room"_L1, room}};
        for (auto it = more.begin(); it != more.end(); ++it)
            arguments.insert(it.key(), it.value());
        return arguments;
    }
    [[nodiscard]] QJsonObject verifyUs(const QJsonObject& more = {}) const
    {
        QJsonObject arguments = verifyThem(more);
        arguments.insert("user"_L1, us.id());
        return arguments;
    }
    void checkBothVerified() const
    {
        const QJsonObject here{{"kind"_L1, u"trust"_s}, {"user"_L1, them.id()}, {"verified"_L1, true}};
        const QJsonObject there{{"kind"_L1, u"trust"_s}, {"user"_L1, us.id()}, {"verified"_L1, true}};
        CHECK(!ours->waitFor(here, patience).contains("error"_L1));
        CHECK(!theirs->waitFor(there, patience).contains("error"_L1));
    }
    // What a person would see of it: nothing.
    [[nodiscard]] QStringList written() const
    {
        QStringList bodies;
        const auto list = ours->command(u"messages"_s, {{"room"_L1, room}}).value("list"_L1).toArray();
        for (const auto& message : list)
            bodies.append(message.toObject().value("content"_L1).toObject().value("body"_L1).toString());
        return bodies;
    }
};

} // namespace

TEST_CASE("an insured person and a practice see the same emoji, and are verified for each other",
          "[integration][verification][people]")
{
    const bool weAsk = GENERATE(true, false);
    Strangers chat;
    auto& asking = weAsk ? *chat.ours : *chat.theirs;
    auto& asked = weAsk ? *chat.theirs : *chat.ours;
    const auto other = weAsk ? chat.verifyThem({{"confirm"_L1, u"ask"_s}}) : chat.verifyUs({{"confirm"_L1, u"ask"_s}});
    const auto back = weAsk ? chat.verifyUs({{"confirm"_L1, u"ask"_s}}) : chat.verifyThem({{"confirm"_L1, u"ask"_s}});
    asking.post(u"verify"_s, other);
    REQUIRE(!asked.waitFor({{"kind"_L1, u"verification"_s}, {"user"_L1, back.value("user"_L1)}}, patience).contains("error"_L1));
    asked.post(u"verify"_s, back);

    const auto here = chat.ours->waitFor({{"kind"_L1, u"sas"_s}}, patience);
    const auto there = chat.theirs->waitFor({{"kind"_L1, u"sas"_s}}, patience);
    CHECK(here.value("emoji"_L1).toArray().size() == 7);
    CHECK(here.value("emoji"_L1).toArray() == there.value("emoji"_L1).toArray());
    CHECK(!chat.theirs->command(u"answer"_s, {{"match"_L1, true}}).contains("error"_L1));
    CHECK(!chat.ours->command(u"answer"_s, {{"match"_L1, true}}).contains("error"_L1));

    const QJsonObject done{{"kind"_L1, u"verificationPhase"_s}, {"phase"_L1, u"Done"_s}};
    CHECK(!chat.ours->waitFor(done, patience).contains("error"_L1));
    chat.checkBothVerified();
    CHECK(chat.written().isEmpty());
}

TEST_CASE("a practice reads our code, and both are verified for each other", "[integration][verification][people]")
{
    Strangers chat;
    chat.ours->post(u"verify"_s, chat.verifyThem({{"method"_L1, u"qr"_s}}));
    REQUIRE(!chat.theirs->waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    REQUIRE(!chat.theirs->command(u"accept"_s, {{"user"_L1, chat.us.id()}}).contains("error"_L1));
    const QString code = chat.ours->waitFor({{"kind"_L1, u"qr"_s}}, patience).value("data"_L1).toString();
    REQUIRE(!code.isEmpty());
    chat.theirs->post(u"verify"_s, chat.verifyUs({{"method"_L1, u"qr"_s}, {"scan"_L1, code}}));
    chat.checkBothVerified();
}

TEST_CASE("emoji that differ leave an insured person and a practice unverified", "[integration][verification][people]")
{
    Strangers chat;
    chat.theirs->post(u"verify"_s, chat.verifyUs());
    REQUIRE(!chat.ours->waitFor({{"kind"_L1, u"verification"_s}, {"user"_L1, chat.them.id()}}, patience).contains("error"_L1));
    const auto answer = chat.ours->command(u"verify"_s, chat.verifyThem({{"confirm"_L1, u"no"_s}}), patience);
    CHECK(answer.value("error"_L1).toString() == u"verification cancelled: m.mismatched_sas"_s);
    const QJsonObject verified{{"kind"_L1, u"trust"_s}, {"user"_L1, chat.them.id()}, {"verified"_L1, true}};
    CHECK(chat.ours->waitFor(verified, 1000).contains("error"_L1));
}
