/* The one way to a session. */
#include <glib.h>

#include "coach-gate.h"

/* Nothing is in the way of somebody who has answered, said how it is, and chosen. */
static const CoachGateFacts open_facts = {
  .is_welcomed = TRUE,
  .is_complete = TRUE,
  .has_pain = TRUE,
  .colour = COACH_PAIN_GREEN,
};

#define BREAK(...) { .is_welcomed = TRUE, .is_complete = TRUE, .is_micro = TRUE, __VA_ARGS__ }

#define FACTS(...) { .is_welcomed = TRUE, .is_complete = TRUE, .has_pain = TRUE, __VA_ARGS__ }

static const struct
{
  CoachGateFacts facts;
  CoachGateStop  stop;
} rows[] = {
  { { 0 }, COACH_GATE_WELCOME },
  { { .is_welcomed = TRUE }, COACH_GATE_WELCOME },
  { { .is_complete = TRUE }, COACH_GATE_WELCOME },
  { { .is_welcomed = TRUE, .is_complete = TRUE }, COACH_GATE_PAIN },
  { { .is_blocked = TRUE }, COACH_GATE_BLOCKED },
  { { .is_welcomed = TRUE, .is_complete = TRUE, .has_due = TRUE }, COACH_GATE_QUESTIONS },
  { { .is_welcomed = TRUE, .is_complete = TRUE, .is_rest_day = TRUE }, COACH_GATE_REST },
  { { .is_welcomed = TRUE, .is_complete = TRUE, .is_rest_day = TRUE, .has_due = TRUE },
    COACH_GATE_QUESTIONS },
  { FACTS (.colour = COACH_PAIN_GREEN), COACH_GATE_OPEN },
  { FACTS (.colour = COACH_PAIN_AMBER), COACH_GATE_OPEN },
  { FACTS (.colour = COACH_PAIN_RED), COACH_GATE_EASE },
  { FACTS (.colour = COACH_PAIN_SAME_DAY), COACH_GATE_EASE },
  { FACTS (.is_rest_day = TRUE), COACH_GATE_REST },
  { FACTS (.is_blocked = TRUE), COACH_GATE_BLOCKED },
  { FACTS (.is_blocked = TRUE, .has_due = TRUE), COACH_GATE_BLOCKED },
  { FACTS (.loses_most = TRUE), COACH_GATE_CHOICES },
  { FACTS (.loses_most = TRUE, .has_concerns = TRUE, .has_chosen = TRUE), COACH_GATE_CHOICES },
  { FACTS (.has_concerns = TRUE), COACH_GATE_CHOICES },
  { FACTS (.has_concerns = TRUE, .has_chosen = TRUE), COACH_GATE_OPEN },
  { FACTS (.has_concerns = TRUE, .has_chosen = TRUE, .is_blocked = TRUE), COACH_GATE_BLOCKED },
  { FACTS (.has_concerns = TRUE, .colour = COACH_PAIN_RED), COACH_GATE_EASE },
  { BREAK (.has_pain = FALSE), COACH_GATE_OPEN },
  { BREAK (.has_concerns = TRUE), COACH_GATE_OPEN },
  { BREAK (.is_blocked = TRUE), COACH_GATE_BLOCKED },
  { BREAK (.has_due = TRUE), COACH_GATE_QUESTIONS },
  { BREAK (.is_rest_day = TRUE), COACH_GATE_REST },
  { BREAK (.colour = COACH_PAIN_RED), COACH_GATE_EASE },
  { BREAK (.loses_most = TRUE), COACH_GATE_CHOICES },
  { { .is_micro = TRUE }, COACH_GATE_WELCOME },
};

static void
test_stops (void)
{
  g_test_summary ("What comes next follows from what is known, the most careful first");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (coach_gate_get_stop (&rows[i].facts), ==, rows[i].stop);
    }
}

/* Sets one of the facts that hold somebody back, by its number; returns FALSE past the last. */
static gboolean
hold_back (CoachGateFacts *facts,
           guint           which)
{
  switch (which)
    {
    case 0:
      facts->is_welcomed = FALSE;
      return TRUE;
    case 1:
      facts->is_complete = FALSE;
      return TRUE;
    case 2:
      facts->is_blocked = TRUE;
      return TRUE;
    case 3:
      facts->has_due = TRUE;
      return TRUE;
    case 4:
      facts->is_rest_day = TRUE;
      return TRUE;
    case 5:
      facts->has_pain = FALSE;
      return TRUE;
    case 6:
      facts->colour = COACH_PAIN_RED;
      return TRUE;
    case 7:
      facts->loses_most = TRUE;
      return TRUE;
    case 8:
      facts->has_concerns = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
test_nothing_opens (void)
{
  CoachGateFacts facts;

  g_test_summary ("With anything in the way the gate is shut, whatever else is known");
  g_assert_cmpint (coach_gate_get_stop (&open_facts), ==, COACH_GATE_OPEN);
  for (guint one = 0; facts = open_facts, hold_back (&facts, one); one++)
    {
      g_assert_cmpint (coach_gate_get_stop (&facts), !=, COACH_GATE_OPEN);
      for (guint other = 0; hold_back (&facts, other); other++)
        g_assert_cmpint (coach_gate_get_stop (&facts), !=, COACH_GATE_OPEN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/gate/stops", test_stops);
  g_test_add_func ("/app/gate/nothing-opens", test_nothing_opens);

  return g_test_run ();
}
