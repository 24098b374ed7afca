#pragma once

#include <QObject>
#include <QStringList>

/// A10: computes every pair of tokens that stand on each other, in every theme. Answers with what is too weak; `checked` counts.
/// Source: WCAG 2.2, 1.4.3, 1.4.6 (7:1 for body text), 1.4.11.
QStringList checkContrast(const QObject& theme, int& checked);
