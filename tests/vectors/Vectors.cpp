#include "tests/vectors/Vectors.h"

#include "tests/support/SourceFolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace test {

std::optional<QList<Vector>> readVectors()
{
    QFile file(qEnvironmentVariable("TIM_VECTORS", sourceFolder() + u"/../shared/vectors.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto entries = QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
    if (entries.isEmpty())
        return std::nullopt;
    QList<Vector> vectors;
    for (const auto& entry : entries) {
        const auto object = entry.toObject();
        vectors.append({
            .id = object["id"_L1].toString(),
            .group = object["group"_L1].toString(),
            .input = object["input"_L1].toObject(),
            .expected = object["expected"_L1].toObject(),
        });
    }
    return vectors;
}

} // namespace test
