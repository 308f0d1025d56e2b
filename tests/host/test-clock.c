/* Calls by the wall clock: in time, and again when that clock jumps. */
#include <glib.h>

#include "coach-manual-clock.h"
#include "host.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

static void
count_cb (CoachClock *clock,
          gpointer    user_data)
{
  guint *count = user_data;

  *count += 1;
}

static void
arm (CoachClock *clock,
     guint       minutes,
     guint      *count)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (clock);
  g_autoptr (GDateTime) at = g_date_time_add_minutes (now, (int) minutes);

  g_assert_cmpuint (coach_clock_add_wall_wake (clock, at, count_cb, count), !=, 0);
}

static void
test_wall_wake (void)
{
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GDateTime) other = g_date_time_new_utc (2024, 2, 28, 9, 0, 0);
  guint count = 0;

  g_test_summary ("A wall wake comes in time, after a sleep, and when the clock is set");
  arm (COACH_CLOCK (clock), 10, &count);
  coach_manual_clock_advance (clock, 9 * MINUTE);
  g_assert_cmpuint (count, ==, 0);
  coach_manual_clock_advance (clock, MINUTE);
  g_assert_cmpuint (count, ==, 1);

  arm (COACH_CLOCK (clock), 600, &count);
  coach_manual_clock_suspend (clock, 601 * MINUTE);
  g_assert_cmpuint (count, ==, 2);

  arm (COACH_CLOCK (clock), 10, &count);
  coach_manual_clock_set_local_time (clock, other);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpuint (coach_manual_clock_count_armed (clock), ==, 0);
}

static void
test_system (void)
{
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (GDateTime) later = g_date_time_new_utc (2200, 1, 1, 0, 0, 0);
  guint count = 0;
  guint id;

  g_test_summary ("The machine's clock calls for what is past, and not for what is removed");
  arm (clock, 0, &count);
  id = coach_clock_add_wall_wake (clock, later, count_cb, &count);
  for (guint i = 0; i < 100 && count == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count, ==, 1);
  coach_clock_remove_wake (clock, id);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (count, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/host/clock/wall-wake", test_wall_wake);
  g_test_add_func ("/host/clock/system", test_system);

  return g_test_run ();
}
