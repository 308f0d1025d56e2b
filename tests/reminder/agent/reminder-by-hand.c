/*
 * The real agent, on a clock that stands until somebody moves it. Lines on its input do that, and each
 * is answered with "done":
 *   advance SECONDS   lets time pass
 *   suspend SECONDS   lets the machine sleep
 * REMINDER_BEGINS_S in the environment tells how far the clock has gone before it starts, for one that
 * goes on after another.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "coach-agent.h"
#include "coach-manual-clock.h"

static gint64 first_us;

static gint64
read_seconds (const char *text)
{
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) * G_USEC_PER_SEC : 0;
}

/* For when the agent begins anew in this process. */
static void
keep_time (CoachManualClock *clock)
{
  gint64 us = coach_clock_get_monotonic_us (COACH_CLOCK (clock)) - first_us;
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, us / G_USEC_PER_SEC);

  g_setenv ("REMINDER_BEGINS_S", seconds, TRUE);
}

static gboolean
line_came_cb (GIOChannel   *channel,
              GIOCondition  condition,
              gpointer      user_data)
{
  CoachManualClock *clock = user_data;
  g_autofree char *line = NULL;
  const char *seconds;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    return G_SOURCE_REMOVE;
  seconds = strchr (line, ' ');
  if (g_str_has_prefix (line, "suspend"))
    coach_manual_clock_suspend (clock, read_seconds (seconds));
  else
    coach_manual_clock_advance (clock, read_seconds (seconds));
  keep_time (clock);
  puts ("done");
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CoachPlaces) places = coach_places_new_for_system ();
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);

  first_us = coach_clock_get_monotonic_us (COACH_CLOCK (clock));
  coach_manual_clock_advance (clock, read_seconds (g_getenv ("REMINDER_BEGINS_S")));
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, line_came_cb, clock);
  return coach_agent_run (places, COACH_CLOCK (clock), argc, argv);
}
