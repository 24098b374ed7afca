#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace test {

/// One entry of the file of test vectors.
struct Vector {
    QString id;
    QString group;
    QJsonObject input;
    QJsonObject expected;
};

/// The file named by the environment variable TIM_VECTORS, or shared/vectors.json beside the source tree. Empty if there is
/// none or it cannot be read.
std::optional<QList<Vector>> readVectors();

/// What came of one vector: empty if all was as expected, otherwise what was not.
using Failure = QString;
/// Runs `vector` if something here covers it; nothing if it does not.
std::optional<Failure> runVector(const Vector& vector);

} // namespace test
