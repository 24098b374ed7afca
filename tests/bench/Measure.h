#pragma once

#include <QString>

#include <functional>

namespace bench {

/// CPU seconds of this process while `work` runs.
double cpuSeconds(const std::function<void()>& work);
/// Peak resident memory of this process so far, in MB.
double peakMegabytes();

/// Ends the program with a message: a benchmark whose work fails has measured nothing.
void require(bool succeeded, const char* what);

/// One line of the table.
struct Row {
    QString what;
    double seconds = 0;
    double items = 0; ///< how many things were done; 0 where that makes no sense
};

} // namespace bench
