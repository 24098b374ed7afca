#include "core/session/PasswordConfirmation.h"

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const auto user = *UserId::parse(u"@a:b");
    const auto question = JsonDocument::parse(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!question)
        return 0;
    const auto auth = confirmWithPassword(question->root(), user, {});
    if (auth && auth->contains(QStringLiteral("password")))
        __builtin_trap();
    (void)confirmWithPassword(question->root(), user, QStringLiteral("secret"));
    return 0;
}
