#include "safety-fixture.h"

#include "coach-day-private.h"

CoachCatalog *
safety_fixture_load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

/* A day of June 2024. */
GDate
safety_fixture_june (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_JUNE, 2024);
  return date;
}

/* A day that asks for what is given, however it may have come about. */
CoachDay *
safety_fixture_make_day (guint               day,
                         const char * const *conditions,
                         const char * const *limits,
                         const char * const *traits)
{
  static const char * const none[] = { NULL };
  CoachDay *self = g_new0 (CoachDay, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->date = safety_fixture_june (day);
  self->rest_factor = 1;
  self->conditions = g_strdupv ((char **) (conditions != NULL ? conditions : none));
  self->limits = g_strdupv ((char **) (limits != NULL ? limits : none));
  self->traits = g_strdupv ((char **) (traits != NULL ? traits : none));
  return self;
}

static CoachOrder
roll_order (GRand *rand)
{
  return (CoachOrder) g_rand_int_range (rand, COACH_ORDER_NONE, COACH_ORDER_ALLOWED + 1);
}

static void
roll_conditions (CoachProfile *profile,
                 GListModel   *conditions,
                 GRand        *rand)
{
  int one_in = g_rand_int_range (rand, 2, 12);

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      if (g_rand_int_range (rand, 0, one_in) == 0)
        coach_profile_set_condition (profile, coach_condition_get_id (condition), TRUE);
    }
}

static void
roll_moves (CoachProfile *profile,
            GListModel   *moves,
            GRand        *rand)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, i);
      GDate since = safety_fixture_june ((guint) g_rand_int_range (rand, 1, 15));
      GDate until = safety_fixture_june ((guint) g_rand_int_range (rand, 15, 31));

      if (g_rand_int_range (rand, 0, 8) == 0)
        coach_profile_set_move_order (profile, coach_move_get_id (move), roll_order (rand));
      if (g_rand_int_range (rand, 0, 12) == 0)
        coach_profile_bench (profile, coach_move_get_id (move), &since, &until);
    }
}

/* Traits with orders, and some that the day leaves out. */
static void
roll_traits (CoachProfile *profile,
             GListModel   *traits,
             GRand        *rand)
{
  g_autoptr (GStrvBuilder) left_out = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  CoachDay *day;

  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);

      if (g_rand_int_range (rand, 0, 6) == 0)
        coach_profile_set_trait_order (profile, coach_trait_get_id (trait), roll_order (rand));
      if (g_rand_int_range (rand, 0, 15) == 0)
        g_strv_builder_add (left_out, coach_trait_get_id (trait));
    }
  ids = g_strv_builder_end (left_out);
  day = safety_fixture_make_day ((guint) g_rand_int_range (rand, 1, 31), NULL, NULL,
                                 (const char * const *) ids);
  coach_profile_set_day (profile, day);
  coach_day_unref (day);
}

/* Somebody at random, with orders, benches and a day. */
CoachProfile *
safety_fixture_roll (CoachCatalog *catalog,
                     GRand        *rand)
{
  CoachProfile *profile = coach_profile_new ();

  roll_conditions (profile, coach_catalog_get_conditions (catalog), rand);
  roll_moves (profile, coach_catalog_get_movements (catalog), rand);
  roll_moves (profile, coach_catalog_get_avoid_entries (catalog), rand);
  roll_traits (profile, coach_catalog_get_traits (catalog), rand);
  return profile;
}
