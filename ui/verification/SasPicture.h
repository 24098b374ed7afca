#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqml.h>

namespace ui {

/// One of the pictures that two devices compare, with its name in the language of the moment.
/// Spec: Matrix v1.11, Client-Server API, "SAS method: emoji".
struct SasPicture {
    Q_GADGET
    QML_VALUE_TYPE(sasPicture)
    Q_PROPERTY(QString symbol MEMBER symbol)
    Q_PROPERTY(QString name MEMBER name)
public:
    QString symbol; ///< an emoji
    QString name;   ///< "Umbrella"
    bool operator==(const SasPicture&) const = default;

    /// `number`: 0 to 63, one of crypto::sasEmoji().
    static SasPicture of(int number);
};

} // namespace ui
