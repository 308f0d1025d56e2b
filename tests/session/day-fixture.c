#include "config.h"

#include "day-fixture.h"

/* The day of all tests here: a Saturday. */
static const GDate *
get_today (void)
{
  static GDate today;

  g_date_set_dmy (&today, 28, G_DATE_NOVEMBER, 2026);
  return &today;
}

static CoachDay *
make_day (CoachCatalog           *catalog,
          CoachScreeningDecision *decision,
          const DaySketch        *sketch)
{
  CoachRecovery recovery = { .is_rest_day = sketch->is_rest_day,
                             .rest_until = *get_today (),
                             .is_half_dose = sketch->is_half_dose,
                             .is_easier = sketch->is_easier };
  CoachPain pain = { .scores = { [COACH_ZONE_BUTTOCK_LEFT] = (guint8) sketch->score } };
  CoachDayFacts facts = { .catalog = catalog,
                          .today = get_today (),
                          .decision = decision,
                          .recovery = &recovery,
                          .trend = sketch->trend,
                          .pain = sketch->score > 0 ? &pain : NULL,
                          .is_flare = sketch->is_flare };

  return coach_day_new (&facts);
}

void
day_fixture_set_day (CoachCatalog    *catalog,
                     CoachProfile    *profile,
                     const DaySketch *sketch)
{
  g_autoptr (CoachDay) day = make_day (catalog, NULL, sketch);

  coach_profile_set_day (profile, day);
}

static gboolean
toss (GRand *rand,
      int    one_in)
{
  return g_rand_int_range (rand, 0, one_in) == 0;
}

static void
add_conditions (CoachProfile *profile,
                CoachCatalog *catalog,
                GRand        *rand)
{
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  int one_in = g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      if (toss (rand, one_in))
        coach_profile_set_condition (profile, coach_condition_get_id (condition), TRUE);
    }
}

static void
add_equipment (CoachProfile *profile,
               GRand        *rand)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *ids = coach_term_list_ids (COACH_TERM_EQUIPMENT);
  g_auto (GStrv) had = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!toss (rand, 4))
      g_strv_builder_add (builder, ids[i]);
  had = g_strv_builder_end (builder);
  coach_profile_set_equipment (profile, (const char * const *) had);
}

static void
add_orders (CoachProfile *profile,
            CoachCatalog *catalog,
            GRand        *rand)
{
  static const CoachOrder orders[] = { COACH_ORDER_NEVER, COACH_ORDER_FORBIDDEN,
                                       COACH_ORDER_ALLOWED };
  GListModel *traits = coach_catalog_get_traits (catalog);
  GListModel *moves = coach_catalog_get_movements (catalog);

  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (int) g_list_model_get_n_items (moves));
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, index);

      coach_profile_set_move_order (profile, coach_move_get_id (move),
                                    orders[g_rand_int_range (rand, 0, 3)]);
    }
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (int) g_list_model_get_n_items (traits));
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, index);

      coach_profile_set_trait_order (profile, coach_trait_get_id (trait),
                                     orders[g_rand_int_range (rand, 0, 3)]);
    }
}

/* Some of them are over, some begin today, some have no end. */
static void
add_benches (CoachProfile *profile,
             CoachCatalog *catalog,
             GRand        *rand)
{
  GListModel *moves = coach_catalog_get_movements (catalog);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (int) g_list_model_get_n_items (moves));
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, index);
      GDate since = *get_today ();
      GDate until = *get_today ();

      g_date_subtract_days (&since, (guint) g_rand_int_range (rand, 0, 10));
      g_date_add_days (&until, (guint) g_rand_int_range (rand, 0, 15));
      g_date_subtract_days (&until, 5);
      if (toss (rand, 8))
        g_date_clear (&until, 1);
      else if (g_date_compare (&until, &since) < 0)
        until = since;
      coach_profile_bench (profile, coach_move_get_id (move), &since,
                           g_date_valid (&until) ? &until : NULL);
    }
}

/* Answers that are not all no; some of them block, many of them limit. */
static CoachScreeningDecision *
decide (CoachCatalog *catalog,
        CoachTrend    trend,
        GRand        *rand)
{
  CoachScreening *screening = coach_catalog_get_screening (catalog);
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  int one_in = g_rand_int_range (rand, 4, 40);

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);
      CoachScreeningAnswer answer = { .answer = COACH_ANSWER_NO };
      gboolean may_limit = question->group >= COACH_SCREENING_GROUP_SOON;

      g_date_clear (&answer.answered, 1);
      answer.answered = *get_today ();
      if (toss (rand, may_limit ? 4 : one_in))
        {
          answer.answer = COACH_ANSWER_YES;
          answer.first_yes = *get_today ();
          answer.weeks = (guint) g_rand_int_range (rand, 0, 41);
        }
      coach_screening_record_set (record, question->id, &answer);
    }
  return coach_screening_decide (screening, record, trend, get_today ());
}

/* Somebody on some day: what they have, what was said, what hurt, how the day is. */
CoachProfile *
day_fixture_make_random_profile (CoachCatalog *catalog,
                                 GRand        *rand)
{
  CoachProfile *profile = coach_profile_new ();
  g_autoptr (CoachScreeningDecision) decision = NULL;
  g_autoptr (CoachDay) day = NULL;
  DaySketch sketch = {
    .score = toss (rand, 2) ? (guint) g_rand_int_range (rand, 0, 9) : 0,
    .trend = (CoachTrend) g_rand_int_range (rand, 0, COACH_TREND_URGENT),
    .is_flare = toss (rand, 4),
    .is_half_dose = toss (rand, 3),
    .is_easier = toss (rand, 3),
    .is_rest_day = toss (rand, 30),
  };

  add_conditions (profile, catalog, rand);
  if (toss (rand, 2))
    add_equipment (profile, rand);
  if (toss (rand, 3))
    coach_profile_set_place (profile, COACH_PLACE_CHAIR);
  coach_profile_set_side (profile, (CoachSide) g_rand_int_range (rand, 0, 3));
  add_orders (profile, catalog, rand);
  add_benches (profile, catalog, rand);
  if (toss (rand, 2))
    decision = decide (catalog, sketch.trend, rand);
  day = make_day (catalog, decision, &sketch);
  coach_profile_set_day (profile, day);
  return profile;
}
