/* Loaded into a process by `./dev stress errors` (LD_PRELOAD): the n-th call that could fail on a disk fails. Counted are, inside one folder:
 * files made, writes, syncs, cuts, renames, removals, copies. A test only; nothing of it is in what is shipped.
 *
 * FAULT_ROOT: the folder. FAULT_AT: which call fails, from 1; 0 for none. FAULT_ERROR: ENOSPC or EIO. FAULT_LASTING: every call after it
 * fails too, as on a disk that stays full. FAULT_COUNT: a file that is told at the end how many calls there were.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
static const char *root, *told;
static size_t root_length;
static long fail_at, calls;
static int error_told, lasting;
static char ours[MOST]; /* by descriptor */

__attribute__((constructor)) static void begin(void) {
    root = getenv("FAULT_ROOT");
    root_length = root ? strlen(root) : 0;
    told = getenv("FAULT_COUNT");
    const char *at = getenv("FAULT_AT"), *error = getenv("FAULT_ERROR");
    fail_at = at ? atol(at) : 0;
    error_told = error && strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
    lasting = getenv("FAULT_LASTING") != NULL;
}

__attribute__((destructor)) static void end(void) {
    if (!told) return;
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", calls);
    int file = (int)syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0 && syscall(SYS_write, file, text, length) != length) _exit(99);
}

static int inside(const char *path) {
    return root && path && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length])
        && !strstr(path, "-shm");
}

static int fails(void) {
    long now = __sync_add_and_fetch(&calls, 1);
    if (!fail_at || now < fail_at || (now > fail_at && !lasting)) return 0;
    errno = error_told;
    return 1;
}

static int known(int fd) { return fd >= 0 && fd < MOST && ours[fd]; }

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    int mine = inside(path);
    if (mine && (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0 && fails()) return -1;
    int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (fd >= 0 && fd < MOST) ours[fd] = (char)mine;
    return fd;
}

#define MODE mode_t mode = 0; if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_at(folder, path, flags, mode); }

int close(int fd) {
    if (fd >= 0 && fd < MOST) ours[fd] = 0;
    return (int)syscall(SYS_close, fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    return known(fd) && fails() ? -1 : syscall(SYS_write, fd, bytes, length);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    return known(fd) && fails() ? -1 : syscall(SYS_pwrite64, fd, bytes, length, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return pwrite(fd, bytes, length, at); }
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    return known(to) && fails() ? -1 : syscall(SYS_copy_file_range, from, from_at, to, to_at, length, flags);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    return known(to) && fails() ? -1 : syscall(SYS_sendfile, to, from, at, length);
}
int fsync(int fd) { return known(fd) && fails() ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return known(fd) && fails() ? -1 : (int)syscall(SYS_fdatasync, fd); }
int ftruncate(int fd, off_t length) { return known(fd) && fails() ? -1 : (int)syscall(SYS_ftruncate, fd, length); }
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }
int rename(const char *from, const char *to) {
    return inside(to) && fails() ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}
int link(const char *from, const char *to) {
    return inside(to) && fails() ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int linkat(int one, const char *from, int other, const char *to, int flags) {
    return inside(to) && fails() ? -1 : (int)syscall(SYS_linkat, one, from, other, to, flags);
}
int mkdir(const char *path, mode_t mode) {
    return inside(path) && fails() ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
int unlink(const char *path) { return inside(path) && fails() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) {
    return inside(path) && fails() ? -1 : (int)syscall(SYS_unlinkat, folder, path, flags);
}
