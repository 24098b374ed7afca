#include "app/Hardening.h"

#include <QByteArray>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace app {

void harden()
{
#ifdef Q_OS_LINUX
    // With rights of somebody else than its user, anything the environment says could be an attack.
    if (getuid() != geteuid() || getgid() != getegid())
        _exit(1);
    umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
#endif
    for (const char* name : {"QML_IMPORT_PATH", "QML2_IMPORT_PATH", "QT_PLUGIN_PATH", "QT_QUICK_CONTROLS_STYLE",
                             "QT_QUICK_CONTROLS_CONF", "QML_IMPORT_TRACE", "OPENSSL_CONF", "QT_LOGGING_CONF"})
        qunsetenv(name);
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    // The other one of Qt 6.4 crashes where one of its own plugins is missing.
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

} // namespace app
