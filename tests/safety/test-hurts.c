/* The "It hurts" dialogue of safety.md, section 3: every answer at every stage. */
#include <glib.h>

#include "safety.h"

static CoachCatalog *catalog;

/* One step of a dialogue; the kind or score stands beside the event. */
typedef struct
{
  CoachHurtsEvent event;
  guint           value;
} Answer;

#define KIND(kind)   { COACH_HURTS_EVENT_KIND, COACH_HURTS_KIND_##kind }
#define SCORE(score) { COACH_HURTS_EVENT_SCORE, score }
#define SAY(what)    { COACH_HURTS_EVENT_##what, 0 }

/* The score of leg and back before is 3, and the pain reaches down to the left calf. */
typedef struct
{
  const char       *name;
  Answer            answers[3];
  guint             n_answers;
  gboolean          was_amber;
  CoachHurtsStage   stage;
  CoachHurtsAction  action;
  guint             bench_days;
  gboolean          no_nerve_tension, rest_day, asks_screening;
} Case;

static const Case cases[] = {
  { "nothing", { { 0 } }, 0, FALSE, COACH_HURTS_ASK_KIND, COACH_HURTS_ACTION_NONE,
    0, FALSE, FALSE, FALSE },
  { "pull", { KIND (PULL) }, 1, FALSE, COACH_HURTS_ASK_PULL, COACH_HURTS_ACTION_NONE,
    0, FALSE, FALSE, FALSE },
  { "pull-go-on", { KIND (PULL), SAY (GO_ON) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_GO_ON, 0, FALSE, FALSE, FALSE },
  { "pull-easier", { KIND (PULL), SAY (EASIER) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_EASIER, 0, FALSE, FALSE, FALSE },
  { "pull-skip", { KIND (PULL), SAY (SKIP) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_SKIP, 0, FALSE, FALSE, FALSE },
  { "ache", { KIND (ACHE) }, 1, FALSE, COACH_HURTS_ASK_SCORE, COACH_HURTS_ACTION_NONE,
    0, FALSE, FALSE, FALSE },
  { "ache-green", { KIND (ACHE), SCORE (4) }, 2, FALSE, COACH_HURTS_ASK_GREEN,
    COACH_HURTS_ACTION_NONE, 0, FALSE, FALSE, FALSE },
  { "ache-green-go-on", { KIND (ACHE), SCORE (4), SAY (GO_ON) }, 3, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_GO_ON, 0, FALSE, FALSE, FALSE },
  { "ache-green-easier", { KIND (ACHE), SCORE (4), SAY (EASIER) }, 3, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_EASIER, 0, FALSE, FALSE, FALSE },
  { "ache-green-no-skip", { KIND (ACHE), SCORE (4), SAY (SKIP) }, 3, FALSE,
    COACH_HURTS_ASK_GREEN, COACH_HURTS_ACTION_NONE, 0, FALSE, FALSE, FALSE },
  { "ache-amber", { KIND (ACHE), SCORE (5) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_PAUSE_EASIER, 0, FALSE, FALSE, FALSE },
  { "ache-amber-twice", { KIND (ACHE), SCORE (6) }, 2, TRUE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_SKIP, 7, FALSE, FALSE, FALSE },
  { "ache-red", { KIND (ACHE), SCORE (7) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 14, FALSE, FALSE, FALSE },
  { "leg-green", { KIND (LEG), SCORE (3) }, 2, TRUE, COACH_HURTS_ASK_GREEN,
    COACH_HURTS_ACTION_NONE, 0, FALSE, FALSE, FALSE },
  { "leg-amber", { KIND (LEG), SCORE (4) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_PAUSE_EASIER, 0, FALSE, FALSE, FALSE },
  { "leg-amber-two-more", { KIND (LEG), SCORE (5) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_PAUSE_EASIER, 0, FALSE, FALSE, FALSE },
  { "leg-amber-twice", { KIND (LEG), SCORE (4) }, 2, TRUE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_SKIP, 7, FALSE, FALSE, FALSE },
  { "leg-red", { KIND (LEG), SCORE (6) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 14, FALSE, FALSE, FALSE },
  { "leg-red-after-amber", { KIND (LEG), SCORE (10) }, 2, TRUE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 14, FALSE, FALSE, FALSE },
  { "burning", { KIND (BURNING) }, 1, FALSE, COACH_HURTS_SETTLE, COACH_HURTS_ACTION_NONE,
    0, FALSE, FALSE, FALSE },
  { "burning-went", { KIND (BURNING), SAY (SETTLED) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_SKIP, 7, TRUE, FALSE, FALSE },
  { "burning-stays", { KIND (BURNING), SAY (NOT_SETTLED) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 14, FALSE, TRUE, TRUE },
  { "weak", { KIND (WEAK) }, 1, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END_SAME_DAY, 0, FALSE, FALSE, TRUE },
  { "other", { KIND (OTHER) }, 1, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END_EMERGENCY, 0, FALSE, FALSE, TRUE },
  { "leave", { SAY (LEAVE) }, 1, FALSE, COACH_HURTS_DONE, COACH_HURTS_ACTION_END,
    0, FALSE, FALSE, FALSE },
  { "leave-pull", { KIND (PULL), SAY (LEAVE) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 0, FALSE, FALSE, FALSE },
  { "leave-score", { KIND (LEG), SAY (LEAVE) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 0, FALSE, FALSE, FALSE },
  { "leave-green", { KIND (LEG), SCORE (2), SAY (LEAVE) }, 3, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 0, FALSE, FALSE, FALSE },
  { "leave-settle", { KIND (BURNING), SAY (LEAVE) }, 2, FALSE, COACH_HURTS_DONE,
    COACH_HURTS_ACTION_END, 14, FALSE, TRUE, TRUE },
  { "kind-none", { KIND (NONE) }, 1, FALSE, COACH_HURTS_ASK_KIND, COACH_HURTS_ACTION_NONE,
    0, FALSE, FALSE, FALSE },
  { "kind-unknown", { { COACH_HURTS_EVENT_KIND, 7 } }, 1, FALSE, COACH_HURTS_ASK_KIND,
    COACH_HURTS_ACTION_NONE, 0, FALSE, FALSE, FALSE },
  { "score-too-high", { KIND (LEG), SCORE (11) }, 2, FALSE, COACH_HURTS_ASK_SCORE,
    COACH_HURTS_ACTION_NONE, 0, FALSE, FALSE, FALSE },
};

static CoachPain
get_pain_before (void)
{
  CoachPain pain = { 0 };

  pain.scores[COACH_ZONE_BUTTOCK_LEFT] = 3;
  pain.scores[COACH_ZONE_THIGH_LEFT] = 2;
  pain.scores[COACH_ZONE_CALF_LEFT] = 3;
  return pain;
}

static CoachHurtsState
answer (const CoachHurtsState *before,
        const CoachPain       *pain_before,
        Answer                 given)
{
  return coach_hurts_state_after (before, catalog, pain_before, COACH_SIDE_NONE, given.event,
                                  given.value);
}

static void
test_cases (void)
{
  CoachPain pain = get_pain_before ();

  g_test_summary ("Each way through the dialogue leads where safety.md says");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachHurtsState state = { .was_amber = cases[i].was_amber };

      g_test_message ("%s", cases[i].name);
      for (guint step = 0; step < cases[i].n_answers; step++)
        state = answer (&state, &pain, cases[i].answers[step]);
      g_assert_cmpint (state.stage, ==, cases[i].stage);
      g_assert_cmpint (state.action, ==, cases[i].action);
      g_assert_cmpuint (state.bench_days, ==, cases[i].bench_days);
      g_assert_cmpint (state.no_nerve_tension, ==, cases[i].no_nerve_tension);
      g_assert_cmpint (state.rest_day, ==, cases[i].rest_day);
      g_assert_cmpint (state.asks_screening, ==, cases[i].asks_screening);
    }
}

/* Which events do something at a stage; leaving always does, and nothing does at the end. */
static void
test_events_out_of_place (void)
{
  static const struct
  {
    CoachHurtsStage stage;
    const char     *expected; /* kind, score, go-on, easier, skip, settled, not-settled, leave */
  } rows[] = {
    { COACH_HURTS_ASK_KIND, "x......x" },  { COACH_HURTS_ASK_PULL, "..xxx..x" },
    { COACH_HURTS_ASK_SCORE, ".x.....x" }, { COACH_HURTS_ASK_GREEN, "..xx...x" },
    { COACH_HURTS_SETTLE, ".....xxx" },    { COACH_HURTS_DONE, "........" },
  };
  CoachPain pain = get_pain_before ();

  g_test_summary ("An event that makes no sense at a stage changes nothing");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint event = 0; event <= COACH_HURTS_EVENT_LEAVE; event++)
      {
        CoachHurtsState before = { .stage = rows[i].stage, .kind = COACH_HURTS_KIND_LEG };
        CoachHurtsState after = answer (&before, &pain, (Answer) { event, 1 });

        g_test_message ("stage %d, event %u", rows[i].stage, event);
        g_assert_cmpint (after.stage != before.stage, ==, rows[i].expected[event] == 'x');
      }
}

static void
test_score_is_put (void)
{
  CoachPain pain = get_pain_before ();
  CoachPain nothing = { 0 };
  CoachPain right = { 0 };
  CoachHurtsState leg = { .stage = COACH_HURTS_ASK_SCORE, .kind = COACH_HURTS_KIND_LEG };
  CoachHurtsState back = { .stage = COACH_HURTS_ASK_SCORE, .kind = COACH_HURTS_KIND_ACHE };

  g_test_summary ("The score counts for the leg or the back, as the kind says");
  right.scores[COACH_ZONE_FOOT_RIGHT] = 2;

  /* A rise of two is amber of a leg, and of the back only from 4 on. */
  g_assert_cmpint (answer (&back, &nothing, (Answer) SCORE (2)).colour, ==, COACH_PAIN_GREEN);
  g_assert_cmpint (answer (&back, &nothing, (Answer) SCORE (3)).colour, ==, COACH_PAIN_GREEN);
  g_assert_cmpint (answer (&back, &nothing, (Answer) SCORE (4)).colour, ==, COACH_PAIN_RED);
  g_assert_cmpint (answer (&back, &pain, (Answer) SCORE (0)).colour, ==, COACH_PAIN_GREEN);
  /* In a leg that was free of pain it is further down. */
  g_assert_cmpint (answer (&leg, &nothing, (Answer) SCORE (1)).colour, ==, COACH_PAIN_GREEN);
  g_assert_cmpint (answer (&leg, &nothing, (Answer) SCORE (2)).colour, ==, COACH_PAIN_RED);
  g_assert_cmpint (answer (&leg, NULL, (Answer) SCORE (2)).colour, ==, COACH_PAIN_RED);
  /* It goes to the leg that hurt before, whatever the profile says. */
  leg = coach_hurts_state_after (&leg, catalog, &right, COACH_SIDE_LEFT, COACH_HURTS_EVENT_SCORE,
                                 3);
  g_assert_cmpint (leg.colour, ==, COACH_PAIN_GREEN);
  g_assert_true (leg.has_score);
  g_assert_cmpuint (leg.score, ==, 3);
}

static void
test_ids (void)
{
  g_test_summary ("Kinds and actions have names that lead back to them");
  for (guint i = 0; i <= COACH_HURTS_KIND_OTHER; i++)
    {
      CoachHurtsKind kind;

      g_assert_true (coach_hurts_kind_from_id (coach_hurts_kind_get_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i <= COACH_HURTS_ACTION_END_EMERGENCY; i++)
    {
      CoachHurtsAction action;

      g_assert_true (coach_hurts_action_from_id (coach_hurts_action_get_id (i), &action));
      g_assert_cmpuint (action, ==, i);
    }
  g_assert_false (coach_hurts_kind_from_id ("stab", &(CoachHurtsKind) { 0 }));
  g_assert_false (coach_hurts_action_from_id ("", &(CoachHurtsAction) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/safety/hurts/cases", test_cases);
  g_test_add_func ("/safety/hurts/events-out-of-place", test_events_out_of_place);
  g_test_add_func ("/safety/hurts/score-is-put", test_score_is_put);
  g_test_add_func ("/safety/hurts/ids", test_ids);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
