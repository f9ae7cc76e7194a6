// What glibc declares only with _GNU_SOURCE, under names of its own. The macro itself stays unset: with it, types that
// Swift's Glibc module knows too (fd_set) would have members of other names, and the two modules could not be imported together.
#pragma once
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/// A pipe whose ends close when another program starts.
static inline int posix_closing_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// The child starts in this folder.
static inline int posix_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}

/// Lowest address and size of this thread's stack; 0 on success.
static inline int posix_own_stack(uintptr_t *base, size_t *size) {
    pthread_attr_t attributes;
    void *address = 0;
    int failed = pthread_getattr_np(pthread_self(), &attributes);
    if (failed) return failed;
    failed = pthread_attr_getstack(&attributes, &address, size);
    pthread_attr_destroy(&attributes);
    *base = (uintptr_t)address;
    return failed;
}

/// A copy of this process that goes on with this thread alone.
static inline pid_t posix_fork(void) { return fork(); }
