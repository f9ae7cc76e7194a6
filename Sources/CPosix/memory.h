// How much memory this process may take, how much it takes, and a look at that while it computes. Everything here may run inside a signal handler.
#pragma once
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <time.h>
#include <unistd.h>

/// Text at the start of a file; its length, or -1.
static inline long posix_read_start(const char *path, char *buffer, size_t size) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    long got = read(file, buffer, size - 1);
    close(file);
    if (got >= 0) buffer[got] = 0;
    return got;
}

/// The number at a place in a text; -1 if there is none.
static inline long posix_number_at(const char *text) {
    if (*text < '0' || *text > '9') return -1;
    long number = 0;
    for (; *text >= '0' && *text <= '9'; text++) {
        if (number > LONG_MAX / 10 - 10) return LONG_MAX;
        number = number * 10 + (*text - '0');
    }
    return number;
}

/// Bytes the groups this process is in may have, the least of all levels; LONG_MAX without a limit.
static inline long posix_group_memory(void) {
    char own[4096], path[4096 + 64], text[64];
    long least = LONG_MAX;
    const char *root = "/sys/fs/cgroup";
    if (posix_read_start("/proc/self/cgroup", own, sizeof own) <= 0) return least;
    char *name = strstr(own, "0::/");
    if (name) {
        name += 3;
        name[strcspn(name, "\n")] = 0;
        for (;;) {
            strcpy(path, root);
            if (strcmp(name, "/")) strcat(path, name);
            strcat(path, "/memory.max");
            if (posix_read_start(path, text, sizeof text) > 0) {
                long number = posix_number_at(text);
                if (number >= 0 && number < least) least = number;
            }
            char *slash = strrchr(name, '/');
            if (!slash || !name[1]) break;
            slash[slash == name ? 1 : 0] = 0;
        }
    }
    // The older hierarchy; "no limit" is a huge number there.
    if (posix_read_start("/sys/fs/cgroup/memory/memory.limit_in_bytes", text, sizeof text) > 0) {
        long number = posix_number_at(text);
        if (number > 0 && number < least) least = number;
    }
    return least;
}

/// Bytes this process may have before a script in it is told that there is no more: what CHATSH_MEMORY_LIMIT says in MiB, or three quarters of the
/// machine's memory, or of what the process's groups may have.
static inline long posix_memory_bound(void) {
    const char *wanted = getenv("CHATSH_MEMORY_LIMIT");
    long mebibytes = wanted ? posix_number_at(wanted) : -1;
    if (mebibytes > 0 && mebibytes < LONG_MAX >> 20) return mebibytes << 20;
    struct sysinfo machine;
    long whole = posix_group_memory();
    if (sysinfo(&machine) == 0) {
        long physical = (long)machine.totalram * (long)machine.mem_unit;
        if (physical < whole) whole = physical;
    }
    return whole == LONG_MAX ? LONG_MAX : whole / 4 * 3;
}

/// Bytes of memory this process has now, or -1; and of address space.
static inline long posix_memory_in_use(long *space) {
    char text[128];
    if (posix_read_start("/proc/self/statm", text, sizeof text) <= 0) return -1;
    long page = sysconf(_SC_PAGESIZE);
    const char *second = strchr(text, ' ');
    *space = posix_number_at(text) * page;
    return second ? posix_number_at(second + 1) * page : -1;
}

/// Gives back to the system what is free.
static inline void posix_return_memory(void) { malloc_trim(0); }

/// Address space this process may have; LONG_MAX without a limit.
static inline long posix_space_limit(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur < (rlim_t)LONG_MAX ? (long)limit.rlim_cur : LONG_MAX;
}

/// Whether so many bytes more would be within the bound.
static inline bool posix_has_room(long bytes, long bound) {
    long space = 0, used = posix_memory_in_use(&space), limit = posix_space_limit();
    return bytes <= bound - used && bytes <= limit - space;
}

typedef struct {
    /// Becomes `told` where it is 0 when there is too much.
    int *flag;
    int told;
    /// Bytes of memory, and of address space (RLIMIT_AS), above which there is too much; 0 until the first look finds out.
    long bound, space;
    /// Bytes from which on it is told again.
    long next;
    /// Not 0 while output waits to be written; may be null. The flag becomes `tell_waiting` then.
    const int *waiting;
    int tell_waiting;
    timer_t timer;
} posix_memory_watch;

static inline bool posix_has_too_much(posix_memory_watch *watch) {
    if (!watch->bound) watch->bound = posix_memory_bound();
    if (!watch->next) watch->next = watch->bound;
    if (!watch->space) {
        watch->space = posix_space_limit();
        if (watch->space < LONG_MAX) watch->space = watch->space / 8 * 7;
    }
    long space = 0, used = posix_memory_in_use(&space);
    if (used < watch->bound) watch->next = watch->bound;
    return used > watch->next || space > watch->space;
}

static void posix_look_at_memory(int signal, siginfo_t *info, void *context) {
    if (info->si_code != SI_TIMER) return;
    posix_memory_watch *watch = info->si_value.sival_ptr;
    if (!watch || !watch->flag) return;
    bool full = posix_has_too_much(watch);
    if (!full && !(watch->waiting && *watch->waiting)) return;
    int none = 0;
    __atomic_compare_exchange_n(watch->flag, &none, full ? watch->told : watch->tell_waiting, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

/// Looks each time this process has computed so long, and never while it waits. The timer is this process's own: neither a copy of it nor the program
/// that takes its place has it. The signal goes to the first thread; calls it interrupts begin again.
/// The watch must live until `posix_stop_watching`.
static inline int posix_start_watching(posix_memory_watch *watch, long milliseconds) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = posix_look_at_memory;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGPROF, &action, 0)) return -1;
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = SIGPROF;
    event.sigev_value.sival_ptr = watch;
    event._sigev_un._tid = getpid();
    if (timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &watch->timer)) return -1;
    struct itimerspec times = {{milliseconds / 1000, milliseconds % 1000 * 1000000}, {milliseconds / 1000, milliseconds % 1000 * 1000000}};
    return timer_settime(watch->timer, 0, &times, 0);
}

static inline void posix_stop_watching(posix_memory_watch *watch) { timer_delete(watch->timer); }

/// Lowers a flag that says this, and tells whether it did; one that says something else stays.
static inline bool posix_take_flag(int *flag, int told) {
    return __atomic_compare_exchange_n(flag, &told, 0, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

typedef struct {
    /// Becomes `told` where it is 0 when the time is up.
    int *flag;
    int told;
    bool is_made;
    timer_t timer;
} posix_alarm;

static void posix_hear_alarm(int signal, siginfo_t *info, void *context) {
    posix_alarm *alarm = info->si_value.sival_ptr;
    if (info->si_code != SI_TIMER || !alarm) return;
    int none = 0;
    __atomic_compare_exchange_n(alarm->flag, &none, alarm->told, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

/// Raises the flag in so many milliseconds if it is down then; 0 takes the alarm back. The timer is this process's own, as that of a memory watch is.
/// The alarm and its flag must live until `posix_end_alarm`.
static inline int posix_set_alarm(posix_alarm *alarm, long milliseconds) {
    if (!alarm->is_made) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_sigaction = posix_hear_alarm;
        action.sa_flags = SA_SIGINFO | SA_RESTART;
        sigemptyset(&action.sa_mask);
        if (sigaction(SIGALRM, &action, 0)) return -1;
        struct sigevent event;
        memset(&event, 0, sizeof event);
        event.sigev_notify = SIGEV_THREAD_ID;
        event.sigev_signo = SIGALRM;
        event.sigev_value.sival_ptr = alarm;
        event._sigev_un._tid = getpid();
        if (timer_create(CLOCK_MONOTONIC, &event, &alarm->timer)) return -1;
        alarm->is_made = true;
    }
    struct itimerspec times = {{0, 0}, {milliseconds / 1000, milliseconds % 1000 * 1000000}};
    return timer_settime(alarm->timer, 0, &times, 0);
}

static inline void posix_end_alarm(posix_alarm *alarm) {
    if (alarm->is_made) timer_delete(alarm->timer);
    alarm->is_made = false;
}
