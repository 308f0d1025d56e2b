/* Which routine is recommended when, and for whom. */
#include <glib.h>

#include "coach-today-page-state.h"

typedef struct
{
  const char       *conditions; /* separated by blanks */
  int               hour;
  const char       *routine;
  CoachTodayReason  reason;
} Case;

static const Case cases[] = {
  { "", 8, "morning-loosen-up", COACH_TODAY_REASON_MORNING },
  { "", 4, "morning-loosen-up", COACH_TODAY_REASON_MORNING },
  { "", 10, "piriformis-essentials", COACH_TODAY_REASON_MAIN },
  { "", 15, "piriformis-essentials", COACH_TODAY_REASON_MAIN },
  { "", 19, "piriformis-essentials", COACH_TODAY_REASON_MAIN },
  { "", 20, "evening-wind-down", COACH_TODAY_REASON_EVENING },
  { "", 23, "evening-wind-down", COACH_TODAY_REASON_EVENING },
  { "", 3, "evening-wind-down", COACH_TODAY_REASON_EVENING },
  { "piriformis-syndrome", 15, "piriformis-essentials", COACH_TODAY_REASON_CONDITIONS },
  { "pregnancy", 15, "pregnancy-comfort", COACH_TODAY_REASON_CONDITIONS },
  { "hip-replacement osteoporosis", 15, "new-hip-friendly", COACH_TODAY_REASON_CONDITIONS },
  { "unheard-of", 15, "piriformis-essentials", COACH_TODAY_REASON_MAIN },
};

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static CoachTodayPageState *
make_state (CoachCatalog *catalog,
            CoachProfile *profile,
            const char   *conditions,
            int           hour)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, hour, 30, 0);
  g_auto (GStrv) ids = g_strsplit (conditions, " ", -1);

  if (*conditions != '\0')
    coach_profile_set_conditions (profile, (const char * const *) ids);
  return coach_today_page_state_from (catalog, profile, now);
}

static void
test_table (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Conditions come before the hour, and the hour before the aim");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachTodayPageState) state = NULL;
      g_autofree char *reason = NULL;

      g_test_message ("%s at %d", cases[i].conditions, cases[i].hour);
      state = make_state (catalog, profile, cases[i].conditions, cases[i].hour);
      g_assert_cmpstr (coach_routine_get_id (state->routine), ==, cases[i].routine);
      g_assert_cmpint (state->reason, ==, cases[i].reason);
      reason = coach_today_page_state_dup_reason (state, catalog, profile);
      g_assert_true (g_str_has_prefix (reason, "Chosen because"));
    }
}

/* Whoever the person is and whatever the hour, nothing to avoid is recommended while anything
 * else is there. */
static void
test_safe (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *conditions = coach_catalog_get_conditions (catalog);

  g_test_summary ("For every condition and hour the recommended routine can be done");
  for (guint c = 0; c < g_list_model_get_n_items (conditions); c++)
    for (int hour = 0; hour < 24; hour++)
      {
        g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, c);
        g_autoptr (CoachProfile) profile = coach_profile_new ();
        g_autoptr (CoachTodayPageState) state = NULL;
        g_autoptr (GPtrArray) verdicts = NULL;

        state = make_state (catalog, profile, coach_condition_get_id (condition), hour);
        g_assert_nonnull (state->routine);
        verdicts = coach_verdicts_for_routine (catalog, profile, state->routine);
        g_assert_cmpint (coach_verdicts_get_worst (verdicts), !=, COACH_VERDICT_AVOID);
      }
}

static void
test_leave_out (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachTodayPageState) state = make_state (catalog, profile, "hip-replacement", 12);
  gboolean seen_own = FALSE;

  g_test_summary ("What people meet most is named first, then their own movements to avoid");
  for (guint i = 0; i < state->leave_out->len; i++)
    {
      CoachMove *move = g_ptr_array_index (state->leave_out, i);

      g_assert_cmpint (coach_safety_get_level (catalog, profile, move), ==,
                       COACH_VERDICT_AVOID);
      seen_own |= COACH_IS_MOVEMENT (move);
      if (i < 5)
        g_assert_true (coach_avoid_entry_is_common (COACH_AVOID_ENTRY (move)));
    }
  g_assert_true (seen_own);
  g_assert_cmpuint (state->leave_out->len, >, 27);
}

static void
test_greeting (void)
{
  static const struct
  {
    int         hour;
    const char *greeting;
  } hours[] = { { 0, "Good evening" },    { 4, "Good morning" },    { 11, "Good morning" },
                { 12, "Good afternoon" }, { 17, "Good afternoon" }, { 18, "Good evening" } };
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("The greeting goes by the hour");
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachTodayPageState) state = make_state (catalog, profile, "", hours[i].hour);

      g_assert_cmpstr (coach_today_page_state_get_greeting (state), ==, hours[i].greeting);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/today-page-state/table", test_table);
  g_test_add_func ("/app/today-page-state/safe", test_safe);
  g_test_add_func ("/app/today-page-state/leave-out", test_leave_out);
  g_test_add_func ("/app/today-page-state/greeting", test_greeting);

  return g_test_run ();
}
