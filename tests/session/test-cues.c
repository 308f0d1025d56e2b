#include "config.h"

#include "session-fixture.h"

#include <string.h>

#define SECOND ((gint64) G_USEC_PER_SEC)

static CoachCatalog *catalog;

static void
test_kinds (void)
{
  static const struct
  {
    CoachCueKind kind;
    const char *id;
    CoachCuePriority priority;
    CoachTalk least;
  } cases[] = {
    { COACH_CUE_NAME, "name", COACH_CUE_PRIORITY_TURN, COACH_TALK_SHORT },
    { COACH_CUE_POSITION, "position", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
    { COACH_CUE_STEP, "step", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
    { COACH_CUE_DOSE, "dose", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
    { COACH_CUE_COUNT, "count", COACH_CUE_PRIORITY_COUNT, COACH_TALK_FULL },
    { COACH_CUE_BEGIN, "begin", COACH_CUE_PRIORITY_TURN, COACH_TALK_SHORT },
    { COACH_CUE_REPETITION, "repetition", COACH_CUE_PRIORITY_COUNT, COACH_TALK_SHORT },
    { COACH_CUE_TIP, "tip", COACH_CUE_PRIORITY_TIP, COACH_TALK_FULL },
    { COACH_CUE_BREATH, "breath", COACH_CUE_PRIORITY_TIP, COACH_TALK_FULL },
    { COACH_CUE_HALF_WAY, "half-way", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
    { COACH_CUE_LAST_SECONDS, "last-seconds", COACH_CUE_PRIORITY_COUNT, COACH_TALK_SHORT },
    { COACH_CUE_REST, "rest", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
    { COACH_CUE_NEXT, "next", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
    { COACH_CUE_SWITCH, "switch", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
    { COACH_CUE_LEAVE, "leave", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
    { COACH_CUE_DONE, "done", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
    { COACH_CUE_RISE, "rise", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
  };

  g_test_summary ("How urgent each kind of cue is, and how much talk has it said");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachCue cue = { .kind = cases[i].kind, .text = (char *) "said" };

      g_assert_cmpstr (coach_cue_kind_get_id (cases[i].kind), ==, cases[i].id);
      g_assert_cmpint (coach_cue_kind_get_priority (cases[i].kind), ==, cases[i].priority);
      for (CoachTalk talk = COACH_TALK_SOUNDS; talk <= COACH_TALK_FULL; talk++)
        g_assert_cmpint (coach_cue_is_said (&cue, talk), ==, talk >= cases[i].least);
    }
}

static void
test_sounds (void)
{
  static const struct
  {
    CoachCueKind kind;
    CoachCueSound sound;
    const char *id;
    gboolean heard[3]; /* by talk */
  } cases[] = {
    { COACH_CUE_TIP, COACH_CUE_SOUND_NONE, NULL, { FALSE, FALSE, FALSE } },
    { COACH_CUE_BEGIN, COACH_CUE_SOUND_BEGIN, "begin", { TRUE, TRUE, TRUE } },
    { COACH_CUE_REST, COACH_CUE_SOUND_END, "end", { TRUE, TRUE, TRUE } },
    { COACH_CUE_SWITCH, COACH_CUE_SOUND_SWITCH, "switch", { TRUE, TRUE, TRUE } },
    { COACH_CUE_COUNT, COACH_CUE_SOUND_TICK, "tick", { TRUE, TRUE, FALSE } },
    { COACH_CUE_DONE, COACH_CUE_SOUND_CLOSE, "close", { TRUE, TRUE, TRUE } },
  };

  g_test_summary ("Sounds are heard at every talk, but for the ticks under a spoken count");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachCue cue = { .kind = cases[i].kind, .sound = cases[i].sound, .text = (char *) "said" };

      g_assert_cmpstr (coach_cue_sound_get_id (cases[i].sound), ==, cases[i].id);
      for (CoachTalk talk = COACH_TALK_SOUNDS; talk <= COACH_TALK_FULL; talk++)
        g_assert_cmpint (coach_cue_is_sounded (&cue, talk), ==, cases[i].heard[talk]);
    }
}

static void
test_talk (void)
{
  static const struct
  {
    const char *id;
    int talk;
  } cases[] = {
    { "sounds", COACH_TALK_SOUNDS }, { "short", COACH_TALK_SHORT }, { "full", COACH_TALK_FULL },
    { "", -1 }, { "Full", -1 }, { "fuller", -1 },
  };

  g_test_summary ("How much is said is read by its name, and nothing else is");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachTalk talk = COACH_TALK_SOUNDS;

      g_assert_cmpint (coach_talk_from_id (cases[i].id, &talk), ==, cases[i].talk >= 0);
      g_assert_cmpint (talk, ==, MAX (cases[i].talk, 0));
      g_assert_cmpint (coach_talk_from_id (cases[i].id, NULL), ==, cases[i].talk >= 0);
    }
}

static void
test_copy (void)
{
  CoachCue cue = { 3, COACH_CUE_TIP, COACH_CUE_SOUND_NONE, (char *) "Let go." };
  g_autoptr (CoachCue) copy = coach_cue_copy (&cue);

  g_test_summary ("A copy has a text of its own");
  g_assert_cmpuint (copy->at_s, ==, 3);
  g_assert_cmpint (copy->kind, ==, COACH_CUE_TIP);
  g_assert_cmpstr (copy->text, ==, "Let go.");
  g_assert_true (copy->text != cue.text);
}

static CoachPlan *
make_plan (CoachRoutine *routine,
           gboolean      explain,
           int           rate)
{
  CoachPlanOptions options = { .explain = explain, .speech_rate = rate };
  g_autoptr (CoachProfile) profile = coach_profile_new ();

  return coach_plan_new (routine, catalog, profile, &options, NULL);
}

/* All that is said of a phase, as "0 name 3 step 8 step". */
static char *
tell_kinds (const CoachPhase *phase)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < phase->n_cues; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            coach_cue_kind_get_id (phase->cues[i].kind));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const CoachPhase *
find_phase (CoachPlan      *plan,
            CoachPhaseKind  kind,
            guint           nth)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    if (coach_plan_get_phase (plan, i)->kind == kind && nth-- == 0)
      return coach_plan_get_phase (plan, i);
  return NULL;
}

static void
test_explained (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    CoachPhaseKind kind;
    guint nth;
    const char *kinds;
  } cases[] = {
    { "figure-four-supine", "bridge", COACH_PHASE_POSITION, 0,
      "name rise step step step dose count count count" },
    { "figure-four-supine", "bridge", COACH_PHASE_SWITCH_SIDES, 0,
      "switch leave step step count count count" },
    { "figure-four-supine", "bridge", COACH_PHASE_HOLD, 0, "begin begin tip half-way tip last-seconds" },
    { "figure-four-supine", "bridge", COACH_PHASE_REST, 0, "rest next count count count" },
    /* The one before is left first, and what is repeated is said before it is. */
    { "figure-four-supine", "bridge", COACH_PHASE_POSITION, 1,
      "leave name step step step step step step dose count count count" },
    { "roll-upper-back", "bridge", COACH_PHASE_TIME, 0,
      "begin tip tip breath breath half-way tip tip breath breath last-seconds" },
  };

  g_test_summary ("What is said where a routine is explained to somebody who sees nothing");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachPlan) plan = NULL;
      g_autofree char *kinds = NULL;

      routine = session_fixture_read_routine (catalog, "fixed", cases[i].first, cases[i].second,
                                              NULL);
      plan = make_plan (routine, TRUE, 0);
      kinds = tell_kinds (find_phase (plan, cases[i].kind, cases[i].nth));
      g_assert_cmpstr (kinds, ==, cases[i].kinds);
    }
}

static gboolean
is_work (const CoachPhase *phase)
{
  return phase->kind == COACH_PHASE_HOLD || phase->kind == COACH_PHASE_REPS
         || phase->kind == COACH_PHASE_TIME;
}

/* Each cue has been said, by the estimate, when the next is due or the phase is over. */
static void
check_no_overlap (CoachPlan *plan,
                  int        rate)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      for (guint c = 0; c < phase->n_cues; c++)
        {
          const CoachCue *cue = &phase->cues[c];
          guint end_s = c + 1 < phase->n_cues ? phase->cues[c + 1].at_s : phase->length_s;

          if (coach_cue_kind_get_priority (cue->kind) == COACH_CUE_PRIORITY_COUNT
              || phase->kind == COACH_PHASE_FINISH)
            continue;
          g_test_message ("%u %s", phase->start_s + cue->at_s, cue->text);
          g_assert_cmpint (cue->at_s * SECOND + coach_speech_time_estimate_us (cue->text, rate),
                           <=, end_s * SECOND);
        }
    }
}

/* Explaining gives more time to get into place and never touches the work and the rests. */
static void
check_lengths (CoachPlan *plan,
               CoachPlan *plain)
{
  g_assert_cmpuint (coach_plan_get_n_phases (plan), ==, coach_plan_get_n_phases (plain));
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);
      const CoachPhase *other = coach_plan_get_phase (plain, i);

      g_assert_cmpint (phase->kind, ==, other->kind);
      if (is_work (phase) || phase->kind == COACH_PHASE_REST)
        g_assert_cmpuint (phase->length_s, ==, other->length_s);
      else
        g_assert_cmpuint (phase->length_s, >=, other->length_s);
    }
}

static void
test_every_routine (void)
{
  static const int rates[] = { 0, -60, 40 };
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("In no routine does one cue lie over another, at a usual voice, a slow one and a fast one");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    for (guint p = 0; p < G_N_ELEMENTS (rates); p++)
      {
        g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
        g_autoptr (CoachPlan) plan = make_plan (routine, TRUE, rates[p]);
        g_autoptr (CoachPlan) plain = make_plan (routine, FALSE, rates[p]);
        CoachOccasion occasion = coach_routine_get_occasion (routine);

        g_test_message ("%s", coach_routine_get_id (routine));
        check_lengths (plan, plain);
        if (occasion == COACH_OCCASION_DESK || occasion == COACH_OCCASION_MICRO)
          g_assert_cmpuint (coach_plan_get_total_s (plan), ==, coach_plan_get_total_s (plain));
        else
          check_no_overlap (plan, rates[p]);
      }
}

static void
test_outlook (void)
{
  GListModel *routines = coach_catalog_get_routines (catalog);
  g_autoptr (CoachProfile) profile = coach_profile_new ();

  g_test_summary ("Looking ahead knows how long explaining takes");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    for (guint explain = 0; explain < 2; explain++)
      {
        CoachPlanOptions options = { .explain = explain == 1 };
        g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
        g_autoptr (CoachPlan) plan = make_plan (routine, options.explain, 0);
        CoachPlanOutlook outlook = coach_plan_outlook_from (routine, catalog, profile, &options);

        g_assert_cmpuint (outlook.total_s, ==, coach_plan_get_total_s (plan));
      }
}

/* A listener is told before it is counted in: all of a movement's own words, in both sides' turn. */
static void
test_every_movement (void)
{
  GListModel *movements = coach_catalog_get_movements (catalog);

  g_test_summary ("Every step of every movement is said at some time, in words of its side");
  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);
      const char *id = session_fixture_get_id (movement);
      const char * const *steps = coach_movement_get_steps (movement, COACH_SIDE_LEFT);
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachPlan) plan = NULL;
      g_autoptr (GString) said = g_string_new (NULL);

      routine = session_fixture_read_routine (catalog, "fixed", id, id, NULL);
      plan = make_plan (routine, TRUE, 0);
      for (guint p = 0; p < coach_plan_get_n_phases (plan); p++)
        for (guint c = 0; c < coach_plan_get_phase (plan, p)->n_cues; c++)
          g_string_append_printf (said, "%s\n", coach_plan_get_phase (plan, p)->cues[c].text);
      for (guint s = 0; s < coach_movement_get_n_set_up_steps (movement); s++)
        g_assert_nonnull (strstr (said->str, steps[s]));
      for (guint s = g_strv_length ((char **) steps);
           s > g_strv_length ((char **) steps) - coach_movement_get_n_leave_steps (movement); s--)
        g_assert_nonnull (strstr (said->str, steps[s - 1]));
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/cues/kinds", test_kinds);
  g_test_add_func ("/cues/sounds", test_sounds);
  g_test_add_func ("/cues/talk", test_talk);
  g_test_add_func ("/cues/copy", test_copy);
  g_test_add_func ("/cues/explained", test_explained);
  g_test_add_func ("/cues/every-routine", test_every_routine);
  g_test_add_func ("/cues/outlook", test_outlook);
  g_test_add_func ("/cues/every-movement", test_every_movement);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
