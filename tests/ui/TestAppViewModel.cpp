#include "tests/ui/Speaking.h"
#include "ui/app/AppViewModel.h"
#include "ui/rooms/RoomRow.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Phase = core::AccountState::Phase;
using Stage = AppViewModel::Stage;

namespace {

struct Fixture {
    AppViewModel app{QString(), nullptr, &fixtures::now};
    Fixture()
    {
        app.settings()->setLanguage(u"de"_s);
        app.goOn();
        app.goOn();
    }
};

} // namespace

TEST_CASE("the first run asks for the text size, then says what this is, and never again")
{
    const QTemporaryDir profile;
    {
        AppViewModel app(profile.path(), nullptr);
        CHECK(app.stage() == Stage::ReadingSize);
        app.goOn();
        CHECK(app.stage() == Stage::Start);
        app.goBack();
        CHECK(app.stage() == Stage::ReadingSize);
        app.goOn();
        app.goOn();
        CHECK(app.stage() == Stage::Opening);
        app.goBack();
        CHECK(app.stage() == Stage::Opening);
    }
    const AppViewModel again(profile.path(), nullptr);
    CHECK(again.stage() == Stage::Opening);
}

TEST_CASE_METHOD(Fixture, "each phase of the account has its screen")
{
    const std::pair<Phase, Stage> table[] = {
        {Phase::Closed, Stage::Opening},  {Phase::LoggedOut, Stage::Insurers},      {Phase::Discovering, Stage::Login},
        {Phase::LoggingIn, Stage::Login}, {Phase::WaitingForBrowser, Stage::Login}, {Phase::Preparing, Stage::Preparing},
        {Phase::Ready, Stage::Main},      {Phase::NeedsLogin, Stage::Login},        {Phase::Failed, Stage::Failed},
    };
    for (const auto& [phase, stage] : table) {
        INFO(static_cast<int>(phase));
        app.applyState(fixtures::account(phase));
        CHECK(app.stage() == stage);
    }
}

TEST_CASE_METHOD(Fixture, "a profile that cannot be opened has its own text and can be tried again")
{
    app.applyError(fixtures::error(core::ErrorCode::KeyStoreLocked));
    CHECK(app.stage() == Stage::Failed);
    CHECK(app.canRetry());
    CHECK(app.error() == ErrorText::of(core::ErrorCode::KeyStoreLocked));
    int asked = 0;
    QObject::connect(&app, &AppViewModel::retryRequested, &app, [&] { ++asked; });
    app.retry();
    CHECK(asked == 1);
    CHECK(app.stage() == Stage::Opening);
    CHECK(app.error().isNull());

    core::AccountState failed = fixtures::account(Phase::Failed);
    failed.error = fixtures::error(core::ErrorCode::StorageDamaged);
    app.applyState(failed);
    CHECK(app.error() == ErrorText::of(core::ErrorCode::StorageDamaged));
}

TEST_CASE_METHOD(Fixture, "another language renews everything that was said before")
{
    app.applyState(fixtures::account(Phase::Ready));
    app.main()->applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
    app.main()->applySync(fixtures::sync(core::SyncState::Phase::Offline));
    app.main()->openRoom(fixtures::practice().id.toString());
    int rows = 0;
    int texts = 0;
    QObject::connect(app.main()->rooms(), &QAbstractItemModel::dataChanged, &app, [&] { ++rows; });
    QObject::connect(&app, &AppViewModel::languageChanged, &app, [&] { ++texts; });
    CHECK(app.main()->connectionText().startsWith(u"Keine Verbindung"));
    CHECK(app.main()->room()->subtitle() == u"verschlüsselt");

    app.settings()->setLanguage(u"en"_s);
    CHECK(texts == 1);
    CHECK(rows >= 1);
    CHECK(app.main()->connectionText().startsWith(u"No connection"));
    CHECK(app.main()->room()->subtitle() == u"encrypted");
    const auto* rooms = app.main()->rooms();
    const auto row = rooms->data(rooms->index(0), RoomListModel::ItemRole).value<RoomRow>();
    CHECK(plain(row.sentence).contains(u"invites you to a chat"));
}

TEST_CASE_METHOD(Fixture, "an account that is gone leaves nothing in memory, one that signs in again keeps its drafts")
{
    app.applyState(fixtures::account(Phase::Ready));
    app.main()->applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
    app.main()->profile()->applyProfile(fixtures::profile());
    app.main()->openRoom(fixtures::practice().id.toString());
    app.main()->room()->composer()->setText(u"angefangen"_s);
    app.main()->close();
    app.main()->openRoom(fixtures::practice().id.toString());
    CHECK(app.main()->room()->composer()->text() == u"angefangen");
    app.main()->forget();
    CHECK(app.main()->rooms()->count() == 0);
    CHECK(app.main()->room() == nullptr);
    CHECK(app.main()->profile()->address().isEmpty());
    app.main()->applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
    app.main()->openRoom(fixtures::practice().id.toString());
    CHECK(app.main()->room()->composer()->text().isEmpty());
}

TEST_CASE_METHOD(Fixture, "pages about keys name the insurer as the list of insurers does, in each language")
{
    app.insurers()->setInsurers({{.id = {}, .name = u"Muster-Krankenkasse"_s, .homeserver = u"kasse.example"_s, .note = {}}});
    app.main()->profile()->applyProfile(fixtures::profile());
    CHECK(app.main()->profile()->insurerName() == u"Muster-Krankenkasse");
    CHECK(app.main()->keyFile()->accountText().contains(u"Muster-Krankenkasse"));
    CHECK(app.main()->recovery()->accountText().contains(u"Muster-Krankenkasse"));
    CHECK(app.main()->verification()->accountText().contains(u"Muster-Krankenkasse"));
    CHECK(app.main()->devices()->accountText().contains(u"Muster-Krankenkasse"));
    CHECK(app.main()->renewal()->introText().contains(u"Muster-Krankenkasse"));
    app.insurers()->setInsurers({}); // the server's name is better than none
    CHECK(app.main()->profile()->insurerName().isEmpty());
    CHECK(app.main()->keyFile()->accountText().contains(u"kasse.example"));
}
