#pragma once

#include <QString>

/// The top folder of the tree that the tests were built from, absolute, without a slash at the end. Thread: any.
QString sourceFolder();
