/* What a media player shows of a session, over whole routines. */
#include "config.h"

#include "remote.h"
#include "session-fixture.h"
#include "session-recorder.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static CoachCatalog *catalog;
static CoachPlaces *places;

static CoachRemoteState *
look (SessionRecorder *run)
{
  return coach_remote_state_new (run->session, places, FALSE,
                                 coach_clock_get_monotonic_us (COACH_CLOCK (run->clock)));
}

/* The second of a routine at which a phase of that kind begins for the n-th time. */
static void
go_to (SessionRecorder *run,
       CoachPhaseKind   kind,
       guint            nth)
{
  CoachPlan *plan = coach_session_get_plan (run->session);

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      if (phase->kind == kind && nth-- == 0)
        {
          coach_manual_clock_advance (run->clock, (phase->start_s + 1) * SECOND);
          return;
        }
    }
  g_assert_not_reached ();
}

/* "figure-four-supine" is done with each side, "bridge" in two sets, with both at once. */
static void
test_titles (void)
{
  static const struct
  {
    const char     *movement;
    CoachPhaseKind  kind;
    guint           nth;
    const char     *title;
    const char     *track;
  } cases[] = {
    { "figure-four-supine", COACH_PHASE_POSITION, 0, "Lying figure four – left side",
      "/0/figure_four_supine/left" },
    { "figure-four-supine", COACH_PHASE_HOLD, 0, "Lying figure four – left side, set 1 of 2",
      "/0/figure_four_supine/left" },
    { "figure-four-supine", COACH_PHASE_REST, 0, "Lying figure four – left side, set 2 of 2",
      "/0/figure_four_supine/left" },
    { "figure-four-supine", COACH_PHASE_SWITCH_SIDES, 0, "Lying figure four – right side",
      "/0/figure_four_supine/right" },
    { "figure-four-supine", COACH_PHASE_HOLD, 3, "Lying figure four – right side, set 2 of 2",
      "/0/figure_four_supine/right" },
    { "bridge", COACH_PHASE_POSITION, 0, "Bridge", "/0/bridge/both" },
    { "bridge", COACH_PHASE_REPS, 1, "Bridge – set 2 of 2", "/0/bridge/both" },
    { "walk-in-place", COACH_PHASE_TIME, 0, "Walking on the spot", "/0/walk_in_place/both" },
  };

  g_test_summary ("Movement, side and set are the title, and each movement and side is a track");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachRoutine) routine = NULL;
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachPlan) plan = NULL;
      g_autoptr (SessionRecorder) run = NULL;
      g_autoptr (CoachRemoteState) state = NULL;

      g_test_message ("%s %u %u", cases[i].movement, cases[i].kind, cases[i].nth);
      routine = session_fixture_read_routine (catalog, "fixed", cases[i].movement, "clamshell",
                                              "calf-raise", NULL);
      plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
      run = session_recorder_start (plan);
      go_to (run, cases[i].kind, cases[i].nth);
      state = look (run);
      g_assert_cmpstr (state->title, ==, cases[i].title);
      g_assert_true (g_str_has_suffix (state->track, cases[i].track));
      g_assert_true (g_variant_is_object_path (state->track));
      g_assert_cmpuint (state->number, ==, 1);
    }
}

/* Every second of a routine: the bar runs from one end to the other, on one track after the other. */
static void
test_whole (gconstpointer user_data)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, user_data);
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autoptr (CoachRemoteState) before = look (run);
  gint64 total_us = before->length_us;

  g_test_summary ("The position runs through every track, and nobody has to be told of it");
  for (guint s = 1; s < coach_plan_get_total_s (plan); s++)
    {
      g_autoptr (CoachRemoteState) state = NULL;
      g_autofree char *path = NULL;

      coach_manual_clock_advance (run->clock, SECOND);
      state = look (run);
      g_assert_cmpstr (state->status, ==, "Playing");
      g_assert_cmpint (state->position_us, >=, 0);
      g_assert_cmpint (state->position_us, <=, state->length_us);
      g_assert_false (coach_remote_state_has_jumped (before, state));
      path = g_filename_from_uri (state->art_uri, NULL, NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      if (!g_str_equal (before->track, state->track))
        {
          total_us += state->length_us;
          g_assert_cmpint (before->position_us, ==, before->length_us - SECOND);
          g_assert_cmpint (state->position_us, ==, 0);
        }
      g_assert_cmpint (state->can_go_next, ==, state->number < coach_plan_get_n_steps (plan));
      coach_remote_state_free (g_steal_pointer (&before));
      before = g_steal_pointer (&state);
    }
  g_assert_cmpint (total_us, ==, coach_plan_get_total_s (plan) * SECOND);
}

static void
test_jumps (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "piriformis-essentials");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autoptr (CoachRemoteState) running = NULL;
  g_autoptr (CoachRemoteState) paused = NULL;
  g_autoptr (CoachRemoteState) leading_in = NULL;
  g_autoptr (CoachRemoteState) going_on = NULL;
  g_autoptr (CoachRemoteState) again = NULL;
  g_autoptr (CoachRemoteState) next = NULL;

  g_test_summary ("A pause is no jump; the time to settle after it, and going back, are");
  coach_manual_clock_advance (run->clock, 20 * SECOND);
  running = look (run);
  coach_session_pause (run->session);
  coach_manual_clock_advance (run->clock, 100 * SECOND);
  paused = look (run);
  g_assert_cmpstr (paused->status, ==, "Paused");
  g_assert_cmpint (paused->position_us, ==, 20 * SECOND);

  coach_session_resume (run->session);
  leading_in = look (run);
  g_assert_false (coach_remote_state_has_jumped (paused, leading_in));
  coach_manual_clock_advance (run->clock, 5 * SECOND);
  going_on = look (run);
  g_assert_cmpint (going_on->position_us, ==, 20 * SECOND);
  g_assert_true (coach_remote_state_has_jumped (leading_in, going_on));

  coach_session_go_back (run->session);
  again = look (run);
  g_assert_true (coach_remote_state_has_jumped (going_on, again));
  coach_session_skip_step (run->session);
  next = look (run);
  g_assert_cmpstr (next->track, !=, again->track);
  g_assert_false (coach_remote_state_has_jumped (again, next));
}

/* "figure-four-supine" for the left side: 8 s position, 30 s hold, 10 s rest, 30 s hold. Where the
 * session is, where it is asked to, and where that leads. */
static void
test_targets (void)
{
  static const struct
  {
    guint             at_s;
    gint64            to_s;
    CoachRemoteTarget target;
    guint             phase;
  } cases[] = {
    { 0, 0, COACH_REMOTE_TARGET_NOWHERE, 0 },
    { 5, 0, COACH_REMOTE_TARGET_PHASE, 0 },
    { 5, 4, COACH_REMOTE_TARGET_PHASE, 0 },
    { 5, 7, COACH_REMOTE_TARGET_NOWHERE, 0 },
    { 5, 8, COACH_REMOTE_TARGET_PHASE, 1 },
    { 5, 30, COACH_REMOTE_TARGET_PHASE, 1 },
    { 20, 30, COACH_REMOTE_TARGET_NOWHERE, 0 },
    { 20, 40, COACH_REMOTE_TARGET_PHASE, 2 },
    { 20, 50, COACH_REMOTE_TARGET_PHASE, 3 },
    { 20, 78, COACH_REMOTE_TARGET_PHASE, 3 },
    { 20, 79, COACH_REMOTE_TARGET_NEXT, 0 },
    { 60, 9, COACH_REMOTE_TARGET_PHASE, 1 },
    { 60, 50, COACH_REMOTE_TARGET_PHASE, 3 },
    { 60, 78, COACH_REMOTE_TARGET_NOWHERE, 0 },
  };
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;

  g_test_summary ("Seeking leads to the beginning of what is asked for, and shortens nothing");
  routine = session_fixture_read_routine (catalog, "fixed", "figure-four-supine", "clamshell",
                                          "calf-raise", NULL);
  plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SessionRecorder) run = session_recorder_start (plan);
      guint phase = 0;

      g_test_message ("from %u to %d", cases[i].at_s, (int) cases[i].to_s);
      coach_manual_clock_advance (run->clock, cases[i].at_s * SECOND);
      g_assert_cmpint (coach_remote_state_find_target (run->session, cases[i].to_s * SECOND, &phase),
                       ==, cases[i].target);
      if (cases[i].target == COACH_REMOTE_TARGET_PHASE)
        g_assert_cmpuint (phase, ==, cases[i].phase);
    }
}

static void
test_metadata (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "piriformis-essentials");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autoptr (CoachRemoteState) state = look (run);
  g_autoptr (GVariant) metadata = g_variant_ref_sink (coach_remote_state_get_metadata (state));
  static const struct
  {
    const char *key;
    const char *type;
  } members[] = {
    { "mpris:trackid", "o" }, { "mpris:length", "x" }, { "mpris:artUrl", "s" },
    { "xesam:title", "s" },   { "xesam:album", "s" },  { "xesam:artist", "as" },
    { "xesam:trackNumber", "i" },
  };

  g_test_summary ("Each member has the type of the specification");
  g_assert_cmpuint (g_variant_n_children (metadata), ==, G_N_ELEMENTS (members));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GVariant) value = NULL;

      value = g_variant_lookup_value (metadata, members[i].key,
                                      G_VARIANT_TYPE (members[i].type));
      g_assert_nonnull (value);
    }
  g_assert_cmpstr (state->album, ==, "Piriformis essentials");
  g_assert_true (g_str_has_prefix (state->art_uri, "file:///"));
}

/* Where the session is, and what can be done with it. */
static void
test_abilities (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (CoachSession) session = coach_session_new (plan, COACH_CLOCK (clock));
  g_autoptr (CoachRemoteState) ready = coach_remote_state_new (session, places, FALSE, 0);
  g_autoptr (CoachRemoteState) held = NULL;
  g_autoptr (CoachRemoteState) over = NULL;

  g_test_summary ("Before the start one can play, while something is asked and at the end nothing");
  g_assert_cmpstr (ready->status, ==, "Stopped");
  g_assert_true (ready->can_play);
  g_assert_false (ready->can_move || ready->can_go_next);

  coach_session_start (session);
  held = coach_remote_state_new (session, places, TRUE, 0);
  g_assert_cmpstr (held->status, ==, "Playing");
  g_assert_false (held->can_play || held->can_move || held->can_go_next);

  coach_session_stop (session);
  over = coach_remote_state_new (session, places, FALSE, 0);
  g_assert_cmpstr (over->status, ==, "Stopped");
  g_assert_false (over->can_play || over->can_move || over->can_go_next);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();
  places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"), g_getenv ("LOWTIDE_MEDIA_DIR"),
                             g_get_tmp_dir ());

  g_test_add_func ("/remote-state/titles", test_titles);
  g_test_add_data_func ("/remote-state/whole/piriformis-essentials", "piriformis-essentials",
                        test_whole);
  g_test_add_data_func ("/remote-state/whole/desk-break-2", "desk-break-2", test_whole);
  g_test_add_func ("/remote-state/jumps", test_jumps);
  g_test_add_func ("/remote-state/targets", test_targets);
  g_test_add_func ("/remote-state/metadata", test_metadata);
  g_test_add_func ("/remote-state/abilities", test_abilities);

  status = g_test_run ();
  g_clear_object (&places);
  g_clear_object (&catalog);
  return status;
}
