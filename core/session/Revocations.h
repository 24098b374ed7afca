#pragma once

#include "core/store/RevocationStore.h"

#include <QObject>

namespace core {

class Clock;
class HttpClient;

/// Makes ended sessions known to their servers, also later ones: what a server has not heard of yet waits in the database for the
/// next start (S-128).
///
/// Thread: core. Its network calls end with it. `http` and `clock` must outlive it.
class Revocations {
public:
    Revocations(HttpClient& http, const Clock& clock);

    /// Tries again what `store` holds, and keeps there what is open from now on. Errors: storage.
    Result<> attach(RevocationStore& store);
    /// The database goes: what is open stays in memory until the next attach().
    void detach() { m_store = nullptr; }
    void add(const EndedSession& session);

private:
    void tell(const EndedSession& session);
    void keep();

    HttpClient& m_http;
    const Clock& m_clock;
    RevocationStore* m_store = nullptr;
    QList<EndedSession> m_open;
    QObject m_jobs; // last: jobs die before what they use
};

} // namespace core
