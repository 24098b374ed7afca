#include "tests/vectors/VectorCheck.h"
#include "ui/app/Language.h"
#include "ui/verification/SasPicture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace test {

/// The table of pictures with their names: number, symbol, English, German.
void sasNames(const Vector& v, Check& check)
{
    const auto table = v.input["table"_L1].toArray();
    check.that(table.size() == v.expected["entries"_L1].toInt(), u"number of entries"_s);
    const QList<std::pair<QString, int>> languages{{u"en"_s, 2}, {u"de"_s, 3}};
    for (const auto& [code, column] : languages) {
        ui::Language language;
        language.use(code);
        for (const auto& entry : table) {
            const auto row = entry.toArray();
            const auto picture = ui::SasPicture::of(row.at(0).toInt());
            check.that(picture.symbol == row.at(1).toString() && picture.name == row.at(column).toString(),
                       code + u' ' + QString::number(row.at(0).toInt()));
        }
    }
}

} // namespace test
