#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::ChatPerson;
using core::ChatTrust;
using core::IdentityStatus;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};

    Fixture()
    {
        main.applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
        main.openRoom(fixtures::practice().id.toString());
    }
    [[nodiscard]] ChatTrustViewModel& trust() const { return *main.room()->trust(); }
    static ChatTrust of(IdentityStatus identity, bool canConfirm = true)
    {
        const ChatPerson practice{
            .user = fixtures::userId("@empfang:praxis-sommer.example"), .name = u"Praxis Dr. Sommer"_s, .identity = identity};
        ChatTrust trust{.other = practice, .changed = {}, .canConfirm = canConfirm};
        if (identity == IdentityStatus::Changed || identity == IdentityStatus::Violated)
            trust.changed = {practice};
        return trust;
    }
    void apply(const ChatTrust& trust) const { this->trust().applyTrust(fixtures::practice().id, trust); }
};

} // namespace

TEST_CASE_METHOD(Fixture, "only changes are warned of: keys seen for the first time say nothing (product B6)", "[ui][people]")
{
    for (const auto identity : {IdentityStatus::Unknown, IdentityStatus::Pinned, IdentityStatus::Verified}) {
        apply(of(identity));
        CHECK(trust().noticeTitle().isEmpty());
        CHECK(trust().noticeText().isEmpty());
        CHECK_FALSE(trust().blocked());
        CHECK(trust().confirmed() == (identity == IdentityStatus::Verified));
    }
}

TEST_CASE_METHOD(Fixture, "changed keys of somebody who was not confirmed are a calm notice (S-26)", "[ui][people]")
{
    apply(of(IdentityStatus::Changed));
    CHECK(plain(trust().noticeTitle()) == u"Die Schlüssel von Praxis Dr. Sommer haben sich geändert");
    CHECK(trust().noticeText().startsWith(u"Das passiert, wenn jemand seinen Messenger neu einrichtet."));
    CHECK_FALSE(trust().blocked());
    CHECK_FALSE(trust().confirmed());
}

TEST_CASE_METHOD(Fixture, "changed keys of somebody confirmed stop the writing and say so (S-26)", "[ui][people]")
{
    apply(of(IdentityStatus::Violated));
    CHECK(trust().blocked());
    CHECK_FALSE(trust().confirmed());
    CHECK(trust().noticeText().contains(u"wird hier nichts gesendet"));
    CHECK(trust().noticeText().contains(u"unter einer Nummer, die Sie kennen"));
    apply(of(IdentityStatus::Pinned));
    CHECK_FALSE(trust().blocked());
    CHECK(trust().noticeTitle().isEmpty());
}

TEST_CASE_METHOD(Fixture, "comparing asks the other one, and without a confirmed device it says what is missing (S-27)",
                 "[ui][people]")
{
    CHECK_FALSE(trust().ofTwo());
    trust().compare();
    CHECK_FALSE(main.verification()->open());

    apply(of(IdentityStatus::Pinned, false));
    CHECK(trust().ofTwo());
    CHECK_FALSE(trust().canCompare());
    CHECK(trust().cannotCompareReason().contains(u"Meine Geräte"));
    trust().compare();
    CHECK_FALSE(main.verification()->open());

    apply(of(IdentityStatus::Unknown));
    CHECK_FALSE(trust().ofTwo());
    CHECK(trust().cannotCompareReason().isEmpty());

    apply(of(IdentityStatus::Violated));
    CHECK(trust().canCompare());
    CHECK(trust().cannotCompareReason().isEmpty());
    int changes = 0;
    QObject::connect(&trust(), &ChatTrustViewModel::changed, &trust(), [&] { ++changes; });
    trust().compare();
    CHECK(trust().blocked()); // until it has gone well
    CHECK(changes == 0);
    CHECK(main.verification()->open());
    CHECK(main.verification()->isPerson());
    CHECK(main.verification()->name() == u"Praxis Dr. Sommer");
}

TEST_CASE_METHOD(Fixture, "in a group the first one whose keys have changed is named, by address if need be", "[ui][people]")
{
    ChatTrust group = of(IdentityStatus::Violated);
    group.other.reset();
    group.changed[0].name.clear();
    group.changed.append({.user = fixtures::userId("@bert:example.org"), .name = u"Bert"_s, .identity = IdentityStatus::Changed});
    apply(group);
    CHECK(trust().noticeTitle().contains(u"@empfang:praxis-sommer.example"));
    CHECK(trust().blocked());
    CHECK_FALSE(trust().canCompare());
}

TEST_CASE_METHOD(Fixture, "a name is anybody's text, and other chats say nothing here", "[ui][people]")
{
    trust().applyTrust(fixtures::invitation().id, of(IdentityStatus::Violated));
    CHECK_FALSE(trust().blocked());
    ChatTrust hostile = of(IdentityStatus::Changed);
    hostile.changed[0].name = u"Ihre\u202e Kasse\n"_s + u"x"_s.repeated(500);
    apply(hostile);
    CHECK_FALSE(trust().noticeTitle().contains(u'\u202e'));
    CHECK_FALSE(trust().noticeTitle().contains(u'\n'));
    CHECK(trust().noticeTitle().size() < 200);
}

TEST_CASE_METHOD(Fixture, "a decision that could not be stored is said", "[ui][people]")
{
    apply(of(IdentityStatus::Violated));
    trust().applyFailed(fixtures::error(core::ErrorCode::StorageFull));
    CHECK_FALSE(trust().failure().isNull());
    trust().acknowledge();
    CHECK(trust().failure().isNull());
    CHECK(trust().blocked()); // until the core has taken note
}
