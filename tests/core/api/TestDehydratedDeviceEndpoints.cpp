#include "core/api/endpoints/DehydratedDevice.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString path = u"/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"_s;

template <typename T>
Result<T> read(const Endpoint<T>& endpoint, const QByteArray& body)
{
    return endpoint.parse(withJsonPadding(body));
}

} // namespace

TEST_CASE("a dehydrated device is asked for, put and deleted at one address")
{
    CHECK(endpoints::dehydratedDevice().path == path);
    const auto put = endpoints::putDehydratedDevice({{u"device_id"_s, u"A/B+C"_s}});
    CHECK(put.method == "PUT");
    CHECK(put.path == path);
    CHECK(QJsonDocument::fromJson(put.body).object().value(u"device_id"_s) == u"A/B+C"_s);
    CHECK(endpoints::deleteDehydratedDevice().method == "DELETE");
    CHECK(endpoints::deleteDehydratedDevice().path == path);
}

TEST_CASE("the name of a dehydrated device is base64 and stays one piece of a path")
{
    const auto device = *DeviceId::parse(u"ab/c+d"_s);
    CHECK(endpoints::dehydratedEvents(device, {}).path == path + u"/ab%2Fc%2Bd/events"_s);
    CHECK(endpoints::dehydratedEvents(device, u"d1&2"_s).path == path + u"/ab%2Fc%2Bd/events?from=d1%262"_s);
}

TEST_CASE("what a server gives as a dehydrated device needs a name and an object")
{
    const auto endpoint = endpoints::dehydratedDevice();
    const auto whole = read(endpoint, R"({"device_id":"AB","device_data":{"algorithm":"x"}})");
    REQUIRE(whole);
    CHECK(whole->device.toString() == u"AB"_s);
    CHECK(whole->data == QJsonObject{{u"algorithm"_s, u"x"_s}});
    for (const char* wrong :
         {R"({"device_id":"AB"})", R"({"device_data":{}})", R"({"device_id":7,"device_data":{}})",
          R"({"device_id":"AB","device_data":[]})", R"({"device_id":"AB","device_data":{"a":1,"a":2}})", "[]", "<html>"})
        CHECK_FALSE(read(endpoint, wrong));
}

TEST_CASE("the pages of what a dehydrated device has received are raw events, and the last one names no next")
{
    const auto endpoint = endpoints::dehydratedEvents(*DeviceId::parse(u"AB"_s), {});
    const auto page = read(endpoint, R"({"next_batch":"d\u00e4","events":[{"a":1},{"b":[2]}]})");
    REQUIRE(page);
    CHECK(page->events == std::vector<std::string_view>{R"({"a":1})", R"({"b":[2]})"});
    CHECK(page->next == u"dä"_s);
    CHECK(read(endpoint, R"({"events":[]})").value().next.isEmpty());
    CHECK(read(endpoint, R"({"events":[],"next_batch":7})").value().next.isEmpty());
    CHECK_FALSE(read(endpoint, R"({"events":{}})"));
    CHECK_FALSE(read(endpoint, "[]"));
    CHECK_FALSE(read(endpoint, R"({"events":[],"next_batch":")" + QByteArray(1001, 'x') + R"("})"));
}

TEST_CASE("a server that does not know dehydrated devices is told from one that has none")
{
    const Error unknown{.code = ErrorCode::NotFound, .detail = {}, .errcode = u"M_UNRECOGNIZED"_s, .retryAfter = {}};
    const Error old{.code = ErrorCode::Protocol, .detail = {}, .errcode = u"M_UNRECOGNIZED"_s, .retryAfter = {}};
    const Error page{.code = ErrorCode::NotFound, .detail = {}, .errcode = {}, .retryAfter = {}};
    const Error none{.code = ErrorCode::NotFound, .detail = {}, .errcode = u"M_NOT_FOUND"_s, .retryAfter = {}};
    CHECK(isUnknownEndpoint(unknown));
    CHECK(isUnknownEndpoint(old));
    CHECK(isUnknownEndpoint(page));
    CHECK_FALSE(isUnknownEndpoint(none));
}
