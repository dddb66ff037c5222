#pragma once
#include <stddef.h>
#include "nearest_places.h"

// Weighted squared Euclidean distances of participants to places, in IEEE double.
//
//   out[i * places + p] = sum over j = 0, 1, ..., scales - 1, in that order, of
//                         present[i * scales + j] * weights[j * places + p] * (scores[i * scales + j] - targets[j * places + p])^2
//
// scores, present: participants x scales, row by row; present is 1 (measured) or 0 (then the score must still be finite).
// targets, weights: scales x places, row by row, so that neighbouring places lie side by side; weight 0 = not asked.
// out: participants x places, row by row; it may not overlap the inputs.
//
// Every place has its own sum, always in the order of the scales and without fused multiply-add,
// so that wide and narrow machines give the same bits.
void distance_squares(
    size_t participants, size_t places, size_t scales,
    const double *scores, const double *present, const double *targets, const double *weights, double *out);

// The same, compiled for the least x86-64 (or the only level of another architecture); tests compare the two.
void distance_squares_baseline(
    size_t participants, size_t places, size_t scales,
    const double *scores, const double *present, const double *targets, const double *weights, double *out);
