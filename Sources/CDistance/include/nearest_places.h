#pragma once
#include <stddef.h>
#include <stdint.h>

// The k nearest places of many participants by weighted Euclidean distance, without a participants x places matrix.
//
// Places, order, ties and bits are those of distance_squares, sqrt and a sort by (distance, index of the place). Single precision
// only screens: it leaves out places that provably cannot be on the list. What is left is computed again in double, scale by scale
// in the same order as distance_squares and without fused multiply-add, and only that decides.
//
// Why no place is lost. Let u = 2^-24 and n = scales. Scores and targets are moved by a constant per scale (the middle of its
// targets, subtracted in double, so that an offset common to both costs nothing), multiplied by sqrt(weight) and a power of two, and
// only then rounded to float. With X_j and T_j the largest such score and target in absolute value:
//   - a difference on scale j is off by at most 5 u (X_j + T_j): two conversions, the weight's own rounding, the subtraction;
//   - so by the triangle inequality the root of a sum of squares is off by at most E = 5 u sqrt(sum_j (X_j + T_j)^2);
//   - summing the squares adds a factor within 1 +- g, g = (n + 8) u; the double result has one within 1 +- n 2^-51.
// If k places have screened squares of at most B, then a place of the k nearest, ties of its root included, has a screened square
// of at most (1 + g) ((1 + n 2^-51) (sqrt((1 + g) B) + 2 E))^2; 2^-110 is added for what falls below the smallest float.
// B is the k-th smallest of the minima of interleaved groups of places: each minimum is one place's screened square.
// A participant whose scores are more than 2^40 times as far from the middle as the farthest target is not screened but computed.

// A table of the places that take part, in the order that breaks ties: of two at one distance the smaller index is listed first.
// Places vary by day and by filter: make one table for every distinct set. All memory is the caller's.
struct nearest_table {
    size_t places;
    size_t scales;
    // 1 when some scale's weight differs between places. Then every place has its own weights, else all share the first row.
    int weighted;
    // nearest_panel_floats of them, best aligned to 64 bytes: the screened coordinates of 32 neighbouring places, scale by scale.
    const float *panels;
    // nearest_row_doubles of them: targets and weights place by place, for the double sums.
    const double *rows;
    // 4 x scales: centre, factor, largest score factor and largest target of the screened coordinates.
    const double *constants;
};

// Sizes of the memory of a table; its places, scales and weighted are set, its pointers not yet.
size_t nearest_panel_floats(const struct nearest_table *table);
size_t nearest_row_doubles(const struct nearest_table *table);

// 1 when some scale's weight differs between the places order[0], order[1], ..., `places` of them, else 0.
int nearest_is_weighted(size_t all_places, size_t scales, const double *weights, const size_t *order, size_t places);

// Fills the memory of a table with the places order[0], order[1], ..., table->places of them, from targets and weights as
// distance_squares has them (scales x all_places; a weight of 0 = not asked; all finite, no weight negative).
void nearest_fill(
    const struct nearest_table *table, size_t all_places, const double *targets, const double *weights, const size_t *order,
    float *panels, double *rows, double *constants);

// Bytes of working memory for one call, aligned to 64.
size_t nearest_scratch_bytes(const struct nearest_table *table, size_t k);

// The clones of the kernel, from the widest machine to the least.
enum nearest_clone { nearest_v4, nearest_v3, nearest_default };
// The widest clone that this machine can run.
enum nearest_clone nearest_best_clone(void);
// "x86-64-v4", "x86-64-v3" or "default".
const char *nearest_clone_name(enum nearest_clone clone);

// scores: participants x scales, row by row; every score present and finite.
// out_places, out_distances: participants x min(k, places), row by row, nearest first: index into `order` and root of the sum.
// Each row depends on its own scores only. The clone must not be wider than nearest_best_clone(); all give the same bits.
void nearest_places(
    enum nearest_clone clone, const struct nearest_table *table, size_t participants, const double *scores, size_t k, void *scratch,
    uint32_t *out_places, double *out_distances);
