/* Loaded into a saving process by `./dev stress power` (LD_PRELOAD): writes down, in order, every write, sync, rename and removal
 * inside one folder, and every line printed. tests/src/bin/stress/disk.rs plays the record back as a disk that forgets or tears what
 * was not synced. A test only; nothing of it is in what is shipped.
 *
 * LOSSY_ROOT: the folder. LOSSY_LOG: the record: op, handle (u32), number (u64), length (u32), bytes, all little endian.
 * Operations: O opened (bytes: path; number: 1 made new, 2 emptied), W written at number, T cut at number, S synced,
 * R renamed (bytes: from, 0, to), U removed (path), A printed (bytes).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;
static char root[4096];
static size_t root_length;
static uint32_t handle_of[MOST]; /* by descriptor; 0: not ours */
static uint32_t handles;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("LOSSY_ROOT"), *log = getenv("LOSSY_LOG");
    if (!folder || !log || strlen(folder) >= sizeof root) return;
    strcpy(root, folder);
    root_length = strlen(root);
    record = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
    return record >= 0 && path && strncmp(path, root, root_length) == 0 && !strstr(path, "-shm");
}

static void all(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        long done = syscall(SYS_write, record, at, length);
        if (done <= 0) _exit(99); /* a record with holes proves nothing */
        at += done;
        length -= (size_t)done;
    }
}

static void note(char op, uint32_t handle, uint64_t number, const void *bytes, uint32_t length) {
    char head[17];
    head[0] = op;
    memcpy(head + 1, &handle, 4);
    memcpy(head + 5, &number, 8);
    memcpy(head + 13, &length, 4);
    all(head, sizeof head);
    if (length) all(bytes, length);
}

static uint32_t ours(int fd) { return fd >= 0 && fd < MOST ? handle_of[fd] : 0; }

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    if (!inside(path)) return (int)syscall(SYS_openat, folder, path, flags, mode);
    pthread_mutex_lock(&lock);
    int there = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
    int fd = (int)syscall(SYS_openat, folder, path, flags, mode), error = errno;
    if (fd >= 0 && fd < MOST) {
        handle_of[fd] = ++handles;
        note('O', handles, there ? ((flags & O_TRUNC) ? 2 : 0) : 1, path, (uint32_t)strlen(path));
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return fd;
}

#define MODE mode_t mode = 0; if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (fd >= 0 && fd < MOST) handle_of[fd] = 0;
    int done = (int)syscall(SYS_close, fd), error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t at) {
    uint32_t handle = ours(fd);
    pthread_mutex_lock(&lock);
    off_t place = at >= 0 ? at : handle ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = at >= 0 ? syscall(SYS_pwrite64, fd, bytes, length, at) : syscall(SYS_write, fd, bytes, length);
    int error = errno;
    if (done > 0 && handle) note('W', handle, (uint64_t)place, bytes, (uint32_t)done);
    if (done > 0 && fd == 1 && record >= 0) note('A', 0, 0, bytes, (uint32_t)done);
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}
ssize_t write(int fd, const void *bytes, size_t length) {
    return ours(fd) || fd == 1 ? write_at(fd, bytes, length, -1) : syscall(SYS_write, fd, bytes, length);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return write_at(fd, bytes, length, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return write_at(fd, bytes, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (ours(fd)) _exit(98); /* nobody uses it here; if somebody begins to, the record must learn it */
    return syscall(SYS_writev, fd, parts, count);
}

static int synced(int fd, long call) {
    uint32_t handle = ours(fd);
    if (!handle) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    int done = (int)syscall(call, fd), error = errno;
    if (done == 0) note('S', handle, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int ftruncate(int fd, off_t length) {
    uint32_t handle = ours(fd);
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_ftruncate, fd, length), error = errno;
    if (done == 0 && handle) note('T', handle, (uint64_t)length, NULL, 0);
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to), error = errno;
    if (done == 0 && inside(to)) {
        char both[8192];
        size_t first = strlen(from), second = strlen(to);
        if (first + second + 1 > sizeof both) _exit(97);
        memcpy(both, from, first + 1);
        memcpy(both + first + 1, to, second);
        note('R', 0, 0, both, (uint32_t)(first + 1 + second));
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

static int removed(int folder, const char *path, int flags) {
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_unlinkat, folder, path, flags), error = errno;
    if (done == 0 && inside(path) && !(flags & AT_REMOVEDIR)) note('U', 0, 0, path, (uint32_t)strlen(path));
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }
