#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachParallelFunc:
 * @index: which piece of the work
 * @data: what was given
 *
 * Does one piece of work that no other depends on.
 */
typedef void (*CoachParallelFunc) (guint    index,
                                   gpointer data);

void coach_parallel_run (guint             n,
                         CoachParallelFunc work,
                         gpointer          data);

G_END_DECLS
