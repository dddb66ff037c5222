#include "CDistance.h"

// The body is a macro and not an inline function: a clone for a wider machine must be compiled from it, not call the narrow one.
#define DISTANCE_SQUARES_BODY                                                                                                \
    {                                                                                                                        \
        _Pragma("clang fp contract(off)")                                                                                    \
        for (size_t i = 0; i < participants; i++) {                                                                          \
            double *restrict row = out + i * places;                                                                         \
            for (size_t p = 0; p < places; p++) row[p] = 0;                                                                  \
            for (size_t j = 0; j < scales; j++) {                                                                            \
                const double score = scores[i * scales + j], measured = present[i * scales + j];                             \
                const double *restrict target = targets + j * places;                                                        \
                const double *restrict weight = weights + j * places;                                                        \
                for (size_t p = 0; p < places; p++) {                                                                        \
                    const double difference = score - target[p];                                                             \
                    row[p] += measured * weight[p] * (difference * difference);                                              \
                }                                                                                                            \
            }                                                                                                                \
        }                                                                                                                    \
    }

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
void distance_squares(
    size_t participants, size_t places, size_t scales,
    const double *scores, const double *present, const double *targets, const double *weights, double *out)
DISTANCE_SQUARES_BODY

void distance_squares_baseline(
    size_t participants, size_t places, size_t scales,
    const double *scores, const double *present, const double *targets, const double *weights, double *out)
DISTANCE_SQUARES_BODY
