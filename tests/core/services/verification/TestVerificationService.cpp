#include "core/api/Api.h"
#include "core/services/verification/VerificationService.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Phase = VerificationState::Phase;

/// A device with a service, and another device of the same person on a server that answers both.
struct Account {
    party::Server server;
    party::ManualClock clock;
    party::Party here{server, clock, u"@anna:example.org"_s, u"HERE"_s};
    party::Party other{server, clock, u"@anna:example.org"_s, u"OTHER"_s};
    FakeHomeserver http;
    Api api{http, QUrl(u"https://example.org"_s), nullptr};
    CryptoRequestSender requests{api, *here.machine};
    VerificationService service{{.machine = *here.machine, .requests = requests}};
    QList<ShownVerification> shown;
    QList<Error> errors;
    int emissions = 0;

    Account()
    {
        http.on("PUT", u"/_matrix/client/v3/sendToDevice/*/*"_s, {FakeHomeserver::json("{}")});
        here.bootstrap();
        QObject::connect(&service, &VerificationService::changed, &service, [this](const QList<ShownVerification>& all) {
            shown = all;
            ++emissions;
        });
        QObject::connect(&service, &VerificationService::failed, &service, [this](const Error& error) { errors.append(error); });
    }
    [[nodiscard]] QStringList sent() const
    {
        QStringList types;
        for (const auto& request : http.requests()) {
            if (request.method == "PUT")
                types.append(request.url.path().section(u'/', -2, -2));
        }
        return types;
    }
    void receiveRequest(const QString& device)
    {
        here.receive(party::toJson({{u"type"_s, u"m.key.verification.request"_s},
                                    {u"sender"_s, u"@anna:example.org"_s},
                                    {u"content"_s, QJsonObject{{u"from_device"_s, device},
                                                               {u"transaction_id"_s, u"t"_s},
                                                               {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                                               {u"timestamp"_s, clock.time.ms}}}}));
        service.check();
    }
};

} // namespace

TEST_CASE("A verification that a person asks for goes out at once, and is said once", "[verification]")
{
    Account account;
    account.here.sync({u"@anna:example.org"_s});
    account.service.request({});
    REQUIRE(account.shown.size() == 1);
    CHECK(account.shown[0].state.isOurs);
    CHECK(account.shown[0].state.phase == Phase::Requested);
    REQUIRE(runUntil([&] { return account.sent().contains(u"m.key.verification.request"_s); }));
    account.service.check();
    CHECK(account.emissions == 1); // nothing has changed

    account.service.act(account.shown[0].state.transaction, VerificationAction::Cancel);
    CHECK(account.shown[0].state.phase == Phase::Cancelled);
    CHECK(runUntil([&] { return account.sent().contains(u"m.key.verification.cancel"_s); }));
}

TEST_CASE("What is not possible is said with its reason", "[verification]")
{
    Account account;
    account.service.request({*DeviceId::parse(u"NOBODY")});
    account.service.act(u"unknown"_s, VerificationAction::Confirm);
    REQUIRE(account.errors.size() == 2);
    CHECK(account.errors[0].code == ErrorCode::NotFound);
    CHECK(account.errors[1].code == ErrorCode::NotFound);
    CHECK(account.shown.isEmpty());
}

TEST_CASE("A device whose keys are not here yet is accepted as soon as they are", "[verification]")
{
    Account account;
    party::Party late(account.server, account.clock, u"@anna:example.org"_s, u"LATE"_s);
    account.receiveRequest(u"LATE"_s);
    REQUIRE(account.shown.size() == 1);
    account.service.act(u"t"_s, VerificationAction::Accept);
    CHECK(account.errors.isEmpty());
    CHECK(account.shown[0].state.phase == Phase::Requested);

    CHECK(runUntil([&] {
        account.here.sync({u"@anna:example.org"_s});
        account.service.check();
        return account.shown[0].state.phase == Phase::Ready;
    }));
}
