#pragma once

#include "core/base/Result.h"

#include <QJsonObject>

#include <functional>

namespace headless {

/// What a command is answered with, once: {"ok": value} or {"error": text}.
using Reply = std::function<void(const QJsonObject& answer)>;

QJsonObject ok(const QJsonValue& value = QJsonObject());
QJsonObject failed(const QString& what);
/// With `errcode`, and `status` 403, where the server has said so.
QJsonObject failed(const core::Error& error);

} // namespace headless
