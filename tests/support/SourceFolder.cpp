#include "tests/support/SourceFolder.h"

QString sourceFolder()
{
    return QStringLiteral(SOURCE_DIR);
}
