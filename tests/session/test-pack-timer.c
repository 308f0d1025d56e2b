/* A pack on the clock: what is told and when, through sleep, late wakes and clocks that are set. */
#include "config.h"

#include "coach-manual-clock.h"
#include "session.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)

static const CoachPackNumbers numbers = {
  .minutes = 15,
  .min_minutes = 5,
  .max_minutes = 20,
  .skin_check_minute = 5,
  .gap_hours = 2,
  .per_day = 3,
  .remind_minutes = 2,
};

typedef struct
{
  CoachManualClock *clock; /* (owned) */
  CoachPackTimer   *timer; /* (owned) */
  GString          *told;  /* (owned): a letter for each thing that was told, in order */
  GDateTime        *began; /* (owned) (nullable), of the last pack that ended */
  gint64            worn_us;
} Fixture;

static void
check_skin_cb (Fixture *fixture)
{
  g_assert_cmpint (coach_pack_timer_get_stage (fixture->timer), ==, COACH_PACK_CHECK_SKIN);
  g_string_append_c (fixture->told, 'S');
}

static void
take_off_cb (Fixture *fixture,
             guint    reminders)
{
  g_assert_cmpint (coach_pack_timer_get_stage (fixture->timer), ==, COACH_PACK_TAKE_OFF);
  g_string_append_printf (fixture->told, "%u", reminders);
}

static void
ended_cb (Fixture   *fixture,
          int        kind,
          GDateTime *began,
          gint64     worn_us)
{
  g_assert_cmpint (coach_pack_timer_get_stage (fixture->timer), ==, COACH_PACK_OFF);
  g_clear_pointer (&fixture->began, g_date_time_unref);
  fixture->began = g_date_time_ref (began);
  fixture->worn_us = worn_us;
  g_string_append_c (fixture->told, kind == COACH_PACK_HEAT ? 'H' : 'C');
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->clock = coach_manual_clock_new ();
  fixture->timer = coach_pack_timer_new (COACH_CLOCK (fixture->clock));
  fixture->told = g_string_new (NULL);
  g_signal_connect_swapped (fixture->timer, "check-skin", G_CALLBACK (check_skin_cb), fixture);
  g_signal_connect_swapped (fixture->timer, "take-off", G_CALLBACK (take_off_cb), fixture);
  g_signal_connect_swapped (fixture->timer, "ended", G_CALLBACK (ended_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->timer);
  g_assert_cmpuint (coach_manual_clock_count_armed (fixture->clock), ==, 0);
  g_assert_finalize_object (fixture->clock);
  g_string_free (fixture->told, TRUE);
  g_clear_pointer (&fixture->began, g_date_time_unref);
}

static void
start (Fixture       *fixture,
       CoachPackKind  kind,
       guint          minutes)
{
  coach_pack_timer_start (fixture->timer, kind, &numbers, minutes);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));

  g_test_summary ("A pack asks for the skin, ends, reminds, and is told of when it is off");
  start (fixture, COACH_PACK_HEAT, 15);
  g_assert_cmpuint (coach_pack_timer_get_minutes (fixture->timer), ==, 15);
  coach_manual_clock_advance (fixture->clock, 5 * MINUTE - 1);
  g_assert_cmpstr (fixture->told->str, ==, "");
  coach_manual_clock_advance (fixture->clock, 1);
  g_assert_cmpstr (fixture->told->str, ==, "S");
  coach_pack_timer_confirm_skin (fixture->timer);
  g_assert_cmpint (coach_pack_timer_get_stage (fixture->timer), ==, COACH_PACK_ON);
  g_assert_cmpint (coach_pack_timer_get_remaining_us (fixture->timer), ==, 10 * MINUTE);
  coach_manual_clock_advance (fixture->clock, 14 * MINUTE);
  g_assert_cmpstr (fixture->told->str, ==, "S012");
  coach_pack_timer_take_off (fixture->timer);
  g_assert_cmpstr (fixture->told->str, ==, "S012H");
  g_assert_cmpint (fixture->worn_us, ==, 19 * MINUTE);
  g_assert_true (g_date_time_equal (fixture->began, now));
  g_assert_null (coach_pack_timer_get_began (fixture->timer));
}

static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_test_summary ("While a pack is on no other is put on; after it, one is");
  start (fixture, COACH_PACK_COLD, 10);
  coach_manual_clock_advance (fixture->clock, MINUTE);
  start (fixture, COACH_PACK_HEAT, 20);
  g_assert_cmpint (coach_pack_timer_get_kind (fixture->timer), ==, COACH_PACK_COLD);
  g_assert_cmpint (coach_pack_timer_get_remaining_us (fixture->timer), ==, 9 * MINUTE);
  coach_pack_timer_take_off (fixture->timer);
  coach_pack_timer_take_off (fixture->timer);
  start (fixture, COACH_PACK_HEAT, 20);
  g_assert_cmpint (coach_pack_timer_get_kind (fixture->timer), ==, COACH_PACK_HEAT);
  coach_pack_timer_take_off (fixture->timer);
  g_assert_cmpstr (fixture->told->str, ==, "CH");
}

/* How long is waited, slept and waited again, and what has been told by then. */
static const struct
{
  gint64      before_us;
  gint64      slept_us;
  gint64      after_us;
  const char *told;
  gint64      remaining_us;
} sleeps[] = {
  { MINUTE, 2 * MINUTE, 0, "", 12 * MINUTE },
  { MINUTE, 2 * MINUTE, 2 * MINUTE, "S", 10 * MINUTE },
  { MINUTE, 6 * MINUTE, 0, "S", 8 * MINUTE },
  { MINUTE, 14 * MINUTE, 0, "0", 0 },
  { MINUTE, 40 * MINUTE, 0, "13", 0 },
  { MINUTE, 40 * MINUTE, 2 * MINUTE, "1314", 0 },
  { 15 * MINUTE, 3 * MINUTE, 0, "S01", 0 },
};

static void
test_sleep (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A pack goes on while the machine sleeps, and what it missed is told right after");
  for (gsize i = 0; i < G_N_ELEMENTS (sleeps); i++)
    {
      start (fixture, COACH_PACK_HEAT, 15);
      coach_manual_clock_advance (fixture->clock, sleeps[i].before_us);
      coach_manual_clock_suspend (fixture->clock, sleeps[i].slept_us);
      coach_manual_clock_advance (fixture->clock, sleeps[i].after_us);
      g_assert_cmpstr (fixture->told->str, ==, sleeps[i].told);
      g_assert_cmpint (coach_pack_timer_get_remaining_us (fixture->timer), ==,
                       sleeps[i].remaining_us);
      coach_pack_timer_take_off (fixture->timer);
      g_assert_cmpint (fixture->worn_us, ==,
                       sleeps[i].before_us + sleeps[i].slept_us + sleeps[i].after_us);
      g_string_truncate (fixture->told, 0);
    }
}

static void
test_clock_set (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const int days[] = { -400, -1, 1, 400 };
  g_autoptr (GDateTime) began = coach_clock_get_local_time (COACH_CLOCK (fixture->clock));

  g_test_summary ("A wall clock that is set makes a pack neither shorter nor longer");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GDateTime) other = g_date_time_add_days (began, days[i]);

      coach_manual_clock_set_local_time (fixture->clock, began);
      start (fixture, COACH_PACK_HEAT, 10);
      coach_manual_clock_advance (fixture->clock, 6 * MINUTE);
      coach_manual_clock_set_local_time (fixture->clock, other);
      g_assert_cmpint (coach_pack_timer_get_remaining_us (fixture->timer), ==, 4 * MINUTE);
      coach_manual_clock_advance (fixture->clock, 4 * MINUTE);
      g_assert_cmpint (coach_pack_timer_get_stage (fixture->timer), ==, COACH_PACK_TAKE_OFF);
      coach_pack_timer_take_off (fixture->timer);
      g_assert_true (g_date_time_equal (fixture->began, began));
      g_assert_cmpint (fixture->worn_us, ==, 10 * MINUTE);
    }
}

static void
test_late_wakes (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("Wakes that come late delay nothing that comes after");
  coach_manual_clock_set_lateness (fixture->clock, 0, 3 * SECOND);
  start (fixture, COACH_PACK_COLD, 15);
  coach_manual_clock_advance (fixture->clock, 5 * MINUTE + 3 * SECOND);
  g_assert_cmpstr (fixture->told->str, ==, "S");
  coach_manual_clock_advance (fixture->clock, 10 * MINUTE);
  g_assert_cmpstr (fixture->told->str, ==, "S0");
  g_assert_cmpint (coach_pack_timer_get_worn_us (fixture->timer), ==, 15 * MINUTE + 3 * SECOND);
}

static void
count_changes_cb (guint *changes)
{
  (*changes)++;
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  user_data)
{
  guint changes = 0;

  g_test_summary ("Changes are told once each, and looking at the clock is none");
  g_signal_connect_swapped (fixture->timer, "changed", G_CALLBACK (count_changes_cb), &changes);
  coach_pack_timer_take_off (fixture->timer);
  coach_pack_timer_confirm_skin (fixture->timer);
  g_assert_cmpuint (changes, ==, 0);
  start (fixture, COACH_PACK_HEAT, 15);
  coach_manual_clock_advance (fixture->clock, 4 * MINUTE);
  g_assert_cmpuint (changes, ==, 1);
  coach_manual_clock_advance (fixture->clock, MINUTE);
  coach_pack_timer_confirm_skin (fixture->timer);
  coach_pack_timer_confirm_skin (fixture->timer);
  g_assert_cmpuint (changes, ==, 3);
  coach_manual_clock_advance (fixture->clock, 12 * MINUTE);
  g_assert_cmpuint (changes, ==, 5);
  coach_pack_timer_take_off (fixture->timer);
  g_assert_cmpuint (changes, ==, 6);
}

static void
confirm_cb (CoachPackTimer *timer)
{
  if (coach_pack_timer_get_stage (timer) == COACH_PACK_TAKE_OFF)
    coach_pack_timer_take_off (timer);
}

static void
test_reentry (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("A listener may confirm at once: nothing is told of a pack that is off");
  g_signal_connect (fixture->timer, "changed", G_CALLBACK (confirm_cb), NULL);
  start (fixture, COACH_PACK_COLD, 5);
  coach_manual_clock_advance (fixture->clock, 30 * MINUTE);
  g_assert_cmpstr (fixture->told->str, ==, "C");
}

#define add_timer(name, test) \
  g_test_add ("/pack-timer/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_timer ("whole", test_whole);
  add_timer ("one-at-a-time", test_one_at_a_time);
  add_timer ("sleep", test_sleep);
  add_timer ("clock-set", test_clock_set);
  add_timer ("late-wakes", test_late_wakes);
  add_timer ("changes", test_changes);
  add_timer ("reentry", test_reentry);

  return g_test_run ();
}
