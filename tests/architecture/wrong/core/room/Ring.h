#include "core/room/Circle.h" // deliberately wrong: a circle
