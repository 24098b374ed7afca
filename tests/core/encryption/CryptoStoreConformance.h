#pragma once

#include "core/encryption/CryptoStore.h"

#include <functional>
#include <memory>

/// What every CryptoStore must do, as checks to be run inside a TEST_CASE. `open` gives a fresh, empty store; `reopen` gives
/// the same store as a later start of the program would see it (it may return the argument where there is nothing to close).
struct CryptoStoreFactory {
    std::function<std::unique_ptr<core::CryptoStore>()> open;
    std::function<std::unique_ptr<core::CryptoStore>(std::unique_ptr<core::CryptoStore>)> reopen;
};
void checkCryptoStore(const CryptoStoreFactory& factory);
