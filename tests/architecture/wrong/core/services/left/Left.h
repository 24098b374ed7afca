#include "core/services/right/Right.h" // deliberately wrong
