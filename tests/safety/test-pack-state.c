/* The stages of a warm or cold pack, on a time that is given. */
#include "config.h"

#include "safety.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define START  (77 * SECOND)

static const CoachPackNumbers numbers = {
  .minutes = 15,
  .min_minutes = 5,
  .max_minutes = 20,
  .skin_check_minute = 5,
  .gap_hours = 2,
  .per_day = 3,
  .remind_minutes = 2,
};

#define TICK      COACH_PACK_EVENT_TICK
#define FINE      COACH_PACK_EVENT_SKIN_FINE
#define TAKEN_OFF COACH_PACK_EVENT_TAKEN_OFF

typedef struct
{
  CoachPackEvent event;
  gint64         at_us; /* after the start */
} Happening;

#define MAX_HAPPENINGS 4

/* What happens to a pack of some minutes, one thing after another, and where that leaves it. */
static const struct
{
  const char     *name;
  guint           minutes;
  guint           n;
  Happening       happenings[MAX_HAPPENINGS];
  CoachPackStage  stage;
  guint           reminders;
  gint64          next_us; /* after the start; -1 for never */
} cases[] = {
  { "just put on", 15, 1, { { TICK, 0 } }, COACH_PACK_ON, 0, 5 * MINUTE },
  { "just before the look", 15, 1, { { TICK, 5 * MINUTE - 1 } }, COACH_PACK_ON, 0, 5 * MINUTE },
  { "the look", 15, 1, { { TICK, 5 * MINUTE } }, COACH_PACK_CHECK_SKIN, 0, 15 * MINUTE },
  { "a late look", 15, 1, { { TICK, 9 * MINUTE } }, COACH_PACK_CHECK_SKIN, 0, 15 * MINUTE },
  { "a skin that is fine", 15, 2, { { TICK, 5 * MINUTE }, { FINE, 6 * MINUTE } },
    COACH_PACK_ON, 0, 15 * MINUTE },
  { "fine as soon as it is asked", 15, 1, { { FINE, 5 * MINUTE } },
    COACH_PACK_ON, 0, 15 * MINUTE },
  { "fine before it is asked", 15, 2, { { FINE, 4 * MINUTE }, { TICK, 5 * MINUTE } },
    COACH_PACK_CHECK_SKIN, 0, 15 * MINUTE },
  { "fine twice", 15, 3,
    { { FINE, 6 * MINUTE }, { FINE, 7 * MINUTE }, { TICK, 15 * MINUTE - 1 } },
    COACH_PACK_ON, 0, 15 * MINUTE },
  { "a look nobody answers", 15, 2, { { TICK, 5 * MINUTE }, { TICK, 15 * MINUTE } },
    COACH_PACK_TAKE_OFF, 0, 17 * MINUTE },
  { "the end", 15, 2, { { FINE, 5 * MINUTE }, { TICK, 15 * MINUTE } },
    COACH_PACK_TAKE_OFF, 0, 17 * MINUTE },
  { "fine after the end", 15, 2, { { TICK, 15 * MINUTE }, { FINE, 16 * MINUTE } },
    COACH_PACK_TAKE_OFF, 0, 17 * MINUTE },
  { "the end and the look in one", 5, 1, { { TICK, 5 * MINUTE } },
    COACH_PACK_TAKE_OFF, 0, 7 * MINUTE },
  { "before the reminder", 15, 1, { { TICK, 17 * MINUTE - 1 } },
    COACH_PACK_TAKE_OFF, 0, 17 * MINUTE },
  { "the first reminder", 15, 1, { { TICK, 17 * MINUTE } },
    COACH_PACK_TAKE_OFF, 1, 19 * MINUTE },
  { "the second reminder", 15, 2, { { TICK, 17 * MINUTE }, { TICK, 19 * MINUTE } },
    COACH_PACK_TAKE_OFF, 2, 21 * MINUTE },
  { "a night slept over the end", 15, 1, { { TICK, 8 * 60 * MINUTE } },
    COACH_PACK_TAKE_OFF, 232, 481 * MINUTE },
  { "slept over the look alone", 15, 1, { { TICK, 14 * MINUTE } },
    COACH_PACK_CHECK_SKIN, 0, 15 * MINUTE },
  { "confirmed late", 15, 2, { { TICK, 60 * MINUTE }, { TAKEN_OFF, 90 * MINUTE } },
    COACH_PACK_OFF, 0, -1 },
  { "taken off early", 15, 1, { { TAKEN_OFF, MINUTE } }, COACH_PACK_OFF, 0, -1 },
  { "taken off at the look", 15, 2, { { TICK, 5 * MINUTE }, { TAKEN_OFF, 5 * MINUTE } },
    COACH_PACK_OFF, 0, -1 },
  { "confirmed twice", 15, 3,
    { { TICK, 15 * MINUTE }, { TAKEN_OFF, 16 * MINUTE }, { TAKEN_OFF, 17 * MINUTE } },
    COACH_PACK_OFF, 0, -1 },
  { "fine when it is off", 15, 2, { { TAKEN_OFF, MINUTE }, { FINE, 6 * MINUTE } },
    COACH_PACK_OFF, 0, -1 },
  { "shorter than is allowed", 1, 1, { { TICK, 5 * MINUTE - 1 } },
    COACH_PACK_ON, 0, 5 * MINUTE },
  { "longer than is allowed", 90, 2, { { FINE, 5 * MINUTE }, { TICK, 20 * MINUTE } },
    COACH_PACK_TAKE_OFF, 0, 22 * MINUTE },
};

static void
test_stages (void)
{
  g_test_summary ("What happens to a pack leads where the protocol says");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachPackState state = coach_pack_state_begin (COACH_PACK_COLD, &numbers, cases[i].minutes,
                                                     START);
      gint64 next_us;

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; j < cases[i].n; j++)
        state = coach_pack_state_after (&state, &numbers, cases[i].happenings[j].event,
                                        START + cases[i].happenings[j].at_us);
      next_us = coach_pack_state_get_next_change_us (&state, &numbers);
      g_assert_cmpint (state.stage, ==, cases[i].stage);
      g_assert_cmpuint (state.reminders, ==, cases[i].reminders);
      g_assert_cmpint (next_us, ==, cases[i].next_us < 0 ? G_MAXINT64 : START + cases[i].next_us);
    }
}

static void
test_often (void)
{
  CoachPackState often = coach_pack_state_begin (COACH_PACK_HEAT, &numbers, 15, START);
  const CoachPackState first = often;

  g_test_summary ("However seldom time is looked at, it comes to the same");
  for (gint64 now_us = START; now_us < START + 40 * MINUTE; now_us += SECOND)
    {
      CoachPackState once = coach_pack_state_after (&first, &numbers, TICK, now_us);

      often = coach_pack_state_after (&often, &numbers, TICK, now_us);
      g_assert_cmpmem (&often, sizeof often, &once, sizeof once);
    }
}

static void
test_next_change (void)
{
  CoachPackState state = coach_pack_state_begin (COACH_PACK_HEAT, &numbers, 15, START);

  g_test_summary ("Nothing changes before the time that is told, and something at it");
  for (guint i = 0; i < 12; i++)
    {
      gint64 next_us = coach_pack_state_get_next_change_us (&state, &numbers);
      CoachPackState before = coach_pack_state_after (&state, &numbers, TICK, next_us - 1);

      g_assert_cmpmem (&before, sizeof before, &state, sizeof state);
      state = coach_pack_state_after (&state, &numbers, TICK, next_us);
      g_assert_cmpint (memcmp (&before, &state, sizeof state), !=, 0);
    }
  g_assert_cmpint (state.stage, ==, COACH_PACK_TAKE_OFF);
}

static void
test_times (void)
{
  const CoachPackState off = { 0 };
  const CoachPackState on = coach_pack_state_begin (COACH_PACK_HEAT, &numbers, 10, START);

  g_test_summary ("What remains and what has passed are derived, and never negative");
  g_assert_cmpint (coach_pack_state_get_remaining_us (&off, START), ==, 0);
  g_assert_cmpint (coach_pack_state_get_worn_us (&off, START), ==, 0);
  g_assert_cmpint (coach_pack_state_get_remaining_us (&on, START), ==, 10 * MINUTE);
  g_assert_cmpint (coach_pack_state_get_remaining_us (&on, START + 1), ==, 10 * MINUTE - 1);
  g_assert_cmpint (coach_pack_state_get_remaining_us (&on, START + 60 * MINUTE), ==, 0);
  g_assert_cmpint (coach_pack_state_get_remaining_us (&on, START - 1), ==, 10 * MINUTE);
  g_assert_cmpint (coach_pack_state_get_worn_us (&on, START + 3 * MINUTE), ==, 3 * MINUTE);
  g_assert_cmpint (coach_pack_state_get_worn_us (&on, START + 60 * MINUTE), ==, 60 * MINUTE);
  g_assert_cmpint (coach_pack_state_get_worn_us (&on, START - 1), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pack-state/stages", test_stages);
  g_test_add_func ("/pack-state/often", test_often);
  g_test_add_func ("/pack-state/next-change", test_next_change);
  g_test_add_func ("/pack-state/times", test_times);

  return g_test_run ();
}
