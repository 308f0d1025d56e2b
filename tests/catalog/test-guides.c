/* The warning signs, the safety rules and the body map say what their files say. */
#include <glib.h>
#include <string.h>

#include "catalog.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

/* What a yes leads to, as safety.md and the catalogue's README have it. */
typedef struct
{
  const char            *id;
  CoachScreeningGroup    group;
  CoachScreeningOutcome  outcome;
  gboolean               blocks;
  CoachScreeningLift     lift;
  const char            *condition;
  const char            *limits; /* joined by blanks */
  gboolean               has_unless;
} QuestionRow;

#define E COACH_SCREENING_GROUP_EMERGENCY, COACH_SCREENING_EMERGENCY, TRUE
#define T COACH_SCREENING_GROUP_TODAY, COACH_SCREENING_SAME_DAY, TRUE
#define S COACH_SCREENING_GROUP_SOON, COACH_SCREENING_SEE_CLINICIAN, FALSE
#define A COACH_SCREENING_GROUP_ABOUT_YOU, COACH_SCREENING_SEE_CLINICIAN, FALSE
#define CLINICIAN COACH_SCREENING_LIFT_CLINICIAN
#define NO_LATER  COACH_SCREENING_LIFT_NO_LATER

static const QuestionRow question_rows[] = {
  { "saddle", E, CLINICIAN, NULL, "", FALSE },
  { "bladder", E, CLINICIAN, NULL, "", FALSE },
  { "bowel", E, CLINICIAN, NULL, "", FALSE },
  { "sexual", E, CLINICIAN, NULL, "", FALSE },
  { "both-legs", E, CLINICIAN, NULL, "", TRUE },
  { "accident", E, CLINICIAN, NULL, "", TRUE },
  { "chest-breath", E, CLINICIAN, NULL, "", FALSE },
  { "aorta", E, CLINICIAN, NULL, "", FALSE },
  { "cold-leg", E, CLINICIAN, NULL, "", FALSE },
  { "unsteady", E, CLINICIAN, NULL, "", FALSE },
  { "weak-leg", T, CLINICIAN, NULL, "", TRUE },
  { "fever", T, NO_LATER, NULL, "", FALSE },
  { "infection-risk", T, CLINICIAN, NULL, "", FALSE },
  { "cancer", T, CLINICIAN, NULL, "", TRUE },
  { "thin-bone-pain", T, CLINICIAN, "osteoporosis", "", FALSE },
  { "clot-leg", T, CLINICIAN, NULL, "", FALSE },
  { "severe", T, NO_LATER, NULL, "", FALSE },
  { "told-not-to", COACH_SCREENING_GROUP_TODAY, COACH_SCREENING_SEE_CLINICIAN, TRUE, NO_LATER, NULL,
    "", FALSE },
  { "weight-loss", S, CLINICIAN, NULL, "", FALSE },
  { "night-pain", S, CLINICIAN, NULL, "", FALSE },
  { "lump-shape", S, CLINICIAN, NULL, "", FALSE },
  { "unwell", S, CLINICIAN, NULL, "", FALSE },
  { "older-first", S, CLINICIAN, NULL, "", FALSE },
  { "thin-bones", S, CLINICIAN, "osteoporosis",
    "no-loaded-bending no-end-range-twist no-back-roller light-pressure", FALSE },
  { "stiff-mornings", S, CLINICIAN, NULL, "", FALSE },
  { "walking-legs", S, CLINICIAN, NULL, "no-heat no-ice", FALSE },
  { "six-weeks", S, CLINICIAN, NULL, "", FALSE },
  { "alternating", S, CLINICIAN, NULL, "", FALSE },
  { "pregnant", A, CLINICIAN, "pregnancy",
    "no-supine no-prone no-breath-hold no-back-roller light-pressure no-hot-pack-tummy", FALSE },
  { "postnatal", A, CLINICIAN, NULL, "gentle-only", FALSE },
  { "hip-replacement", A, CLINICIAN, "hip-replacement",
    "no-hip-cross no-deep-hip-bend no-hip-roller", FALSE },
  { "back-surgery", A, CLINICIAN, "recent-surgery",
    "gentle-only no-back-roller blocked-if-within-3-months", TRUE },
  { "numb-skin", A, CLINICIAN, NULL, "no-heat no-ice light-pressure", FALSE },
  { "bleeding", A, CLINICIAN, "blood-thinners", "no-roller", FALSE },
  { "under-16", COACH_SCREENING_GROUP_ABOUT_YOU, COACH_SCREENING_SEE_CLINICIAN, TRUE,
    COACH_SCREENING_LIFT_NEVER, NULL, "", FALSE },
};

static void
test_questions (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachScreening *screening = coach_catalog_get_screening (catalog);

  g_test_summary ("Each question leads to what the paper behind it says");
  g_assert_cmpuint (coach_screening_get_n_questions (screening), ==, G_N_ELEMENTS (question_rows));
  for (guint i = 0; i < G_N_ELEMENTS (question_rows); i++)
    {
      const QuestionRow *row = &question_rows[i];
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);
      g_autofree char *limits = g_strjoinv (" ", question->limits);

      g_test_message ("%s", row->id);
      g_assert_cmpstr (question->id, ==, row->id);
      g_assert_cmpint (question->group, ==, row->group);
      g_assert_cmpint (question->outcome, ==, row->outcome);
      g_assert_cmpint (question->blocks, ==, row->blocks);
      g_assert_cmpint (question->lift, ==, row->lift);
      g_assert_cmpstr (question->condition, ==, row->condition);
      g_assert_cmpstr (limits, ==, row->limits);
      g_assert_cmpint (question->unless != NULL, ==, row->has_unless);
      g_assert_true (question->unless == NULL || !question->unless->blocks);
    }
}

/* Names the questions for which @func holds, joined by blanks. */
static char *
name_questions (CoachScreening *screening,
                gboolean (*func) (const CoachScreeningQuestion *question))
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);

      if (func (question))
        g_ptr_array_add (ids, question->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static gboolean
combines (const CoachScreeningQuestion *question)
{
  return question->combines;
}

static gboolean
is_telling (const CoachScreeningQuestion *question)
{
  return question->is_telling;
}

static gboolean
is_asked_weekly (const CoachScreeningQuestion *question)
{
  return (question->ask & COACH_SCREENING_ASK_WEEKLY) != 0;
}

static gboolean
is_asked_at_new_numbness (const CoachScreeningQuestion *question)
{
  return (question->ask & COACH_SCREENING_ASK_NEW_NUMBNESS) != 0;
}

static void
test_sets_of_questions (void)
{
  static const struct
  {
    gboolean (*func) (const CoachScreeningQuestion *question);
    const char *ids;
  } rows[] = {
    { combines, "weight-loss night-pain lump-shape unwell older-first thin-bones" },
    { is_telling, "weight-loss night-pain lump-shape unwell" },
    { is_asked_weekly, "saddle bladder bowel sexual both-legs weak-leg clot-leg" },
    { is_asked_at_new_numbness, "saddle bladder bowel sexual" },
  };
  g_autoptr (CoachCatalog) catalog = load ();
  CoachScreening *screening = coach_catalog_get_screening (catalog);

  g_test_summary ("The combination and the short pages have their questions");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ids = name_questions (screening, rows[i].func);

      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
  g_assert_cmpuint (coach_screening_get_combine_count (screening), ==, 2);
  g_assert_cmpint (coach_screening_get_combine_outcome (screening), ==, COACH_SCREENING_SAME_DAY);
  g_assert_nonnull (strstr (coach_screening_get_combine_advice (screening), "{advice_line}"));
}

static void
test_screening_numbers (void)
{
  static const struct
  {
    CoachScreeningAsk ask;
    guint             days;
  } rows[] = {
    { COACH_SCREENING_ASK_FIRST, 0 },          { COACH_SCREENING_ASK_AFTER_BREAK, 28 },
    { COACH_SCREENING_ASK_WEEKLY, 7 },         { COACH_SCREENING_ASK_MONTHLY, 30 },
    { COACH_SCREENING_ASK_MONTHLY_IF_YES, 30 }, { COACH_SCREENING_ASK_YEARLY, 365 },
    { COACH_SCREENING_ASK_NEW_NUMBNESS, 0 },   { COACH_SCREENING_ASK_SEVERE_NOTE, 0 },
  };
  g_autoptr (CoachCatalog) catalog = load ();
  CoachScreening *screening = coach_catalog_get_screening (catalog);

  g_test_summary ("Days, weeks and months are where the papers tell them in prose");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (coach_screening_get_ask_days (screening, rows[i].ask), ==, rows[i].days);
  g_assert_cmpuint (coach_screening_lookup_limit (screening, "no-supine")->from_week, ==, 16);
  g_assert_cmpuint (
      coach_screening_lookup_limit (screening, "blocked-if-within-3-months")->block_months, ==, 3);
  g_assert_cmpuint (coach_screening_lookup_limit (screening, "gentle-only")->max_level, ==, 1);
  g_assert_cmpint (coach_screening_lookup_question (screening, "pregnant")->detail, ==,
                   COACH_SCREENING_DETAIL_WEEKS);
  g_assert_cmpint (coach_screening_lookup_question (screening, "back-surgery")->detail, ==,
                   COACH_SCREENING_DETAIL_DATE);
  g_assert_cmpstr (coach_screening_lookup_question (screening, "both-legs")->unless->sets, ==,
                   "reviewed.both");
  g_assert_null (coach_screening_lookup_limit (screening, "no-music"));
  g_assert_null (coach_screening_lookup_question (screening, "hiccups"));
}

static void
test_help_numbers (void)
{
  static const struct
  {
    const char *region;
    const char *emergency;
    const char *advice_line;
  } rows[] = {
    { "GB", "999", "NHS 111" },
    { "US", "911", "a nurse line" },
    { "DE", "112", "116117" },
    { "FR", "112", "the out-of-hours line" },
    { "EU", "112", "the out-of-hours line" },
    { "JP", "your local emergency number", "an out-of-hours line" },
    { "gb", "your local emergency number", "an out-of-hours line" },
    { "", "your local emergency number", "an out-of-hours line" },
    { NULL, "your local emergency number", "an out-of-hours line" },
  };
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Every region has somebody to call");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CoachHelpNumbers *numbers = coach_screening_lookup_help_numbers (
          coach_catalog_get_screening (catalog), rows[i].region);

      g_assert_cmpstr (numbers->emergency, ==, rows[i].emergency);
      g_assert_cmpstr (numbers->advice_line, ==, rows[i].advice_line);
    }
}

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *filled;
  } rows[] = {
    { "Call {emergency} now.", "Call 999 now." },
    { "{advice_line} or {emergency}", "{emergency} or 999" },
    { "No places", "No places" },
    { "", "" },
    { "{other} {emergency", "{other} {emergency" },
    { "{{emergency}}", "{999}" },
    { "Größe {emergency}", "Größe 999" },
  };

  g_test_summary ("What is filled in is not filled in turn");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *filled = coach_screening_fill (rows[i].text, "999", "{emergency}");

      g_assert_cmpstr (filled, ==, rows[i].filled);
    }
}

/* The tables of safety.md, section 2: a test is what it asks for, in the order of its members. */
typedef struct
{
  CoachPainMoment moment;
  CoachPainColour colour;
  guint           index;
  CoachPainTest   test;
} TestRow;

#define NEW_SENSATION (COACH_PAIN_BURNING | COACH_PAIN_NUMBNESS)

static const TestRow test_rows[] = {
  { COACH_PAIN_BEFORE, COACH_PAIN_RED, 0, { .any_min = 7 } },
  { COACH_PAIN_BEFORE, COACH_PAIN_AMBER, 0, { .any_min = 5 } },
  { COACH_PAIN_BEFORE, COACH_PAIN_AMBER, 1,
    { .trends = 1 << COACH_TREND_SPREADING | 1 << COACH_TREND_FLARE } },
  { COACH_PAIN_BEFORE, COACH_PAIN_AMBER, 2, { .flags = NEW_SENSATION } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_RED, 0, { .rise_min = 3 } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_RED, 1, { .now_min = 6, .rise_min = 1 } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_RED, 2, { .further_down = TRUE } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_RED, 3, { .new_flags = NEW_SENSATION } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_AMBER, 0, { .rise_min = 2 } },
  { COACH_PAIN_DURING_LEG, COACH_PAIN_AMBER, 1, { .now_min = 4, .rise_min = 1 } },
  { COACH_PAIN_DURING_BACK, COACH_PAIN_RED, 0, { .rise_min = 4 } },
  { COACH_PAIN_DURING_BACK, COACH_PAIN_RED, 1, { .now_min = 8, .rise_min = 1 } },
  { COACH_PAIN_DURING_BACK, COACH_PAIN_AMBER, 0, { .now_min = 4, .rise_min = 2 } },
  { COACH_PAIN_HOUR_AFTER, COACH_PAIN_RED, 0, { .rise_min = 3 } },
  { COACH_PAIN_HOUR_AFTER, COACH_PAIN_RED, 1, { .further_down = TRUE } },
  { COACH_PAIN_HOUR_AFTER, COACH_PAIN_AMBER, 0, { .rise_min = 2 } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_SAME_DAY, 0, { .new_flags = COACH_PAIN_WEAKNESS } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_SAME_DAY, 1, { .both_legs = TRUE } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_RED, 0, { .rise_min = 3 } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_RED, 1, { .further_down = TRUE } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_RED, 2, { .new_flags = COACH_PAIN_NUMBNESS } },
  { COACH_PAIN_NEXT_MORNING, COACH_PAIN_AMBER, 0, { .rise_min = 2 } },
};

static guint
count_tests (CoachSafetyGuide *guide)
{
  guint all = 0;

  for (guint moment = 0; moment < COACH_N_PAIN_MOMENTS; moment++)
    for (guint colour = COACH_PAIN_GREEN; colour <= COACH_PAIN_SAME_DAY; colour++)
      {
        guint n = 0;

        coach_safety_guide_get_tests (guide, (CoachPainMoment) moment, (CoachPainColour) colour,
                                      &n);
        all += n;
      }
  return all;
}

static void
test_colours (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);

  g_test_summary ("The traffic light is that of the safety rules");
  g_assert_cmpuint (count_tests (guide), ==, G_N_ELEMENTS (test_rows));
  for (guint i = 0; i < G_N_ELEMENTS (test_rows); i++)
    {
      const TestRow *row = &test_rows[i];
      guint n = 0;
      const CoachPainTest *tests
          = coach_safety_guide_get_tests (guide, row->moment, row->colour, &n);

      g_test_message ("%d %s %u", row->moment, coach_pain_colour_get_id (row->colour), row->index);
      g_assert_cmpuint (row->index, <, n);
      g_assert_cmpmem (&tests[row->index], sizeof row->test, &row->test, sizeof row->test);
    }
}

static void
test_safety_numbers (void)
{
  static const CoachSafetyNumbers numbers = {
    2, 3, 2, 2, 0.5, 30, 7, 7, 14, 3, 30, 60, 2, 2, 2, 7, 3, 2,
  };
  static const CoachPackNumbers heat = { 15, 10, 20, 5, 2, 3, 2 };
  static const CoachPackNumbers cold = { 10, 5, 15, 5, 2, 3, 2 };
  static const CoachSittingNumbers sitting = {
    30, 15, 90, 20, 4, 45, 3, 1, 2, 60, 10, 1, 3, 8 * 60, 20 * 60, 10, 60,
  };
  g_autoptr (CoachCatalog) catalog = load ();
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);
  const CoachSafetyNumbers *read = coach_safety_guide_get_numbers (guide);

  g_test_summary ("Numbers land in the members they are meant for");
  g_assert_cmpfloat (read->half_dose, ==, numbers.half_dose);
  g_assert_cmpmem (&read->amber_pause_s, 13 * sizeof (guint), &numbers.amber_pause_s,
                   13 * sizeof (guint));
  g_assert_cmpmem (read, 4 * sizeof (guint), &numbers, 4 * sizeof (guint));
  g_assert_cmpmem (coach_safety_guide_get_pack (guide, COACH_PACK_HEAT), sizeof heat, &heat,
                   sizeof heat);
  g_assert_cmpmem (coach_safety_guide_get_pack (guide, COACH_PACK_COLD), sizeof cold, &cold,
                   sizeof cold);
  g_assert_cmpmem (coach_safety_guide_get_sitting (guide), sizeof sitting, &sitting,
                   sizeof sitting);
  g_assert_true (g_str_has_prefix (coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_PULL),
                                   "That is normal if it stays at 3 or less"));
}

static void
test_getting_up (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);
  static const char * const lying[] = { "prone", "side-lying", "supine" };

  g_test_summary ("There is a way up from every position, from lying by way of the side");
  for (const char * const *id = coach_term_list_ids (COACH_TERM_POSITION); *id != NULL; id++)
    g_assert_nonnull (coach_safety_guide_get_rise (guide, *id)[0]);
  for (guint i = 0; i < G_N_ELEMENTS (lying); i++)
    {
      const char * const *rise = coach_safety_guide_get_rise (guide, lying[i]);

      g_assert_cmpuint (g_strv_length ((char **) rise), ==, 3);
      g_assert_true (i == 1 || strstr (rise[0], "onto your side") != NULL);
      g_assert_nonnull (strstr (rise[1], "hands"));
      g_assert_nonnull (strstr (rise[2], "stand up"));
    }
  g_assert_null (coach_safety_guide_get_rise (guide, "hanging"));
  g_assert_nonnull (strstr (coach_safety_guide_get_lie_down (guide), "side"));
}

static void
test_zones (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPainGuide *guide = coach_catalog_get_pain_guide (catalog);

  g_test_summary ("A zone is found by its id, and by its side and rank");
  for (guint i = 0; i < COACH_N_ZONES; i++)
    {
      CoachZone zone = (CoachZone) i;
      CoachZone found = COACH_ZONE_FOOT_RIGHT;

      g_assert_true (coach_zone_from_id (coach_zone_get_id (zone), &found));
      g_assert_cmpint (found, ==, zone);
      g_assert_cmpint (coach_zone_at (coach_zone_get_side (zone), coach_zone_get_rank (zone)), ==,
                       zone);
      g_assert_nonnull (coach_pain_guide_get_zone_name (guide, zone));
    }
  g_assert_cmpint (coach_zone_at (COACH_SIDE_RIGHT, COACH_RANK_BACK), ==, COACH_ZONE_LOW_BACK);
  g_assert_cmpint (coach_zone_at (COACH_SIDE_RIGHT, COACH_RANK_CALF), ==, COACH_ZONE_CALF_RIGHT);
  g_assert_cmpstr (coach_pain_guide_get_zone_name (guide, COACH_ZONE_THIGH_LEFT), ==,
                   "Left thigh");
}

static void
test_ids (void)
{
  CoachPainFlags flag = COACH_PAIN_NUMBNESS;
  CoachTrend trend = COACH_TREND_STEADY;
  CoachPainColour colour = COACH_PAIN_GREEN;
  CoachPackKind kind = COACH_PACK_HEAT;
  CoachZone zone = COACH_ZONE_LOW_BACK;

  g_test_summary ("Words lead back to what they were given for, other words nowhere");
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    {
      g_assert_true (coach_pain_flag_from_id (coach_pain_flag_get_id ((CoachPainFlags) (1 << i)),
                                              &flag));
      g_assert_cmpint (flag, ==, 1 << i);
    }
  for (guint i = 0; i < COACH_N_TRENDS; i++)
    {
      g_assert_true (coach_trend_from_id (coach_trend_get_id ((CoachTrend) i), &trend));
      g_assert_cmpint (trend, ==, i);
    }
  for (guint i = COACH_PAIN_GREEN; i <= COACH_PAIN_SAME_DAY; i++)
    {
      g_assert_true (coach_pain_colour_from_id (coach_pain_colour_get_id ((CoachPainColour) i),
                                                &colour));
      g_assert_cmpint (colour, ==, i);
    }
  g_assert_true (coach_pack_kind_from_id (coach_pack_kind_get_id (COACH_PACK_COLD), &kind));
  g_assert_cmpint (kind, ==, COACH_PACK_COLD);
  g_assert_false (coach_pain_flag_from_id ("cramp", &flag));
  g_assert_false (coach_trend_from_id ("", &trend));
  g_assert_false (coach_pain_colour_from_id ("blue", &colour));
  g_assert_false (coach_pack_kind_from_id ("hot", &kind));
  g_assert_false (coach_zone_from_id ("neck", &zone));
}

static void
test_trends (void)
{
  static const struct
  {
    CoachTrend  trend;
    double      dose;
    gboolean    easier;
    guint       days, step_up;
    const char *conditions;
    guint       n_traits;
  } rows[] = {
    { COACH_TREND_RESOLVED, 1, FALSE, 0, 3, "", 0 },
    { COACH_TREND_NOT_ENOUGH_DATA, 1, FALSE, 0, 0, "", 0 },
    { COACH_TREND_RETREATING, 1, FALSE, 0, 3, "", 0 },
    { COACH_TREND_STEADY, 1, FALSE, 0, 3, "", 0 },
    { COACH_TREND_FLARE, 0.5, TRUE, 2, 0, "acute-flare", 3 },
    { COACH_TREND_SPREADING, 0.5, TRUE, 0, 0, "acute-flare", 7 },
    { COACH_TREND_URGENT, 0, FALSE, 0, 0, "", 0 },
  };
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Each trend asks for what its plan says");
  for (guint i = 0; i < COACH_N_TRENDS; i++)
    {
      const CoachTrendAdvice *advice = coach_pain_guide_get_advice (
          coach_catalog_get_pain_guide (catalog), rows[i].trend);
      g_autofree char *conditions = g_strjoinv (" ", advice->add_conditions);

      g_assert_cmpfloat (advice->dose, ==, rows[i].dose);
      g_assert_cmpint (advice->easier, ==, rows[i].easier);
      g_assert_cmpuint (advice->days, ==, rows[i].days);
      g_assert_cmpuint (advice->step_up_after_good, ==, rows[i].step_up);
      g_assert_cmpstr (conditions, ==, rows[i].conditions);
      g_assert_cmpuint (g_strv_length (advice->avoid_traits), ==, rows[i].n_traits);
    }
}

static void
test_check_in (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPainGuide *guide = coach_catalog_get_pain_guide (catalog);
  const CoachTrendConstants *constants = coach_pain_guide_get_constants (guide);
  guint notes = 0;

  g_test_summary ("The check-in has its words, the trend its numbers");
  g_assert_cmpstr (coach_pain_guide_get_score_anchor (guide, 10), ==, "the worst you can imagine");
  g_assert_null (coach_pain_guide_get_score_anchor (guide, 9));
  g_assert_true (g_str_has_prefix (
      coach_pain_guide_get_flag_question (guide, COACH_PAIN_BURNING), "Burning or electric"));
  for (const char * const *id = coach_pain_guide_get_note_ids (guide); *id != NULL; id++, notes++)
    g_assert_nonnull (coach_pain_guide_get_note (guide, *id));
  g_assert_cmpuint (notes, ==, 23);
  g_assert_true (g_str_has_prefix (coach_pain_guide_get_note (guide, "easing-right"), "Right:"));
  g_assert_null (coach_pain_guide_get_note (guide, "easing"));
  g_assert_cmpuint (constants->reach_min, ==, 2);
  g_assert_cmpuint (constants->severe_one, ==, 9);
  g_assert_cmpuint (constants->episode_long, ==, 42);
  g_assert_cmpuint (constants->episode_ease, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/screening/questions", test_questions);
  g_test_add_func ("/catalog/screening/sets", test_sets_of_questions);
  g_test_add_func ("/catalog/screening/numbers", test_screening_numbers);
  g_test_add_func ("/catalog/screening/help-numbers", test_help_numbers);
  g_test_add_func ("/catalog/screening/fill", test_fill);
  g_test_add_func ("/catalog/safety/colours", test_colours);
  g_test_add_func ("/catalog/safety/numbers", test_safety_numbers);
  g_test_add_func ("/catalog/pain/getting-up", test_getting_up);
  g_test_add_func ("/catalog/pain/zones", test_zones);
  g_test_add_func ("/catalog/pain/ids", test_ids);
  g_test_add_func ("/catalog/pain/trends", test_trends);
  g_test_add_func ("/catalog/pain/check-in", test_check_in);

  return g_test_run ();
}
