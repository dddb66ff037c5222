#pragma once

#include <stddef.h>
#include <stdint.h>

// The page templates and phrasebooks, as bytes in the binary: a program that is copied elsewhere still has them.

/// How many files travel in the binary.
size_t ctemplates_count(void);
/// The name of file `index`, such as `report.mustache` or `nl.json`; NULL beyond the last.
const char *ctemplates_name(size_t index);
/// Its bytes (UTF-8, not terminated), and how many.
const uint8_t *ctemplates_bytes(size_t index);
size_t ctemplates_length(size_t index);
