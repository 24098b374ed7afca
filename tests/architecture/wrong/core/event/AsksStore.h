#include "core/store/Database.h" // deliberately wrong
