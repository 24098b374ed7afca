#include "core/room/Ring.h" // deliberately wrong: a circle
