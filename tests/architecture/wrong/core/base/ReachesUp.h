#include "ui/common/Format.h" // deliberately wrong
