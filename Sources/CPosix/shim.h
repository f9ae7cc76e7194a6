// What glibc declares only with _GNU_SOURCE, under names of its own. The macro itself stays unset: with it, types that
// Swift's Glibc module knows too (fd_set) would have members of other names, and the two modules could not be imported together.
#pragma once
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/xattr.h>
#include <ucontext.h>
#include <unistd.h>

extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/// A pipe whose ends close when another program starts.
static inline int posix_closing_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// A file for reading and writing that no other process finds; -1 if there can be none.
static inline int posix_nameless_file(void) {
    char path[] = "/tmp/chatsh-XXXXXX";
    int file = mkstemp(path);
    if (file < 0) return -1;
    unlink(path);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    return file;
}

/// Takes an extended attribute from a file; 0 on success.
static inline int posix_remove_attribute(const char *path, const char *name) { return removexattr(path, name); }

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

/// Where the stack is.
__attribute__((always_inline)) static inline uintptr_t posix_frame(void) { return (uintptr_t)__builtin_frame_address(0); }

/// A copy of this process that goes on with this thread alone.
static inline pid_t posix_fork(void) { return fork(); }

struct posix_stack_work {
    void (*body)(void *argument, uintptr_t lowest);
    void *argument;
    uintptr_t lowest;
};

static void posix_start_on_stack(unsigned high, unsigned low) {
    struct posix_stack_work *work = (struct posix_stack_work *)((uintptr_t)high << 32 | low);
    work->body(work->argument, work->lowest);
}

/// Runs a body on a stack of its own, on this thread, and comes back when it has ended. Memory is taken as it is used; the lowest
/// page cannot be written. -1, with nothing run, if there is no room for the stack.
static inline int posix_run_on_stack(size_t size, void (*body)(void *argument, uintptr_t lowest), void *argument) {
    void *memory = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return -1;
    long page = sysconf(_SC_PAGESIZE);
    mprotect(memory, (size_t)page, PROT_NONE);
    struct posix_stack_work work = {body, argument, (uintptr_t)memory + (uintptr_t)page};
    ucontext_t home, deep;
    getcontext(&deep);
    deep.uc_stack.ss_sp = memory;
    deep.uc_stack.ss_size = size;
    deep.uc_link = &home;
    makecontext(&deep, (void (*)(void))posix_start_on_stack, 2, (unsigned)((uintptr_t)&work >> 32), (unsigned)(uintptr_t)&work);
    int failed = swapcontext(&home, &deep);
    munmap(memory, size);
    return failed;
}
