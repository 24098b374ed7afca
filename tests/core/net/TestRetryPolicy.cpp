#include "core/net/RetryPolicy.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace std::chrono_literals;

namespace {
// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110, section 5.6.7
constexpr qint64 exampleMs = 784'111'777'000;
} // namespace

TEST_CASE("the wait doubles with each failure and ends at five minutes")
{
    const RetryPolicy shortest([] { return 0.0; });
    const RetryPolicy longest([] { return 1.0; });
    CHECK(shortest.backOff(1) == 500ms);
    CHECK(longest.backOff(1) == 1s);
    CHECK(longest.backOff(2) == 2s);
    CHECK(longest.backOff(5) == 16s);
    CHECK(longest.backOff(9) == 256s);
    CHECK(longest.backOff(10) == 5min);
    CHECK(shortest.backOff(10) == 150s);
    CHECK(longest.backOff(1'000'000) == 5min);
}

TEST_CASE("a number of failures that makes no sense waits like the first one")
{
    const RetryPolicy longest([] { return 1.0; });
    CHECK(longest.backOff(0) == 1s);
    CHECK(longest.backOff(-5) == 1s);
}

TEST_CASE("a server that only fails sees at most 20 tries in ten minutes")
{
    const RetryPolicy quickest([] { return 0.0; });
    std::chrono::milliseconds passed{};
    int tries = 1;
    while ((passed += quickest.backOff(tries)) < 10min)
        ++tries;
    CHECK(tries <= 20);
}

TEST_CASE("waits differ from client to client")
{
    const RetryPolicy policy;
    const auto first = policy.backOff(10);
    bool differs = false;
    for (int i = 0; i < 20; ++i)
        differs |= policy.backOff(10) != first;
    CHECK(differs);
}

TEST_CASE("what the server asks for is kept between half a second and an hour")
{
    const struct {
        QByteArray header;
        std::optional<qint64> body;
        std::optional<std::chrono::milliseconds> wait;
    } table[] = {
        {"", {}, {}},
        {"soon", {}, {}},
        {"1.5", {}, {}},
        {"0", {}, 500ms},
        {"-1", {}, 500ms},
        {"2", {}, 2s},
        {" 2 ", {}, 2s},
        {"999999999", {}, 1h},
        {"-999999999999999999", {}, 500ms},
        {"99999999999999999999999999", {}, {}},
        {"", 1500, 1500ms},
        {"", 0, 500ms},
        {"", -9'007'199'254'740'991, 500ms},
        {"", 9'007'199'254'740'991, 1h},
        {"7", 1500, 7s}, // the header wins, Matrix 1.11
        {"soon", 1500, 1500ms},
    };
    for (const auto& row : table) {
        INFO(row.header.toStdString() << " / " << row.body.value_or(-1));
        CHECK(RetryPolicy::retryAfter(row.header, row.body, exampleMs) == row.wait);
    }
}

TEST_CASE("an HTTP date counts from now")
{
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";
    CHECK(RetryPolicy::retryAfter(date, {}, exampleMs - 30'000) == 30s);
    CHECK(RetryPolicy::retryAfter(date, {}, exampleMs + 30'000) == 500ms);
    CHECK(RetryPolicy::retryAfter(date, {}, 0) == 1h);
    CHECK(RetryPolicy::retryAfter("Sun, 32 Nov 1994 08:49:37 GMT", {}, exampleMs) == std::nullopt);
}
