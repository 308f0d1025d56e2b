#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachMonitorFacts:
 * @connector: (nullable): where it is plugged in, as in "DP-1"
 * @model: (nullable): what it is called
 *
 * What is known of a monitor.
 */
typedef struct
{
  const char *connector;
  const char *model;
} CoachMonitorFacts;

int   coach_monitor_choice_find     (const CoachMonitorFacts *monitors,
                                     guint                    n_monitors,
                                     const char              *connector,
                                     const char              *model);
char *coach_monitor_choice_describe (const CoachMonitorFacts *monitors,
                                     guint                    n_monitors,
                                     guint                    index);

G_END_DECLS
