#include <sqlcipher/sqlite3.h> // deliberately wrong
