// The kernel for one level of machine: nearest_places.c includes this with CLONE, TARGET and LANES set. No include guard, on purpose.

#define VECTOR CLONE(vector)
#define MASK CLONE(mask)
#define FOUR CLONE(four)

typedef float VECTOR __attribute__((ext_vector_type(LANES), aligned(sizeof(float))));
typedef _Bool MASK __attribute__((ext_vector_type(LANES)));
typedef double FOUR __attribute__((ext_vector_type(4), aligned(sizeof(double))));

// Squared distances in single precision of BLOCK participants to all places, and the minima of the groups of places.
TARGET static void CLONE(screen)(
    const struct nearest_table *table, const struct nearest_scratch *scratch, size_t group_panels) {
    _Pragma("clang fp contract(fast)") // a screen may round as it likes: the bound covers both ways
    const size_t panels = nearest_panels(table), scales = table->scales, row = panels * PANEL, groups = group_panels * PANEL;
    const size_t step = table->weighted ? 2 * PANEL : PANEL;
    for (size_t g = 0; g < BLOCK * groups; g++) scratch->minima[g] = INFINITY;
    for (size_t panel = 0, group = 0; panel < panels; panel++, group = group + 1 == group_panels ? 0 : group + 1) {
        for (size_t half = 0; half < PANEL; half += 2 * LANES) {
            const float *entry = table->panels + panel * scales * step + half, *score = scratch->scores;
            VECTOR a0 = {0}, a1 = {0}, b0 = {0}, b1 = {0}, c0 = {0}, c1 = {0}, d0 = {0}, d1 = {0};
#define AT(offset) (*(const VECTOR *)(entry + (offset)))
            if (table->weighted) {
                for (size_t j = 0; j < scales; j++, entry += 2 * PANEL, score += BLOCK) {
                    const VECTOR weight0 = AT(0), weight1 = AT(LANES), target0 = AT(PANEL), target1 = AT(PANEL + LANES);
#define ADD(sum0, sum1, participant)                                                                                         \
    {                                                                                                                        \
        const VECTOR first = weight0 * score[participant] - target0, second = weight1 * score[participant] - target1;        \
        sum0 += first * first;                                                                                               \
        sum1 += second * second;                                                                                             \
    }
                    ADD(a0, a1, 0) ADD(b0, b1, 1) ADD(c0, c1, 2) ADD(d0, d1, 3)
#undef ADD
                }
            } else {
                for (size_t j = 0; j < scales; j++, entry += PANEL, score += BLOCK) {
                    const VECTOR target0 = AT(0), target1 = AT(LANES);
#define ADD(sum0, sum1, participant)                                                                                         \
    {                                                                                                                        \
        const VECTOR first = score[participant] - target0, second = score[participant] - target1;                            \
        sum0 += first * first;                                                                                               \
        sum1 += second * second;                                                                                             \
    }
                    ADD(a0, a1, 0) ADD(b0, b1, 1) ADD(c0, c1, 2) ADD(d0, d1, 3)
#undef ADD
                }
            }
#undef AT
#define KEEP(sum, participant, offset)                                                                                       \
    {                                                                                                                        \
        VECTOR *least = (VECTOR *)(scratch->minima + participant * groups + group * PANEL + half + offset);                  \
        *(VECTOR *)(scratch->squares + participant * row + panel * PANEL + half + offset) = sum;                             \
        *least = sum < *least ? sum : *least;                                                                                \
    }
            KEEP(a0, 0, 0) KEEP(a1, 0, LANES) KEEP(b0, 1, 0) KEEP(b1, 1, LANES)
            KEEP(c0, 2, 0) KEEP(c1, 2, LANES) KEEP(d0, 3, 0) KEEP(d1, 3, LANES)
#undef KEEP
        }
    }
}

// A value that at least k of the minima do not exceed, by bisection on the bits: those of floats from 0 up stand in the floats' order.
TARGET static float CLONE(bound)(const float *minima, size_t groups, size_t k) {
    typedef int32_t INTS __attribute__((ext_vector_type(LANES), aligned(4)));
    int32_t low = INT32_MAX, high = 0;
    const int32_t *bits = (const int32_t *)minima;
    INTS least = {0}, most = {0};
    least += low;
    for (size_t g = 0; g < groups; g += LANES) {
        const INTS value = *(const INTS *)(bits + g);
        least = __builtin_elementwise_min(least, value);
        most = __builtin_elementwise_max(most, value);
    }
    low = __builtin_reduce_min(least);
    high = __builtin_reduce_max(most);
    // Fewer than k are below low (at first none is), at least k are not above high.
    while (low < high) {
        const int32_t middle = low + (high - low) / 2;
        INTS above = {0};
        for (size_t g = 0; g < groups; g += LANES) above += *(const INTS *)(bits + g) <= middle; // a true comparison is -1
        const size_t count = (size_t)-__builtin_reduce_add(above);
        if (count < k) {
            low = middle + 1;
            continue;
        }
        high = middle;
        if (count == k) break;
    }
    float bound;
    memcpy(&bound, &high, sizeof bound);
    return bound;
}

// The places whose screened square is at most `limit`, in order. Returns their number; `indices` has room for one more.
TARGET static size_t CLONE(collect)(const struct nearest_table *table, const float *squares, float limit, uint32_t *indices) {
    size_t count = 0;
    const size_t panels = nearest_panels(table);
    for (size_t panel = 0; panel < panels; panel++) {
        uint32_t bits = 0;
        for (size_t part = 0; part < PANEL; part += LANES) {
            const MASK mask = __builtin_convertvector(*(const VECTOR *)(squares + panel * PANEL + part) <= limit, MASK);
            uint16_t own = 0;
            memcpy(&own, &mask, sizeof mask);
            bits |= (uint32_t)(LANES < 8 ? own & 0xf : own) << part;
        }
        // Whether a panel has a place is a toss-up, that it has more is rare: the first is written either way, and counts if it is one.
        indices[count] = (uint32_t)(panel * PANEL) + (uint32_t)__builtin_ctz(bits | 1u << 31);
        count += bits != 0;
        for (bits &= bits - 1; bits; bits &= bits - 1) indices[count++] = (uint32_t)(panel * PANEL) + (uint32_t)__builtin_ctz(bits);
    }
    return count;
}

// The distances of the places `indices` with the bits of distance_squares and sqrt: four places side by side, scale after scale.
TARGET static void CLONE(decide)(
    const struct nearest_table *table, const double *scores, uint32_t *indices, size_t count, double *distances) {
    _Pragma("clang fp contract(off)")
    const size_t stride = nearest_stride(table), step = table->weighted ? 2 * stride : stride;
    const double *targets = table->rows + (table->weighted ? 0 : stride);
    for (size_t c = count; c < count + 3; c++) indices[c] = indices[count - 1];
    for (size_t c = 0; c < count; c += 4) {
        const double *row[4], *weight[4];
        for (size_t q = 0; q < 4; q++) {
            row[q] = targets + indices[c + q] * step;
            weight[q] = table->weighted ? row[q] + stride : table->rows;
        }
        FOUR sum = {0};
        for (size_t j = 0; j < stride; j += 4) {
            const FOUR score = *(const FOUR *)(scores + j);
#define TERM(q)                                                                                                              \
    const FOUR difference##q = score - *(const FOUR *)(row[q] + j),                                                          \
               term##q = *(const FOUR *)(weight[q] + j) * (difference##q * difference##q);
            TERM(0) TERM(1) TERM(2) TERM(3)
#undef TERM
            const FOUR even01 = __builtin_shufflevector(term0, term1, 0, 4, 2, 6), odd01 = __builtin_shufflevector(term0, term1, 1, 5, 3, 7);
            const FOUR even23 = __builtin_shufflevector(term2, term3, 0, 4, 2, 6), odd23 = __builtin_shufflevector(term2, term3, 1, 5, 3, 7);
            sum += __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
            sum += __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
            sum += __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
            sum += __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
        }
        *(FOUR *)(distances + c) = __builtin_elementwise_sqrt(sum);
    }
}

// The k least of at most FEW, by counting for each how many go before it. Of equals the earlier one does.
TARGET static void CLONE(rank)(
    double *distances, uint32_t *indices, size_t count, size_t k, uint32_t *out_places, double *out_distances) {
    typedef int64_t LONGS __attribute__((ext_vector_type(4), aligned(8)));
    uint32_t places[FEW + 3];
    double sorted[FEW + 3];
    const LONGS lane = {0, 1, 2, 3};
    for (size_t c = count; c < count + 3; c++) distances[c] = INFINITY; // behind all others, and behind one another
    for (size_t c = 0; c < count; c += 4) {
        const FOUR own = *(const FOUR *)(distances + c);
        LONGS before = {0};
        for (size_t other = 0; other < c; other++) before += distances[other] <= own;
        for (size_t other = c + 4; other < count; other++) before += distances[other] < own;
        for (int64_t other = 0; other < 4; other++) {
            const FOUR distance = (FOUR){0} + distances[c + (size_t)other];
            before += (distance < own) | ((distance == own) & (other < lane));
        }
        for (size_t q = 0; q < 4; q++) {
            const size_t rank = (size_t)-before[q];
            places[rank] = indices[c + q];
            sorted[rank] = distances[c + q];
        }
    }
    memcpy(out_places, places, k * sizeof *out_places);
    memcpy(out_distances, sorted, k * sizeof *out_distances);
}

// The k least of many, by merging runs that are in order already; equals keep their order.
TARGET static void CLONE(merge)(
    double *distances, uint32_t *indices, size_t count, size_t capacity, size_t k, uint32_t *out_places, double *out_distances) {
    double *from = distances, *to = distances + capacity;
    uint32_t *from_index = indices, *to_index = indices + capacity;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t start = 0; start < count; start += 2 * width) {
            const size_t middle = start + width < count ? start + width : count, end = middle + width < count ? middle + width : count;
            if (middle == end || from[middle - 1] <= from[middle]) { // as they stand: many places at one distance
                memcpy(to + start, from + start, (end - start) * sizeof *to);
                memcpy(to_index + start, from_index + start, (end - start) * sizeof *to_index);
                continue;
            }
            for (size_t left = start, right = middle, next = start; next < end; next++) {
                const size_t taken = left < middle && (right == end || from[left] <= from[right]) ? left++ : right++;
                to[next] = from[taken];
                to_index[next] = from_index[taken];
            }
        }
        double *const other = from;
        from = to, to = other;
        uint32_t *const other_index = from_index;
        from_index = to_index, to_index = other_index;
    }
    memcpy(out_places, from_index, k * sizeof *out_places);
    memcpy(out_distances, from, k * sizeof *out_distances);
}

// The largest screened square that a place of the list can have; negative when this row cannot be screened.
static float CLONE(limit)(float bound, double margin, size_t scales) {
    const double sum = 1 + (double)(scales + 8) * 0x1p-24, exact = 1 + (double)scales * 0x1p-51, tiny = 0x1p-110;
    const double root = exact * (sqrt(sum * ((double)bound + tiny)) + 2 * margin);
    return (float)((sum * root * root + tiny) * (1 + 0x1p-22));
}

TARGET static void CLONE(run)(
    const struct nearest_table *table, size_t participants, const double *scores, size_t k, const struct nearest_scratch *scratch,
    uint32_t *out_places, double *out_distances) {
    const size_t scales = table->scales, places = table->places, row = nearest_panels(table) * PANEL;
    const size_t group_panels = nearest_group_panels(table, k), groups = group_panels * PANEL;
    const double *centre = table->constants, *factor = centre + scales, *score_reach = factor + scales,
                 *target_reach = score_reach + scales;
    memset(scratch->exact, 0, nearest_stride(table) * sizeof(double));
    for (size_t first = 0; first < participants; first += BLOCK) {
        const size_t block = participants - first < BLOCK ? participants - first : BLOCK;
        double margins[BLOCK];
        for (size_t b = 0; group_panels && b < BLOCK; b++) {
            // A block that is not full sees its last participant again.
            const double *own = scores + (first + (b < block ? b : block - 1)) * scales;
            double squares = 0;
            for (size_t j = 0; j < scales; j++) {
                const double score = (own[j] - centre[j]) * factor[j];
                const double reach = fabs(score) * score_reach[j] + target_reach[j];
                scratch->scores[j * BLOCK + b] = (float)score;
                squares += reach * reach;
            }
            const double reach = sqrt(squares) * (1 + 0x1p-20);
            margins[b] = reach < 0x1p40 ? MARGIN * reach + 0x1p-100 : -1;
        }
        if (group_panels) CLONE(screen)(table, scratch, group_panels);
        for (size_t b = 0; b < block; b++) {
            size_t count = 0;
            if (group_panels && margins[b] >= 0) {
                const float bound = CLONE(bound)(scratch->minima + b * groups, groups, k);
                const float limit = CLONE(limit)(bound, margins[b], scales);
                count = CLONE(collect)(table, scratch->squares + b * row, limit, scratch->indices);
            } else {
                for (; count < places; count++) scratch->indices[count] = (uint32_t)count;
            }
            memcpy(scratch->exact, scores + (first + b) * scales, scales * sizeof(double));
            CLONE(decide)(table, scratch->exact, scratch->indices, count, scratch->distances);
            uint32_t *list = out_places + (first + b) * k;
            double *list_distances = out_distances + (first + b) * k;
            if (count <= FEW) CLONE(rank)(scratch->distances, scratch->indices, count, k, list, list_distances);
            else CLONE(merge)(scratch->distances, scratch->indices, count, row + 4, k, list, list_distances);
        }
    }
}

#undef VECTOR
#undef MASK
#undef FOUR
#undef CLONE
#undef TARGET
#undef LANES
