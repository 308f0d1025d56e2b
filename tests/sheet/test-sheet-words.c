#include "config.h"

#include <string.h>

#include "sheet.h"

typedef struct
{
  CoachCatalog    *catalog;
  CoachPlaces     *places;
  CoachProfile    *profile;
  GDateTime       *now;
  CoachSheetFacts  facts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"),
                                      g_getenv ("LOWTIDE_MEDIA_DIR"), g_get_user_data_dir ());
  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->profile = coach_profile_new ();
  fixture->now = g_date_time_new_utc (2026, 11, 29, 8, 0, 0);
  fixture->facts = (CoachSheetFacts) {
    .catalog = fixture->catalog,
    .places = fixture->places,
    .profile = fixture->profile,
    .help = coach_screening_lookup_help_numbers (coach_catalog_get_screening (fixture->catalog),
                                                 "GB"),
    .first_weekday = G_DATE_MONDAY,
    .now = fixture->now,
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_pointer (&fixture->facts.decision, coach_screening_decision_unref);
  g_clear_object (&fixture->profile);
  g_clear_object (&fixture->places);
  g_clear_pointer (&fixture->now, g_date_time_unref);
  g_assert_finalize_object (fixture->catalog);
}

static CoachSheetContent *
describe (Fixture    *fixture,
          const char *routine,
          CoachSide   side)
{
  CoachPlanOptions options = { .first_side = side };
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan
      = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, routine), fixture->catalog,
                        fixture->profile, &options, &error);

  g_assert_no_error (error);
  return coach_sheet_words_for_plan (plan, &fixture->facts);
}

static CoachSheetStep *
get_step (CoachSheetContent *content,
          guint              index)
{
  return g_ptr_array_index (content->steps, index);
}

/* The text below a label; NULL when no label has this in it. */
static const char *
find_note (GPtrArray  *notes,
           const char *label)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const CoachSheetNote *note = g_ptr_array_index (notes, i);

      if (note->label != NULL && strstr (note->label, label) != NULL)
        return note->text;
    }
  return NULL;
}

static const CoachSheetSection *
find_section (CoachSheetContent *content,
              const char        *title)
{
  for (guint i = 0; i < content->sections->len; i++)
    {
      const CoachSheetSection *section = g_ptr_array_index (content->sections, i);

      if (strstr (section->title, title) != NULL)
        return section;
    }
  return NULL;
}

static void
test_routine (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachSheetContent) content = describe (fixture, "piriformis-essentials",
                                                    COACH_SIDE_LEFT);
  CoachSheetStep *step = get_step (content, 1);
  const CoachSheetSection *help = find_section (content, "Get help");

  g_test_summary ("A routine's sheet has its moves, its doses, and whom to call");
  g_assert_cmpstr (content->title, ==, "Piriformis essentials");
  g_assert_cmpuint (content->steps->len, ==, 6);
  g_assert_cmpstr (find_note (content->facts, "You need"), ==, "mat, ball, chair, wall, cushion");
  g_assert_nonnull (strstr (find_note (content->notices, "Both sides"), "left side first"));
  g_assert_cmpstr (step->amount, ==, "Hold 30 seconds");
  g_assert_cmpstr (g_ptr_array_index (step->details, 0), ==, "2 times on each side");
  g_assert_cmpstr (g_ptr_array_index (step->details, 1), ==, "rest 10 seconds in between");
  g_assert_cmpuint (step->n_ticks, ==, 2);
  g_assert_cmpstr (step->sides[0], ==, "Left");
  g_assert_true (g_str_has_suffix (step->stills[0].path, "start-lines.png"));
  g_assert_true (g_str_has_suffix (step->stills[1].path, "hold-lines.png"));
  g_assert_nonnull (strstr (help->lead, "999"));
  g_assert_cmpuint (help->items->len, >=, 8);
  g_assert_cmpstr (content->diary.days[0], ==, "Mon");
  g_assert_cmpstr (content->diary.days[6], ==, "Sun");
}

static void
test_sides (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (CoachSheetContent) content = describe (fixture, "piriformis-essentials",
                                                    COACH_SIDE_RIGHT);
  CoachSheetStep *step = get_step (content, 1);

  g_test_summary ("The side that comes first is in the words, the boxes and the pictures");
  g_assert_nonnull (strstr (find_note (content->notices, "Both sides"), "right side first"));
  g_assert_cmpstr (step->sides[0], ==, "Right");
  g_assert_true (step->is_mirrored);
  g_assert_nonnull (strstr (step->steps[1], "right ankle"));
  g_assert_false (get_step (content, 4)->is_mirrored);
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const conditions[] = { "blood-thinners", NULL };
  g_autoptr (CoachSheetContent) content = NULL;
  guint n_replaced = 0;

  g_test_summary ("What takes the place of a move, what is left out, and for whom is said");
  coach_profile_set_conditions (fixture->profile, conditions);
  content = describe (fixture, "foam-roll-piriformis", COACH_SIDE_NONE);
  for (guint i = 0; i < content->steps->len; i++)
    n_replaced += find_note (get_step (content, i)->heads, "In place of") != NULL;
  g_assert_true (n_replaced > 0 || find_note (content->notices, "Left out for you") != NULL);
  g_assert_nonnull (strstr (find_note (content->facts, "Made for"), ", "));
  g_assert_null (strstr (find_note (content->facts, "You need"), "roller"));
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (CoachSheetContent) content = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GDate day;
  guint n_shown = 0;

  g_test_summary ("What hurt not long ago is shown first, and nothing to leave out is missing");
  g_date_set_dmy (&day, 29, G_DATE_NOVEMBER, 2026);
  coach_profile_bench (fixture->profile, "sit-to-stand", &day, &day);
  content = describe (fixture, "piriformis-essentials", COACH_SIDE_NONE);
  g_assert_cmpuint (content->left_out->len, ==, 6);
  for (guint i = 0; i < content->left_out->len; i++)
    {
      const CoachSheetLeftOut *item = g_ptr_array_index (content->left_out, i);

      g_assert_nonnull (item->why);
      if (i == 0)
        g_assert_cmpstr (item->name, ==,
                         coach_move_get_name (coach_catalog_lookup_move (fixture->catalog,
                                                                         "sit-to-stand")));
      else
        g_assert_nonnull (item->still);
      n_shown++;
    }
  for (const char *comma = content->left_out_more; comma != NULL; comma = strstr (comma + 1, ", "))
    n_shown++;
  all = coach_safety_list_left_out (fixture->catalog, fixture->profile, &day);
  g_assert_cmpuint (n_shown, ==, all->len);
}

static void
test_packs (Fixture       *fixture,
            gconstpointer  user_data)
{
  CoachScreening *screening = coach_catalog_get_screening (fixture->catalog);
  CoachScreeningRecord *record = coach_profile_get_screening (fixture->profile);
  g_autoptr (CoachSheetContent) content = describe (fixture, "piriformis-essentials",
                                                    COACH_SIDE_NONE);
  g_autoptr (CoachSheetContent) pregnant = NULL;
  g_autoptr (CoachSheetContent) numb = NULL;
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES };
  GDate day;

  g_test_summary ("Heat and cold come with what speaks against them, and not to numb skin");
  coach_profile_set_condition (fixture->profile, "pregnancy", TRUE);
  pregnant = describe (fixture, "pregnancy-comfort", COACH_SIDE_NONE);
  g_assert_nonnull (strstr (g_ptr_array_index (find_section (pregnant, "Warmth")->items, 0), "tummy"));
  coach_profile_set_condition (fixture->profile, "pregnancy", FALSE);
  g_assert_cmpuint (find_section (content, "Warmth")->items->len, ==, 2);
  g_assert_nonnull (strstr (find_section (content, "Warmth")->tail, "numb skin"));
  g_date_set_dmy (&day, 29, G_DATE_NOVEMBER, 2026);
  answer.answered = day;
  coach_screening_record_set (record, "numb-skin", &answer);
  fixture->facts.decision = coach_screening_decide (screening, record, COACH_TREND_STEADY, &day);
  numb = describe (fixture, "piriformis-essentials", COACH_SIDE_NONE);
  g_assert_null (find_section (numb, "Warmth"));
}

static void
test_cards (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const conditions[] = { "spinal-stenosis", NULL };
  CoachMovement *press_up = coach_catalog_lookup_movement (fixture->catalog, "prone-press-up");
  g_autoptr (CoachSheetContent) desk = describe (fixture, "desk-break-2", COACH_SIDE_NONE);
  g_autoptr (CoachSheetContent) move = NULL;
  g_autoptr (CoachSheetContent) none = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A card has its moves and when to stop; none is made of what is to be left out");
  g_assert_true (desk->is_card);
  g_assert_null (desk->diary.title);
  g_assert_nonnull (find_section (desk, "Stop"));
  move = coach_sheet_words_for_move (press_up, &fixture->facts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (move->steps->len, ==, 1);
  g_assert_nonnull (find_note (get_step (move, 0)->notes, "Common mistakes"));
  coach_profile_set_conditions (fixture->profile, conditions);
  none = coach_sheet_words_for_move (press_up, &fixture->facts, &error);
  g_assert_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_LEFT_OUT);
  g_assert_null (none);
}

static void
test_code (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *long_text = g_strnfill (3000, 'x');
  g_autoptr (CoachSheetContent) with = NULL;
  g_autoptr (CoachSheetContent) without = NULL;

  g_test_summary ("A text that is too long for a code is left out, and that is said");
  fixture->facts.routine_text = "{}";
  with = describe (fixture, "desk-break-2", COACH_SIDE_NONE);
  g_assert_cmpstr (with->code, ==, "{}");
  fixture->facts.routine_text = long_text;
  without = describe (fixture, "desk-break-2", COACH_SIDE_NONE);
  g_assert_null (without->code);
  g_assert_nonnull (strstr (without->code_note, "too long"));
}

#define add(path, function) \
  g_test_add ("/sheet/words/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("routine", test_routine);
  add ("sides", test_sides);
  add ("changes", test_changes);
  add ("left-out", test_left_out);
  add ("packs", test_packs);
  add ("cards", test_cards);
  add ("code", test_code);
  return g_test_run ();
}
