#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>
#include <vector>

namespace figured::tests {

struct FaultVfs::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::optional<DiskFault> fault;
  std::size_t calls[2][4] = {};
  bool failed = false;

  // The code to fail with; 0 = go on.
  int meet(DiskFile file, DiskCall call) {
    const std::size_t number = ++calls[static_cast<int>(file)][static_cast<int>(call)];
    if (!fault || fault->file != file || fault->call != call || number < fault->first ||
        number - fault->first >= fault->count)
      return SQLITE_OK;
    failed = true;
    errno = fault->system_error;
    return fault->code;
  }
};

namespace {

using State = FaultVfs::State;

// What stood where something was written since the last sync.
struct Unsynced {
  sqlite3_int64 at;
  std::vector<char> before;
};

struct File {
  sqlite3_file base;
  State* state;
  std::optional<DiskFile> kind;  // empty = never fails
  std::vector<Unsynced>* unsynced;
  sqlite3_int64 synced_size;
  sqlite3_file* real;
};

File& as_file(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return as_file(file).real; }

int meet(const File& file, DiskCall call) {
  return file.kind ? file.state->meet(*file.kind, call) : SQLITE_OK;
}

sqlite3_int64 size_of(const File& file) {
  sqlite3_int64 size = 0;
  file.real->pMethods->xFileSize(file.real, &size);
  return size;
}

void note_write(File& file, sqlite3_int64 at, int size) {
  Unsynced& change = file.unsynced->emplace_back();
  change.at = at;
  const sqlite3_int64 there = std::min<sqlite3_int64>(size, size_of(file) - at);
  if (there <= 0) return;
  change.before.resize(static_cast<std::size_t>(there));
  file.real->pMethods->xRead(file.real, change.before.data(), static_cast<int>(there), at);
}

void lose_unsynced(File& file) {
  for (auto change = file.unsynced->rbegin(); change != file.unsynced->rend(); ++change)
    file.real->pMethods->xWrite(file.real, change->before.data(),
                                static_cast<int>(change->before.size()), change->at);
  file.real->pMethods->xTruncate(file.real, file.synced_size);
  file.unsynced->clear();
}

int close_file(sqlite3_file* base) {
  File& file = as_file(base);
  const int code = file.real->pMethods ? file.real->pMethods->xClose(file.real) : SQLITE_OK;
  delete file.unsynced;
  return code;
}

int read_file(sqlite3_file* base, void* into, int size, sqlite3_int64 at) {
  if (const int code = meet(as_file(base), DiskCall::kRead)) return code;
  return real(base)->pMethods->xRead(real(base), into, size, at);
}

int write_file(sqlite3_file* base, const void* from, int size, sqlite3_int64 at) {
  if (const int code = meet(as_file(base), DiskCall::kWrite)) return code;
  if (as_file(base).kind) note_write(as_file(base), at, size);
  return real(base)->pMethods->xWrite(real(base), from, size, at);
}

int truncate_file(sqlite3_file* base, sqlite3_int64 size) {
  if (const int code = meet(as_file(base), DiskCall::kTruncate)) return code;
  return real(base)->pMethods->xTruncate(real(base), size);
}

int sync_file(sqlite3_file* base, int flags) {
  File& file = as_file(base);
  if (const int code = meet(file, DiskCall::kSync)) {
    if (file.state->fault->loses) lose_unsynced(file);
    errno = file.state->fault->system_error;
    return code;
  }
  file.unsynced->clear();
  file.synced_size = size_of(file);
  return file.real->pMethods->xSync(file.real, flags);
}

template <auto Method, class... Arguments>
int pass(sqlite3_file* base, Arguments... arguments) {
  return (real(base)->pMethods->*Method)(real(base), arguments...);
}

constexpr sqlite3_io_methods kMethods = {
    2,
    close_file,
    read_file,
    write_file,
    truncate_file,
    sync_file,
    pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    pass<&sqlite3_io_methods::xLock, int>,
    pass<&sqlite3_io_methods::xUnlock, int>,
    pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    pass<&sqlite3_io_methods::xFileControl, int, void*>,
    pass<&sqlite3_io_methods::xSectorSize>,
    pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    [](sqlite3_file* base) { real(base)->pMethods->xShmBarrier(real(base)); },
    pass<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr,
};

std::optional<DiskFile> kind_of(int flags) {
  if (flags & SQLITE_OPEN_MAIN_DB) return DiskFile::kDatabase;
  if (flags & SQLITE_OPEN_WAL) return DiskFile::kLog;
  return std::nullopt;
}

// The real file stands behind ours, in the room that SQLite made for both.
int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out) {
  auto& state = *static_cast<State*>(vfs->pAppData);
  auto* file = new (base) File{};
  file->real = reinterpret_cast<sqlite3_file*>(file + 1);
  std::memset(static_cast<void*>(file->real), 0, sizeof(sqlite3_file));
  const int code = state.real->xOpen(state.real, name, file->real, flags, out);
  if (code != SQLITE_OK) return code;
  file->base.pMethods = &kMethods;
  file->state = &state;
  file->kind = kind_of(flags);
  file->unsynced = new std::vector<Unsynced>;
  file->synced_size = size_of(*file);
  return code;
}

}  // namespace

FaultVfs::FaultVfs() : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.real = sqlite3_vfs_find(nullptr);
  // Everything but opening is left to the real one, with the real one's data.
  state.vfs = *state.real;
  state.vfs.zName = "figured-fault";
  state.vfs.pNext = nullptr;
  state.vfs.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
  state.vfs.pAppData = &state;
  state.vfs.xOpen = open_file;
  state.vfs.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync) {
    auto* under = static_cast<State*>(vfs->pAppData)->real;
    return under->xDelete(under, name, sync);
  };
  state.vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    auto* under = static_cast<State*>(vfs->pAppData)->real;
    return under->xAccess(under, name, flags, out);
  };
  state.vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
    auto* under = static_cast<State*>(vfs->pAppData)->real;
    return under->xFullPathname(under, name, size, out);
  };
  if (sqlite3_vfs_register(&state.vfs, 1) != SQLITE_OK)
    throw std::runtime_error("SQLite takes no other VFS");
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
}

void FaultVfs::fail(const DiskFault& fault) {
  state_->fault = fault;
  std::memset(state_->calls, 0, sizeof state_->calls);
  state_->failed = false;
}

void FaultVfs::heal() { state_->fault.reset(); }

std::size_t FaultVfs::calls(DiskFile file, DiskCall call) const {
  return state_->calls[static_cast<int>(file)][static_cast<int>(call)];
}

bool FaultVfs::has_failed() const { return state_->failed; }

}  // namespace figured::tests
