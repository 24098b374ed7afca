#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

/// A10: computes every pair of tokens that stand on each other, in every theme, and gives each to `result`, with what is wrong.
/// Source: WCAG 2.2, 1.4.3, 1.4.6 (7:1 for body text), 1.4.11.
void checkContrast(const QObject& theme, const std::function<void(const QString& pair, const QStringList& wrong)>& result);
