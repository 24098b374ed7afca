#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// Two names that look alike have the same skeleton (S-82). It is for comparing only, never shown.
///
/// What cannot be seen does not count, nor do the width of white space and the case; letters and digits that look like a Latin
/// letter count as that letter. Spec: Unicode Technical Standard 39, section 4, with the lookalikes of the Cyrillic, Greek,
/// Armenian and Latin scripts and of compatibility characters. Cheap for a name of plain Latin letters.
QString nameSkeleton(QStringView name);

} // namespace core
