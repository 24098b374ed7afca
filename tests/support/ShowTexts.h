#pragma once

#include <QStringList>

#include <catch2/catch_tostring.hpp>

/// Lets a failed check show the texts it compared.
namespace Catch {

template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& texts) { return '[' + texts.join(QStringLiteral("\n ")).toStdString() + ']'; }
};

} // namespace Catch
