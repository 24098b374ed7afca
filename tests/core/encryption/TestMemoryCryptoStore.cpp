#include "tests/core/encryption/CryptoStoreConformance.h"
#include "tests/support/MemoryCryptoStore.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the crypto store of the tests does what every crypto store must do", "[encryption]")
{
    checkCryptoStore({.open = [] { return std::make_unique<MemoryCryptoStore>(); },
                      .reopen = [](std::unique_ptr<core::CryptoStore> store) { return store; }});
}
