// What is sent while nobody is logged in is readable after the next login (gematik A_26574, A_26575; 04.09.03, 06.05.05).
#include "tests/integration/Conversation.h"

#include <QJsonArray>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace integration;

namespace {

constexpr int patience = 120'000;
constexpr qsizetype keyLength = 43; // such a device is named after its key

/// The names of our devices that are signed by us, as the practice sees them.
QStringList signedDevices(Conversation& chat)
{
    QStringList names;
    const auto list = chat.theirs->command(u"devices"_s, {{"user"_L1, chat.us.id()}}).value("devices"_L1).toArray();
    for (const auto& device : list) {
        if (device.toObject().value("signedByOwner"_L1).toBool())
            names.append(device.toObject().value("device"_L1).toString());
    }
    return names;
}

QString dehydratedDevice(Conversation& chat)
{
    const auto names = signedDevices(chat);
    const auto found = std::find_if(names.begin(), names.end(), [](const QString& name) { return name.size() == keyLength; });
    return found == names.end() ? QString() : *found;
}

QStringList devicesSeenBy(Program& side)
{
    QStringList names;
    const auto list = side.command(u"devices"_s).value("devices"_L1).toArray();
    for (const auto& device : list)
        names.append(device.toObject().value("device"_L1).toString());
    return names;
}

} // namespace

TEST_CASE("what the practice writes while we are logged out is readable after the next login with the code",
          "[integration][recovery][dehydrated]")
{
    Conversation chat;
    chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"Guten Tag"_s}});
    CHECK(chat.missedBy(*chat.ours, {u"Guten Tag"_s}) == QStringList());
    const QString code = chat.ours->command(u"bootstrap"_s, {}, patience).value("recoveryKey"_L1).toString();
    REQUIRE(code.size() == 59);
    REQUIRE(!chat.ours->command(u"backedUp"_s, {}, patience).contains("error"_L1));
    REQUIRE(until([&] { return !dehydratedDevice(chat).isEmpty(); }, patience));
    const QString first = dehydratedDevice(chat);
    CHECK(signedDevices(chat).size() == 2);
    CHECK(!devicesSeenBy(*chat.ours).contains(first));

    REQUIRE(!chat.ours->command(u"logout"_s).contains("error"_L1));
    REQUIRE(until([&] { return !chat.ours->isRunning(); }));
    REQUIRE(until([&] { return signedDevices(chat) == QStringList{first}; }, patience));
    const QStringList missed{u"Ihr Befund ist da."_s, u"Bitte rufen Sie an."_s};
    for (const auto& text : missed)
        REQUIRE(!chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, text}}).contains("error"_L1));

    const QTemporaryDir store;
    const auto next = client(store.path(), chat.us);
    next->waitFor({{"kind"_L1, u"sync"_s}});
    CHECK(chat.seenBy(*next) == QStringList{u"?"_s, u"?"_s, u"?"_s});
    REQUIRE(!next->command(u"restore"_s, {{"recoveryKey"_L1, code}}, patience).contains("error"_L1));
    CHECK(until([&] { return chat.seenBy(*next) == QStringList{u"Guten Tag"_s} + missed; }, patience));
    // It was used once; the next one is there, and nobody here sees it.
    REQUIRE(until([&] { return dehydratedDevice(chat) != first && signedDevices(chat).size() == 2; }, patience));
    const auto own = devicesSeenBy(*next);
    CHECK(std::none_of(own.begin(), own.end(), [](const QString& name) { return name.size() == keyLength; }));
    for (const auto& event : next->events())
        CHECK(event.value("alert"_L1).toString() != u"newOwnDevice"_s);
}

TEST_CASE("what we write while the practice is logged out waits at the device that its program has left there",
          "[integration][recovery][dehydrated]")
{
    const Account doctor = professional();
    const Account erika = newInsured();
    auto theirs = practice();
    REQUIRE(!theirs->command(u"login"_s, {{"homeserver"_L1, doctor.url}, {"user"_L1, doctor.user}}).contains("error"_L1));
    const QString code = theirs->command(u"bootstrap"_s, {}, patience).value("recoveryKey"_L1).toString();
    REQUIRE(!code.isEmpty());
    REQUIRE(!theirs->command(u"dehydrate"_s, {}, patience).contains("error"_L1));
    const QTemporaryDir store;
    const auto ours = client(store.path(), erika);
    ours->waitFor({{"kind"_L1, u"sync"_s}});
    const QString room =
        theirs->command(u"create"_s, {{"invite"_L1, erika.id()}, {"direct"_L1, true}}).value("room"_L1).toString();
    ours->waitFor({{"kind"_L1, u"membership"_s}, {"room"_L1, room}, {"membership"_L1, u"invite"_s}});
    REQUIRE(!ours->command(u"join"_s, {{"room"_L1, room}}).contains("error"_L1));
    theirs->waitFor({{"kind"_L1, u"state"_s}, {"room"_L1, room}, {"stateKey"_L1, erika.id()}});
    REQUIRE(!theirs->command(u"logout"_s).contains("error"_L1));
    const QString text = u"Ich habe eine Frage."_s;
    REQUIRE(!ours->command(u"send"_s, {{"room"_L1, room}, {"body"_L1, text}}).contains("error"_L1));

    theirs = practice();
    REQUIRE(!theirs->command(u"login"_s, {{"homeserver"_L1, doctor.url}, {"user"_L1, doctor.user}}).contains("error"_L1));
    REQUIRE(!theirs->command(u"restore"_s, {{"recoveryKey"_L1, code}}, patience).contains("error"_L1));
    REQUIRE(!theirs->command(u"dehydrate"_s, {}, patience).contains("error"_L1)); // reads what is there first
    CHECK(until(
        [&] {
            const auto list = theirs->command(u"messages"_s, {{"room"_L1, room}, {"limit"_L1, 20}}).value("list"_L1).toArray();
            return std::any_of(list.begin(), list.end(), [&](const auto& message) {
                return message.toObject().value("content"_L1).toObject().value("body"_L1).toString() == text;
            });
        },
        patience));
}
