#include "core/net/RequestHead.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;

TEST_CASE("the head of a browser's request is taken apart")
{
    const auto head =
        readRequestHead("GET /path?a=b%20c HTTP/1.1\r\nUser-Agent: x\r\nhOsT:  127.0.0.1:5000 \r\nAccept: */*\r\n\r\n");
    CHECK(head == RequestHead{.method = "GET", .target = "/path?a=b%20c", .host = "127.0.0.1:5000"});
}

TEST_CASE("a head that is not well-formed is refused")
{
    const QByteArray head = GENERATE(
        QByteArray(), "\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\nHost: a\r\n\r\n",
        "GET / HTTP/2\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / /b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: \xc3\xa4\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    INFO(head.toStdString());
    CHECK_FALSE(readRequestHead(head));
}
