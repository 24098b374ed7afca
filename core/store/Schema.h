#pragma once

#include <QByteArray>

#include <vector>

namespace core {

/// The numbered migrations in order, as SQL texts (core/store/migrations). `user_version` counts those that were applied (S-104).
std::vector<QByteArray> schemaMigrations();

} // namespace core
