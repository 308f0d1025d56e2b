#include <glib.h>

#include "safety.h"

static void
count_cb (CoachProfile *profile,
          guint        *count)
{
  (*count)++;
}

static void
test_conditions (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  guint changes = 0;

  g_test_summary ("Conditions are a set without the base one, and each change is told once");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (coach_profile_has_condition (profile, "sciatica"));
  coach_profile_set_condition (profile, "pregnancy", TRUE);
  coach_profile_set_condition (profile, "pregnancy", TRUE);
  coach_profile_set_condition (profile, "hypermobility", TRUE);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpstrv (coach_profile_get_conditions (profile),
                    ((const char *[]) { "hypermobility", "pregnancy", NULL }));
  coach_profile_set_conditions (profile, (const char *[]) { "pregnancy", "sciatica", "pregnancy",
                                                            "hypermobility", NULL });
  g_assert_cmpuint (changes, ==, 2);
  coach_profile_set_condition (profile, "pregnancy", FALSE);
  g_assert_false (coach_profile_has_condition (profile, "pregnancy"));
  g_assert_true (coach_profile_has_condition (profile, "hypermobility"));
  g_assert_cmpuint (changes, ==, 3);
}

static void
test_side (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  guint changes = 0;

  g_test_summary ("The side that hurts is unknown until it is told");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpint (coach_profile_get_side (profile), ==, COACH_SIDE_NONE);
  coach_profile_set_side (profile, COACH_SIDE_RIGHT);
  coach_profile_set_side (profile, COACH_SIDE_RIGHT);
  g_assert_cmpint (coach_profile_get_side (profile), ==, COACH_SIDE_RIGHT);
  g_assert_cmpuint (changes, ==, 1);
}

static GDate
make_day (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_JUNE, 2024);
  return date;
}

static void
test_surroundings (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  guint changes = 0;

  g_test_summary ("Nothing is thought to be missing until the person says what there is");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpint (coach_profile_get_place (profile), ==, COACH_PLACE_FLOOR);
  g_assert_null (coach_profile_get_equipment (profile));
  g_assert_true (coach_profile_has_equipment (profile, "mat"));
  coach_profile_set_place (profile, COACH_PLACE_CHAIR);
  coach_profile_set_equipment (profile, (const char *[]) { NULL });
  g_assert_false (coach_profile_has_equipment (profile, "mat"));
  coach_profile_set_equipment (profile, (const char *[]) { "mat", "chair", "mat", NULL });
  coach_profile_set_equipment (profile, (const char *[]) { "chair", "mat", NULL });
  g_assert_cmpstrv (coach_profile_get_equipment (profile),
                    ((const char *[]) { "chair", "mat", NULL }));
  g_assert_cmpuint (changes, ==, 3);
  coach_profile_set_equipment (profile, NULL);
  g_assert_true (coach_profile_has_equipment (profile, "wall"));
}

static void
test_orders (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_auto (GStrv) moves = NULL;
  g_auto (GStrv) traits = NULL;
  guint changes = 0;

  g_test_summary ("Orders of moves and of traits are kept apart, and none is no order");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  coach_profile_set_move_order (profile, "bridge", COACH_ORDER_NEVER);
  coach_profile_set_move_order (profile, "bridge", COACH_ORDER_NEVER);
  coach_profile_set_move_order (profile, "bird-dog", COACH_ORDER_ALLOWED);
  coach_profile_set_trait_order (profile, "kneeling", COACH_ORDER_FORBIDDEN);
  g_assert_cmpint (coach_profile_get_move_order (profile, "bridge"), ==, COACH_ORDER_NEVER);
  g_assert_cmpint (coach_profile_get_trait_order (profile, "bridge"), ==, COACH_ORDER_NONE);
  g_assert_cmpint (coach_profile_get_trait_order (profile, "kneeling"), ==,
                   COACH_ORDER_FORBIDDEN);
  coach_profile_set_move_order (profile, "bridge", COACH_ORDER_NONE);
  coach_profile_set_move_order (profile, "bridge", COACH_ORDER_NONE);
  g_assert_cmpuint (changes, ==, 4);
  moves = coach_profile_dup_ordered_moves (profile);
  traits = coach_profile_dup_ordered_traits (profile);
  g_assert_cmpstrv (moves, ((const char *[]) { "bird-dog", NULL }));
  g_assert_cmpstrv (traits, ((const char *[]) { "kneeling", NULL }));
}

static void
test_order_ids (void)
{
  CoachOrder read = COACH_ORDER_NEVER;

  g_test_summary ("Each order is read back from its word, and no other word is one");
  for (CoachOrder i = COACH_ORDER_NONE; i <= COACH_ORDER_ALLOWED; i++)
    {
      g_assert_true (coach_order_from_id (coach_order_get_id (i), &read));
      g_assert_cmpint (read, ==, i);
    }
  g_assert_false (coach_order_from_id ("perhaps", &read));
  g_assert_cmpint (read, ==, COACH_ORDER_ALLOWED);
}

/* Days of June; 0 is no end. */
static void
test_benches (void)
{
  static const struct
  {
    guint    since, until, again, again_until;
    guint    kept_since, kept_until;
    gboolean changes;
  } cases[] = {
    { 1, 7, 3, 9, 1, 9, TRUE },     /* again while it is left out: the later end counts */
    { 1, 14, 3, 9, 1, 14, FALSE },
    { 1, 7, 3, 0, 1, 0, TRUE },
    { 1, 0, 3, 9, 1, 0, FALSE },
    { 1, 7, 8, 12, 8, 12, TRUE },   /* it was over: it begins anew */
    { 5, 9, 2, 4, 2, 9, TRUE },
    { 1, 7, 1, 7, 1, 7, FALSE },
  };

  g_test_summary ("A move that hurts twice is left out until the later end");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      GDate since = make_day (cases[i].since), again = make_day (cases[i].again);
      GDate until, again_until;
      const CoachBench *bench;
      guint changes = 0;

      until = make_day (MAX (cases[i].until, 1));
      again_until = make_day (MAX (cases[i].again_until, 1));
      g_test_message ("%u", i);
      coach_profile_bench (profile, "bridge", &since, cases[i].until != 0 ? &until : NULL);
      g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
      coach_profile_bench (profile, "bridge", &again,
                           cases[i].again_until != 0 ? &again_until : NULL);
      g_assert_cmpuint (changes, ==, cases[i].changes);
      g_assert_cmpuint (coach_profile_get_n_benches (profile), ==, 1);
      bench = coach_profile_lookup_bench (profile, "bridge");
      g_assert_cmpuint (g_date_get_day (&bench->since), ==, cases[i].kept_since);
      g_assert_cmpint (g_date_valid (&bench->until), ==, cases[i].kept_until != 0);
      if (cases[i].kept_until != 0)
        g_assert_cmpuint (g_date_get_day (&bench->until), ==, cases[i].kept_until);
    }
}

static void
test_bench_days (void)
{
  GDate first = make_day (3), last = make_day (9), before = make_day (2), after = make_day (10);
  CoachBench bench = { NULL, make_day (3), make_day (9) };
  CoachBench endless = { NULL, make_day (3) };

  g_test_summary ("A bench counts from its first to its last day, and always when no day is known");
  g_assert_false (coach_bench_is_active (&bench, &before));
  g_assert_true (coach_bench_is_active (&bench, &first));
  g_assert_true (coach_bench_is_active (&bench, &last));
  g_assert_false (coach_bench_is_active (&bench, &after));
  g_assert_true (coach_bench_is_active (&bench, NULL));
  g_date_clear (&endless.until, 1);
  g_assert_true (coach_bench_is_active (&endless, &after));
}

static void
test_unbench (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  GDate since = make_day (1);

  g_test_summary ("A move can be taken in again before its time");
  coach_profile_bench (profile, "bridge", &since, NULL);
  coach_profile_bench (profile, "bird-dog", &since, NULL);
  coach_profile_unbench (profile, "bridge");
  coach_profile_unbench (profile, "bridge");
  g_assert_null (coach_profile_lookup_bench (profile, "bridge"));
  g_assert_cmpstr (coach_profile_get_bench (profile, 0)->move, ==, "bird-dog");
}

static void
test_days (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  GDate day = make_day (4);
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_NO, .answered = day };
  guint changes = 0;

  g_test_summary ("Flare-up mode, the disclaimer and the answers are part of the profile");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_null (coach_profile_get_flare_since (profile));
  g_assert_null (coach_profile_get_welcomed (profile));
  coach_profile_set_flare_since (profile, &day);
  coach_profile_set_flare_since (profile, &day);
  coach_profile_set_welcomed (profile, &day);
  g_assert_cmpint (g_date_compare (coach_profile_get_flare_since (profile), &day), ==, 0);
  g_assert_cmpint (g_date_compare (coach_profile_get_welcomed (profile), &day), ==, 0);
  coach_profile_set_flare_since (profile, NULL);
  g_assert_null (coach_profile_get_flare_since (profile));
  coach_screening_record_set (coach_profile_get_screening (profile), "saddle", &answer);
  g_assert_cmpuint (changes, ==, 4);
}

static void
test_reviewed (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  const CoachReviewed *reviewed = coach_profile_get_reviewed (profile);
  GDate day = make_day (4);
  GDate before = make_day (3);
  CoachReviewed known;
  guint changes = 0;

  g_test_summary ("What a clinician has checked is kept for each warning, and can be taken back");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      CoachWarning found = COACH_WARNING_LEFT;

      g_assert_null (coach_reviewed_get (reviewed, i));
      g_assert_true (coach_warning_from_id (coach_warning_get_id (i), &found));
      g_assert_cmpint (found, ==, i);
    }
  coach_profile_set_reviewed (profile, COACH_WARNING_RIGHT, &day);
  coach_profile_set_reviewed (profile, COACH_WARNING_RIGHT, &day);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpint (g_date_compare (coach_reviewed_get (reviewed, COACH_WARNING_RIGHT), &day), ==,
                   0);
  g_assert_null (coach_reviewed_get (reviewed, COACH_WARNING_LEFT));
  g_assert_null (coach_reviewed_get (reviewed, COACH_WARNING_BOTH));
  known = coach_reviewed_on (reviewed, &day);
  g_assert_nonnull (coach_reviewed_get (&known, COACH_WARNING_RIGHT));
  known = coach_reviewed_on (reviewed, &before);
  g_assert_null (coach_reviewed_get (&known, COACH_WARNING_RIGHT));
  coach_profile_set_reviewed (profile, COACH_WARNING_RIGHT, NULL);
  g_assert_null (coach_reviewed_get (reviewed, COACH_WARNING_RIGHT));
  g_assert_cmpuint (changes, ==, 2);
  coach_profile_set_reviewed (profile, COACH_WARNING_BOTH, &day);
  coach_profile_reset (profile);
  g_assert_null (coach_reviewed_get (reviewed, COACH_WARNING_BOTH));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/profile/conditions", test_conditions);
  g_test_add_func ("/safety/profile/side", test_side);
  g_test_add_func ("/safety/profile/surroundings", test_surroundings);
  g_test_add_func ("/safety/profile/orders", test_orders);
  g_test_add_func ("/safety/profile/order-ids", test_order_ids);
  g_test_add_func ("/safety/profile/benches", test_benches);
  g_test_add_func ("/safety/profile/bench-days", test_bench_days);
  g_test_add_func ("/safety/profile/unbench", test_unbench);
  g_test_add_func ("/safety/profile/days", test_days);
  g_test_add_func ("/safety/profile/reviewed", test_reviewed);

  return g_test_run ();
}
