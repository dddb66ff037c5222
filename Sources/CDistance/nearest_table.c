#include "nearest_layout.h"
#include <math.h>

size_t nearest_panel_floats(const struct nearest_table *table) {
    return nearest_panels(table) * PANEL * table->scales * (table->weighted ? 2 : 1);
}

size_t nearest_row_doubles(const struct nearest_table *table) {
    return nearest_stride(table) * (table->weighted ? 2 * table->places : table->places + 1);
}

size_t nearest_scratch_bytes(const struct nearest_table *table, size_t k) { return nearest_layout(table, k, NULL, NULL); }

int nearest_is_weighted(size_t all_places, size_t scales, const double *weights, const size_t *order, size_t places) {
    for (size_t j = 0; j < scales; j++)
        for (size_t p = 1; p < places; p++)
            if (weights[j * all_places + order[p]] != weights[j * all_places + order[0]]) return 1;
    return 0;
}

// Rows of doubles. Weighted: per place its targets, then its weights. Otherwise the shared weights, then per place its targets.
static void fill_rows(
    const struct nearest_table *table, size_t all_places, const double *targets, const double *weights, const size_t *order,
    double *rows) {
    const size_t stride = nearest_stride(table), shared = table->weighted ? 0 : stride, step = table->weighted ? 2 * stride : stride;
    memset(rows, 0, nearest_row_doubles(table) * sizeof(double));
    for (size_t p = 0; p < table->places; p++)
        for (size_t j = 0; j < table->scales; j++) {
            const size_t from = j * all_places + order[p];
            rows[shared + p * step + j] = targets[from];
            if (table->weighted) rows[p * step + stride + j] = weights[from];
            else rows[j] = weights[from];
        }
}

// The power of two that brings a positive value to [1/2, 1), within what a double can hold.
static double unit(double largest) {
    int exponent;
    if (!(largest > 0) || !isfinite(largest)) return 1;
    frexp(largest, &exponent);
    return ldexp(1, -(exponent > 1000 ? 1000 : exponent < -1000 ? -1000 : exponent));
}

void nearest_fill(
    const struct nearest_table *table, size_t all_places, const double *targets, const double *weights, const size_t *order,
    float *panels, double *rows, double *constants) {
    const size_t places = table->places, scales = table->scales, forms = table->weighted ? 2 : 1;
    double *centre = constants, *factor = centre + scales, *score_reach = factor + scales, *target_reach = score_reach + scales;
    fill_rows(table, all_places, targets, weights, order, rows);

    double farthest = 0, heaviest = 0;
    for (size_t j = 0; j < scales; j++) {
        double low = INFINITY, high = -INFINITY, weight = 0;
        for (size_t p = 0; p < places; p++) {
            const double target = targets[j * all_places + order[p]], own = weights[j * all_places + order[p]];
            if (!(own > 0)) continue; // not asked: its target says nothing
            low = fmin(low, target);
            high = fmax(high, target);
            weight = fmax(weight, own);
        }
        centre[j] = weight > 0 ? low / 2 + high / 2 : 0;
        const double reach = weight > 0 ? fmax(high - centre[j], centre[j] - low) : 0;
        // Without weights of their own the places' common one goes into the coordinate.
        factor[j] = table->weighted ? weight > 0 : sqrt(weight);
        farthest = fmax(farthest, reach * factor[j]);
        heaviest = fmax(heaviest, sqrt(weight));
    }
    const double shrink = unit(farthest), lighten = table->weighted ? unit(heaviest) : 1;
    for (size_t j = 0; j < scales; j++) {
        factor[j] *= shrink;
        target_reach[j] = 0;
        score_reach[j] = table->weighted ? 0 : 1;
        for (size_t p = 0; p < nearest_panels(table) * PANEL; p++) {
            float *entry = panels + (p / PANEL * scales + j) * forms * PANEL + p % PANEL;
            if (p >= places) { // nobody's neighbour
                entry[0] = table->weighted ? 0 : INFINITY;
                if (table->weighted) entry[PANEL] = INFINITY;
                continue;
            }
            const double own = weights[j * all_places + order[p]];
            const double target = own > 0 ? (targets[j * all_places + order[p]] - centre[j]) * factor[j] : 0;
            if (table->weighted) {
                const double root = sqrt(own) * lighten;
                entry[0] = (float)root;
                entry[PANEL] = (float)(root * target);
                score_reach[j] = fmax(score_reach[j], entry[0]);
                target_reach[j] = fmax(target_reach[j], fabsf(entry[PANEL]));
            } else {
                entry[0] = (float)target;
                target_reach[j] = fmax(target_reach[j], fabsf(entry[0]));
            }
        }
    }
}
