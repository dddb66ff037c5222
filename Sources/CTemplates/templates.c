#include "CTemplates.h"

// #embed belongs to C23; clang offers it in the C of this package as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t report_mustache[] = {
#embed "templates/report.mustache"
};
static const uint8_t gate_mustache[] = {
#embed "templates/gate.mustache"
};
static const uint8_t section_mustache[] = {
#embed "templates/section.mustache"
};
static const uint8_t contents_mustache[] = {
#embed "templates/contents.mustache"
};
static const uint8_t style_mustache[] = {
#embed "templates/style.mustache"
};
static const uint8_t block_mustache[] = {
#embed "templates/block.mustache"
};
static const uint8_t table_mustache[] = {
#embed "templates/table.mustache"
};
static const uint8_t chip_mustache[] = {
#embed "templates/chip.mustache"
};
static const uint8_t decision_mustache[] = {
#embed "templates/decision.mustache"
};
static const uint8_t grid_mustache[] = {
#embed "templates/grid.mustache"
};
static const uint8_t signing_mustache[] = {
#embed "templates/signing.mustache"
};
static const uint8_t colours_mustache[] = {
#embed "templates/colours.mustache"
};
static const uint8_t logo_mustache[] = {
#embed "templates/logo.mustache"
};
static const uint8_t nl_json[] = {
#embed "../Reporting/Phrases/nl.json"
};
static const uint8_t en_json[] = {
#embed "../Reporting/Phrases/en.json"
};

static const struct {
    const char *name;
    const uint8_t *bytes;
    size_t length;
} files[] = {
    {"report.mustache", report_mustache, sizeof report_mustache},
    {"gate.mustache", gate_mustache, sizeof gate_mustache},
    {"section.mustache", section_mustache, sizeof section_mustache},
    {"contents.mustache", contents_mustache, sizeof contents_mustache},
    {"style.mustache", style_mustache, sizeof style_mustache},
    {"block.mustache", block_mustache, sizeof block_mustache},
    {"table.mustache", table_mustache, sizeof table_mustache},
    {"chip.mustache", chip_mustache, sizeof chip_mustache},
    {"decision.mustache", decision_mustache, sizeof decision_mustache},
    {"grid.mustache", grid_mustache, sizeof grid_mustache},
    {"signing.mustache", signing_mustache, sizeof signing_mustache},
    {"colours.mustache", colours_mustache, sizeof colours_mustache},
    {"logo.mustache", logo_mustache, sizeof logo_mustache},
    {"nl.json", nl_json, sizeof nl_json},
    {"en.json", en_json, sizeof en_json},
};

size_t ctemplates_count(void) { return sizeof files / sizeof files[0]; }
const char *ctemplates_name(size_t index) { return index < ctemplates_count() ? files[index].name : NULL; }
const uint8_t *ctemplates_bytes(size_t index) { return index < ctemplates_count() ? files[index].bytes : NULL; }
size_t ctemplates_length(size_t index) { return index < ctemplates_count() ? files[index].length : 0; }
