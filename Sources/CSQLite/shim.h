// SQLite as Debian ships it.
#pragma once
#include <sqlite3.h>

// SQLite counts its memory under a lock unless told otherwise before its first use; nobody here reads the count.
static inline void sqlite3_stop_counting_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
