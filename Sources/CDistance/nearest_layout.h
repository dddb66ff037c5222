#pragma once
#include "nearest_places.h"
#include <string.h>

// What the table's packing and the kernel's clones have to agree on.

#define PANEL 32u // places side by side in a panel: two vectors of the widest machine
#define BLOCK 4u  // participants at a time
#define FEW 64u   // candidates that are ranked by counting
#define MARGIN (5 * 0x1p-24) // of a difference in single precision, per unit of score and target; nearest_places.h says why

static inline size_t nearest_panels(const struct nearest_table *table) { return (table->places + PANEL - 1) / PANEL; }

// Scales of a row of doubles, filled up with zeros that add nothing to a sum.
static inline size_t nearest_stride(const struct nearest_table *table) { return (table->scales + 3) / 4 * 4; }

// Groups of places, in panels, whose minima bound the k-th distance. 0 = too few places for it to pay: compute all in double.
static inline size_t nearest_group_panels(const struct nearest_table *table, size_t k) {
    const size_t wanted = (k * 5 / 2 + PANEL - 1) / PANEL, panels = nearest_panels(table);
    if (2 * k >= table->places) return 0;
    return wanted < panels ? wanted : panels;
}

// Working memory of one call.
struct nearest_scratch {
    float *scores;      // scales x BLOCK, as screened
    float *squares;     // BLOCK x panels x PANEL
    float *minima;      // BLOCK x group panels x PANEL
    double *exact;      // one row of scores, filled up
    double *distances;  // of the candidates, and as many again to sort in
    uint32_t *indices;  // the same
};

static inline size_t nearest_layout(const struct nearest_table *table, size_t k, void *memory, struct nearest_scratch *scratch) {
    size_t used = 0;
#define TAKE(field, count)                                                                                                   \
    if (memory) scratch->field = (void *)((char *)memory + used);                                                            \
    used += ((count) * sizeof *scratch->field + 63) / 64 * 64;
    const size_t padded = nearest_panels(table) * PANEL;
    TAKE(scores, table->scales * BLOCK)
    TAKE(squares, padded * BLOCK)
    TAKE(minima, nearest_group_panels(table, k) * PANEL * BLOCK)
    TAKE(exact, nearest_stride(table))
    TAKE(distances, 2 * (padded + 4))
    TAKE(indices, 2 * (padded + 4))
#undef TAKE
    return used;
}
