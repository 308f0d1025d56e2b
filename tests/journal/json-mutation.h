/* What the tests of what is kept share: every value of a JSON text replaced by something odd. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*JsonMutationFunc) (const char *text,
                                  gpointer    data);

void json_mutation_foreach     (const char       *text,
                                JsonMutationFunc  func,
                                gpointer          data);
void json_mutation_assert_same (const char       *text,
                                const char       *other,
                                gboolean          with_version);

G_END_DECLS
