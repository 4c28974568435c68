// The control of power_cut.sh: a library to be preloaded that puts synchronous=NORMAL in the
// place of FULL, with which SQLite syncs its write-ahead log only when that is moved into the
// file.  It is never moved here, so that the power is always cut between two moves.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

typedef int (*Exec)(void*, const char*, int (*)(void*, int, char**, char**), void*, char**);

int sqlite3_exec(void* db, const char* sql, int (*callback)(void*, int, char**, char**), void* with,
                 char** error) {
  Exec exec;
  *(void**)&exec = dlsym(RTLD_NEXT, "sqlite3_exec");
  if (strcmp(sql, "PRAGMA synchronous = FULL") == 0) sql = "PRAGMA synchronous = NORMAL";
  return exec(db, sql, callback, with, error);
}

int sqlite3_wal_checkpoint_v2(void* db, const char* schema, int mode, int* in_log, int* moved) {
  (void)db, (void)schema, (void)mode, (void)in_log, (void)moved;
  return 0;
}
