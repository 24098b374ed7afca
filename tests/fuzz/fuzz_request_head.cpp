#include "core/net/RequestHead.h"

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    const auto head = readRequestHead(text);
    if (!head)
        return 0;
    // What was read stands in the text, and cannot carry a line of its own into anything.
    if (text.indexOf(head->target) < 0 || head->target.contains('\r') || head->host.contains('\n') ||
        !head->target.startsWith('/'))
        __builtin_trap();
    return 0;
}
