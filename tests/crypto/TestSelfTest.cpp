#include "crypto/SelfTest.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the known answers of start-up hold here")
{
    CHECK(crypto::selfTest().has_value());
}
