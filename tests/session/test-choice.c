/* What is chosen for whom, on which day and at which hour, and what is said of it. */
#include "config.h"

#include <string.h>

#include "coach-choice-private.h"
#include "day-fixture.h"
#include "session-fixture.h"

static CoachCatalog *catalog;

typedef struct
{
  const char      *conditions; /* separated by blanks */
  const char      *equipment;  /* (nullable): separated by blanks */
  CoachPlace       place;
  DaySketch        day;
  int              hour;
  const char      *done;       /* (nullable): "routine:days ago", separated by blanks */
  CoachChoiceKind  kind;
  const char      *routine;    /* (nullable) */
  const char      *says;       /* a part of the reason */
} Case;

#define N_PROFILES 500
#define SEED       20261129

#define USUAL { .trend = COACH_TREND_STEADY }
#define FLOOR COACH_PLACE_FLOOR
#define CHAIR COACH_PLACE_CHAIR

static const Case cases[] = {
  /* The hour, then the aim */
  { "", NULL, FLOOR, USUAL, 4, NULL,
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "day is young" },
  { "", NULL, FLOOR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "day is young" },
  { "", NULL, FLOOR, USUAL, 9, NULL,
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "day is young" },
  { "", NULL, FLOOR, USUAL, 10, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, USUAL, 19, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, USUAL, 20, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "it is late" },
  { "", NULL, FLOOR, USUAL, 23, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "it is late" },
  { "", NULL, FLOOR, USUAL, 0, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "it is late" },
  { "", NULL, FLOOR, USUAL, 3, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "it is late" },
  /* What the person has */
  { "sciatica", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "piriformis-syndrome", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "in mind: Piriformis syndrome." },
  { "piriformis-syndrome", NULL, FLOOR, USUAL, 21, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "Piriformis syndrome" },
  { "disc-related", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "disc" },
  { "spinal-stenosis", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "stenosis" },
  { "pregnancy", NULL, FLOOR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "pregnancy-comfort", "Pregnancy" },
  { "pregnancy", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "pregnancy-comfort", "Pregnancy" },
  { "pregnancy", NULL, FLOOR, USUAL, 21, NULL,
    COACH_CHOICE_ROUTINE, "pregnancy-comfort", "Pregnancy" },
  { "hip-replacement", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "new-hip-friendly", "Hip replacement" },
  { "hip-replacement osteoporosis", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "new-hip-friendly", "Hip replacement, Thin bones" },
  { "osteoporosis", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "steady-bones", "osteoporosis" },
  { "osteoporosis", NULL, FLOOR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "steady-bones", "osteoporosis" },
  { "recent-surgery", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "Recent operation" },
  { "blood-thinners", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "Blood-thinning" },
  { "knee-problem", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "knee" },
  { "wrist-problem", NULL, FLOOR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "wrist" },
  { "hypermobility", NULL, FLOOR, USUAL, 21, NULL,
    COACH_CHOICE_ROUTINE, "evening-wind-down", "hypermobility" },
  { "acute-flare", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "sorer spell" },
  { "acute-flare pregnancy", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "flare-on-your-side", "sorer spell" },
  { "unheard-of", NULL, FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  /* Where they are */
  { "", NULL, CHAIR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "sitting or standing" },
  { "", NULL, CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "sitting or standing" },
  { "", NULL, CHAIR, USUAL, 21, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "sitting or standing" },
  { "pregnancy", NULL, CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "sitting or standing" },
  { "osteoporosis", NULL, CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "desk-break-5", "sitting or standing" },
  { "recent-surgery", NULL, CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "desk-break-5", "sitting or standing" },
  /* What they have */
  { "", "mat cushion chair", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "hip-strength", "fits what you told" },
  { "", "mat cushion chair table wall ball", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", "mat cushion chair table wall roller", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "foam-roll-piriformis", "" },
  { "", "chair table", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "" },
  { "", "chair table", FLOOR, USUAL, 8, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "" },
  { "", "chair", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "desk-break-5", "" },
  { "", "chair", CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "desk-break-5", "sitting or standing" },
  { "", "mat chair", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_ROUTINE, "new-hip-friendly", "" },
  { "", "", FLOOR, USUAL, 15, NULL,
    COACH_CHOICE_NOTHING, NULL, "need the floor, or things" },
  { "", "mat cushion roller ball wall", CHAIR, USUAL, 15, NULL,
    COACH_CHOICE_NOTHING, NULL, "need the floor, or things" },
  /* How the day is */
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_flare = TRUE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "sorer spell: easing positions, longer rests." },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_flare = TRUE }, 8, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "longer rests" },
  { "pregnancy", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_flare = TRUE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "flare-on-your-side", "longer rests" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_flare = TRUE }, 15, "acute-flare-gentle:0",
    COACH_CHOICE_ROUTINE, "flare-on-your-side", "You have done “Flare: gentle day” today" },
  { "", NULL, CHAIR, { .trend = COACH_TREND_STEADY, .is_flare = TRUE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "this one is gentle" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_FLARE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "small moves. It is half a dose" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_SPREADING }, 15, NULL,
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "reaches further than before" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 5 }, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "this one is gentle. It is half a dose" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 6 }, 8, NULL,
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "sore day" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 4 }, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_half_dose = TRUE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "half a dose" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_easier = TRUE }, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "gentle" },
  { "hip-replacement", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 5 }, 15, NULL,
    COACH_CHOICE_ROUTINE, "new-hip-friendly", "gentle" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_RESOLVED }, 15, NULL,
    COACH_CHOICE_ROUTINE, "hip-strength", "strength may be built up" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_RESOLVED, .score = 5 }, 15, NULL,
    COACH_CHOICE_ROUTINE, "no-floor", "gentle" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_RETREATING }, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_NOT_ENOUGH_DATA }, 15, NULL,
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  /* Days without a session */
  { "", NULL, FLOOR, { .trend = COACH_TREND_URGENT }, 15, NULL,
    COACH_CHOICE_BLOCKED, NULL, "a clinician should look at today" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_URGENT, .score = 9, .is_rest_day = TRUE }, 15, NULL,
    COACH_CHOICE_BLOCKED, NULL, "paused" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 7 }, 15, NULL,
    COACH_CHOICE_EASE, NULL, "this evening" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 10 }, 8, NULL,
    COACH_CHOICE_EASE, NULL, "no session" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 7 }, 21, NULL,
    COACH_CHOICE_EASE, NULL, "in the morning" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 7, .is_rest_day = TRUE }, 15, NULL,
    COACH_CHOICE_EASE, NULL, "position that feels better" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .score = 7, .is_flare = TRUE }, 15, NULL,
    COACH_CHOICE_EASE, NULL, "no session" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_STEADY, .is_rest_day = TRUE }, 15, NULL,
    COACH_CHOICE_REST, NULL, "Gentle walking" },
  { "", NULL, FLOOR, { .trend = COACH_TREND_FLARE, .is_rest_day = TRUE }, 8, NULL,
    COACH_CHOICE_REST, NULL, "rest day" },
  /* What was done lately */
  { "", NULL, FLOOR, USUAL, 15, "piriformis-essentials:0",
    COACH_CHOICE_ROUTINE, "foam-roll-piriformis", "You have done “Piriformis essentials” today, so here is another one." },
  { "", NULL, FLOOR, USUAL, 8, "morning-loosen-up:0",
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "“Morning loosen-up” today" },
  { "", NULL, FLOOR, USUAL, 15, "piriformis-essentials:1 piriformis-essentials:2",
    COACH_CHOICE_ROUTINE, "foam-roll-piriformis", "on the last two days, so here is a change." },
  { "", NULL, FLOOR, USUAL, 15, "piriformis-essentials:1",
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, USUAL, 15, "piriformis-essentials:2 piriformis-essentials:3",
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
  { "", NULL, FLOOR, USUAL, 8, "morning-loosen-up:1 morning-loosen-up:2",
    COACH_CHOICE_ROUTINE, "morning-loosen-up", "day is young" },
  { "pregnancy", NULL, FLOOR, USUAL, 15, "pregnancy-comfort:1 pregnancy-comfort:2",
    COACH_CHOICE_ROUTINE, "no-floor", "change" },
  { "pregnancy", NULL, FLOOR, USUAL, 15, "pregnancy-comfort:0",
    COACH_CHOICE_ROUTINE, "no-floor", "another one" },
  { "hip-replacement", NULL, FLOOR, USUAL, 15, "new-hip-friendly:0",
    COACH_CHOICE_ROUTINE, "acute-flare-gentle", "another one" },
  { "", NULL, FLOOR, USUAL, 15, "hip-strength:0 no-floor:1",
    COACH_CHOICE_ROUTINE, "piriformis-essentials", "deep buttock muscle" },
};

static CoachProfile *
make_profile (const Case *row)
{
  CoachProfile *profile = coach_profile_new ();
  g_auto (GStrv) conditions = g_strsplit (row->conditions, " ", -1);

  if (*row->conditions != '\0')
    coach_profile_set_conditions (profile, (const char * const *) conditions);
  if (row->equipment != NULL)
    {
      g_auto (GStrv) equipment = g_strsplit (row->equipment, " ", -1);

      if (*row->equipment == '\0')
        equipment[0] = (g_free (equipment[0]), NULL);
      coach_profile_set_equipment (profile, (const char * const *) equipment);
    }
  coach_profile_set_place (profile, row->place);
  day_fixture_set_day (catalog, profile, &row->day);
  return profile;
}

static GDateTime *
make_now (int hour)
{
  return g_date_time_new_utc (2026, 11, 28, hour, 30, 0);
}

/* The day of all tests is the 28th. */
static GArray *
parse_done (const char *text,
            GStrv       words)
{
  GArray *done = g_array_new (FALSE, TRUE, sizeof (CoachChoiceDone));

  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');
      CoachChoiceDone item = { .routine = words[i] };

      g_date_set_dmy (&item.day, (GDateDay) (28 - atoi (colon + 1)), G_DATE_NOVEMBER, 2026);
      *colon = '\0';
      g_array_append_val (done, item);
    }
  return done;
}

static CoachChoice *
choose (const Case   *row,
        CoachProfile *profile)
{
  g_auto (GStrv) words = g_strsplit (row->done != NULL ? row->done : "", " ", -1);
  g_autoptr (GArray) done = parse_done (row->done, words);
  g_autoptr (GDateTime) now = make_now (row->hour);
  CoachChoiceFacts facts = { .catalog = catalog,
                             .profile = profile,
                             .trend = row->day.trend,
                             .now = now,
                             .done = (const CoachChoiceDone *) done->data,
                             .n_done = done->len };

  return coach_choice_make (&facts);
}

static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    n += *at == '.' && (at[1] == ' ' || at[1] == '\0');
  return n;
}

static void
test_table (void)
{
  g_test_summary ("Safety first, then what was made for the person, place, hour, history, aim");
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = make_profile (&cases[i]);
      g_autoptr (CoachChoice) choice = choose (&cases[i], profile);
      CoachRoutine *routine = coach_choice_get_routine (choice);

      g_test_message ("%u: “%s” at %d: %s", i, cases[i].conditions, cases[i].hour,
                      coach_choice_get_reason (choice));
      g_assert_cmpstr (routine != NULL ? coach_routine_get_id (routine) : NULL, ==,
                       cases[i].routine);
      g_assert_cmpint (coach_choice_get_kind (choice), ==, cases[i].kind);
      g_assert_nonnull (strstr (coach_choice_get_reason (choice), cases[i].says));
    }
}

/* Everything that must hold whoever it is: 500 people that chance made up. */
static void
check_choice (const CoachChoiceFacts *facts)
{
  g_autoptr (CoachChoice) choice = coach_choice_make (facts);
  g_autoptr (CoachChoice) again = coach_choice_make (facts);
  CoachRoutine *routine = coach_choice_get_routine (choice);
  guint n_sentences = count_sentences (coach_choice_get_reason (choice));
  g_autoptr (CoachPlan) plan = NULL;

  g_assert_true (routine == coach_choice_get_routine (again));
  g_assert_cmpstr (coach_choice_get_reason (choice), ==, coach_choice_get_reason (again));
  g_assert_cmpuint (n_sentences, >=, 1);
  g_assert_cmpuint (n_sentences, <=, 3);
  g_assert_cmpint (routine != NULL, ==, coach_choice_get_kind (choice) == COACH_CHOICE_ROUTINE);
  if (routine == NULL)
    return;
  plan = coach_plan_new (routine, facts->catalog, facts->profile, NULL, NULL);
  g_assert_nonnull (plan);
  g_assert_cmpint (coach_routine_get_occasion (routine), !=, COACH_OCCASION_RUN);
  g_assert_cmpint (coach_routine_get_occasion (routine), !=, COACH_OCCASION_MICRO);
  g_assert_true (coach_choice_is_within_reach (facts, routine));
}

static gboolean
check_stand_in (const CoachChoiceFacts *facts,
                CoachRoutine           *routine)
{
  CoachRoutine *other = coach_choice_find_stand_in (facts, routine);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (CoachPlan) instead = NULL;

  if (other == NULL)
    return FALSE;
  plan = coach_plan_new (routine, facts->catalog, facts->profile, NULL, &error);
  g_assert_null (plan);
  g_assert_true (g_error_matches (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_TOO_MUCH_LOST)
                 || g_error_matches (error, COACH_SESSION_ERROR,
                                     COACH_SESSION_ERROR_NOTHING_SAFE));
  instead = coach_plan_new (other, facts->catalog, facts->profile, NULL, NULL);
  g_assert_nonnull (instead);
  g_assert_true (coach_choice_is_within_reach (facts, other));
  return TRUE;
}

static void
check_person (CoachProfile *profile,
              GRand        *rand,
              guint        *n_stand_ins)
{
  GListModel *routines = coach_catalog_get_routines (catalog);
  g_autoptr (GDateTime) now = make_now (g_rand_int_range (rand, 0, 24));
  CoachChoiceDone done[3];
  CoachChoiceFacts facts = { .catalog = catalog,
                             .profile = profile,
                             .trend = (CoachTrend) g_rand_int_range (rand, 0, COACH_N_TRENDS),
                             .now = now,
                             .done = done,
                             .n_done = (guint) g_rand_int_range (rand, 0, 4) };

  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (int) g_list_model_get_n_items (routines));
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, index);

      done[i].routine = coach_routine_get_id (routine);
      g_date_set_dmy (&done[i].day, (GDateDay) (28 - i), G_DATE_NOVEMBER, 2026);
    }
  check_choice (&facts);
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

      *n_stand_ins += check_stand_in (&facts, routine);
    }
}

static void
test_random_people (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_stand_ins = 0;

  g_test_summary ("Whoever it is, what is chosen can be planned, is within reach, and is the same "
                  "when asked again");
  for (guint i = 0; i < N_PROFILES; i++)
    {
      g_autoptr (CoachProfile) profile = day_fixture_make_random_profile (catalog, rand);

      check_person (profile, rand, &n_stand_ins);
    }
  g_test_message ("%u stand-ins", n_stand_ins);
  g_assert_cmpuint (n_stand_ins, >, 0);
}

/* A profile to which most of a routine is forbidden. */
static void
forbid_steps (CoachProfile *profile,
              const char   *routine_id)
{
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, routine_id);

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMove *move = COACH_MOVE (coach_routine_get_step (routine, i)->movement);
      const char * const *instead = coach_move_get_instead (move);

      coach_profile_set_move_order (profile, coach_move_get_id (move), COACH_ORDER_FORBIDDEN);
      for (guint j = 0; instead[j] != NULL; j++)
        coach_profile_set_move_order (profile, instead[j], COACH_ORDER_FORBIDDEN);
    }
}

static void
test_stand_in (void)
{
  static const struct
  {
    const char *routine;
    gboolean    is_forbidden;
    DaySketch   day;
    const char *stand_in; /* (nullable) */
  } rows[] = {
    { "extension-relief", FALSE, USUAL, NULL },
    { "extension-relief", TRUE, USUAL, "flexion-relief" },
    { "nerve-calm", TRUE, USUAL, "hip-strength" },
    { "extension-relief", TRUE, { .trend = COACH_TREND_STEADY, .score = 8 }, NULL },
    { "extension-relief", TRUE, { .trend = COACH_TREND_STEADY, .is_rest_day = TRUE }, NULL },
    { "extension-relief", TRUE, { .trend = COACH_TREND_URGENT }, NULL },
  };

  g_test_summary ("What stands in for a routine is the nearest that is safe, on a day for sessions");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (GDateTime) now = make_now (15);
      CoachChoiceFacts facts = { .catalog = catalog, .profile = profile,
                                 .trend = rows[i].day.trend, .now = now };
      CoachRoutine *other;

      if (rows[i].is_forbidden)
        forbid_steps (profile, rows[i].routine);
      day_fixture_set_day (catalog, profile, &rows[i].day);
      other = coach_choice_find_stand_in (&facts, coach_catalog_lookup_routine (catalog,
                                                                                rows[i].routine));
      g_assert_cmpstr (other != NULL ? coach_routine_get_id (other) : NULL, ==, rows[i].stand_in);
    }
}

/* Who keeps to what is offered does not do one routine three days running. */
static void
test_fortnight (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (CoachChoiceDone));

  g_test_summary ("In a fortnight of afternoons no routine comes three days running");
  for (int day = 0; day < 14; day++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 10 + day, 15, 0, 0);
      CoachChoiceFacts facts = { .catalog = catalog, .profile = profile,
                                 .trend = COACH_TREND_STEADY, .now = now,
                                 .done = (const CoachChoiceDone *) done->data,
                                 .n_done = done->len };
      g_autoptr (CoachChoice) choice = coach_choice_make (&facts);
      CoachChoiceDone item;

      item.routine = coach_routine_get_id (coach_choice_get_routine (choice));
      g_date_set_dmy (&item.day, (GDateDay) (10 + day), G_DATE_NOVEMBER, 2026);
      g_array_append_val (done, item);
      if (day >= 2)
        g_assert_false (g_str_equal (item.routine,
                                     g_array_index (done, CoachChoiceDone, day - 1).routine)
                        && g_str_equal (item.routine,
                                        g_array_index (done, CoachChoiceDone, day - 2).routine));
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/choice/table", test_table);
  g_test_add_func ("/choice/random-people", test_random_people);
  g_test_add_func ("/choice/stand-in", test_stand_in);
  g_test_add_func ("/choice/fortnight", test_fortnight);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
