/* A core that does not compute: the same ten places for everybody, with distances of seventeen digits. It measures the replay protocol. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *line = NULL, places[4096] = "";
    size_t size = 0;
    static char in[1 << 16], out[1 << 16];
    setvbuf(stdin, in, _IOFBF, sizeof in);
    setvbuf(stdout, out, _IOFBF, sizeof out);

    if (getline(&line, &size, stdin) < 0) return 1;
    char *id = line;
    for (int found = 0; found < 10 && (id = strstr(id, "{\"id\":")); found++) {
        id += 6;
        size_t length = strcspn(id + 1, "\"") + 2;
        if (strlen(places) + length + 2 > sizeof places) return 1;
        if (found) strcat(places, ",");
        strncat(places, id, length);
    }
    char answer[8192];
    int length = snprintf(answer, sizeof answer, ",\"places\":[%s],\"distances\":[", places);
    for (int place = 0; place < 10; place++)
        length += snprintf(answer + length, sizeof answer - length, "%s%.17g", place ? "," : "", 0.1234567 + place * 0.3141592653589793);
    length += snprintf(answer + length, sizeof answer - length, "]}\n");

    puts("{\"protocol\":\"fairness-audit/replay\",\"version\":1,\"core\":{\"name\":\"trivial\",\"version\":\"1\"}}");
    fflush(stdout);
    while (getline(&line, &size, stdin) > 0) {
        long requests = atol(strstr(line, "\"requests\":") + 11);
        while (requests-- > 0) {
            if (getline(&line, &size, stdin) < 0) return 1;
            fputs("{\"number\":", stdout);
            fwrite(line + 10, 1, strspn(line + 10, "0123456789"), stdout);
            fwrite(answer, 1, length, stdout);
        }
        fflush(stdout);
    }
    return 0;
}
