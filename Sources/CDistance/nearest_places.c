#include "nearest_layout.h"
#include <math.h>

// One clone per level of x86-64, each from the same text with vectors as wide as its registers: the sixteen or thirty-two
// registers hold four participants by two vectors of places. They are told apart here and not by `target_clones`, so that
// a test can call every one that its machine runs. Of another architecture there is the last one only.

#if defined(__x86_64__)
#define CLONE(name) name##_v4
#define TARGET __attribute__((target("arch=x86-64-v4")))
#define LANES 16
#include "nearest_clone.h"

#define CLONE(name) name##_v3
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define LANES 8
#include "nearest_clone.h"
#endif

#define CLONE(name) name##_default
#define TARGET
#define LANES 4
#include "nearest_clone.h"

enum nearest_clone nearest_best_clone(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v4")) return nearest_v4;
    if (__builtin_cpu_supports("x86-64-v3")) return nearest_v3;
#endif
    return nearest_default;
}

const char *nearest_clone_name(enum nearest_clone clone) {
    return clone == nearest_v4 ? "x86-64-v4" : clone == nearest_v3 ? "x86-64-v3" : "default";
}

void nearest_places(
    enum nearest_clone clone, const struct nearest_table *table, size_t participants, const double *scores, size_t k, void *memory,
    uint32_t *out_places, double *out_distances) {
    struct nearest_scratch scratch;
    if (k > table->places) k = table->places;
    if (k == 0) return;
    nearest_layout(table, k, memory, &scratch);
    void (*run)(const struct nearest_table *, size_t, const double *, size_t, const struct nearest_scratch *, uint32_t *, double *) =
        run_default;
#if defined(__x86_64__)
    if (clone == nearest_v4) run = run_v4;
    if (clone == nearest_v3) run = run_v3;
#endif
    run(table, participants, scores, k, &scratch, out_places, out_distances);
}
