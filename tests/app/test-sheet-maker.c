/* Sheets for paper, made for the person, and why there is none. */
#include <string.h>

#include "coach-manual-clock.h"
#include "coach-sheet-maker.h"

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachProfile     *profile; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
} Fixture;

static void
say (Fixture     *fixture,
     const char  *id,
     CoachAnswer  answer)
{
  CoachScreeningAnswer given = { .answer = answer };

  coach_app_context_get_today (fixture->context, &given.answered);
  given.first_yes = given.answered;
  g_date_clear (&given.date, 1);
  coach_screening_record_set (coach_profile_get_screening (fixture->profile), id, &given);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *catalog_dir = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new (catalog_dir, "unused", data_dir);
  g_autoptr (GPtrArray) due = NULL;

  fixture->catalog = coach_catalog_load (catalog_dir, NULL);
  fixture->profile = coach_profile_new ();
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (fixture->catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
  due = coach_app_context_dup_due (fixture->context, FALSE);
  for (guint i = 0; i < due->len; i++)
    say (fixture, ((const CoachScreeningQuestion *) g_ptr_array_index (due, i))->id,
         COACH_ANSWER_NO);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->catalog);
}

/* A check-in is what the day goes by from then on. */
static void
check_in (Fixture *fixture,
          guint8   calf)
{
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_LEFT] = calf } };
  g_autoptr (GDateTime) now = NULL;

  coach_manual_clock_advance (fixture->clock, G_TIME_SPAN_MINUTE);
  now = coach_app_context_dup_now (fixture->context);
  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
}

static CoachSheet *
make (Fixture               *fixture,
      const char            *id,
      const CoachSheetLook  *look,
      GError               **error)
{
  CoachPageSetup setup = coach_page_setup_for_paper (look->paper);
  CoachRoutine *routine = coach_catalog_lookup_routine (fixture->catalog, id);
  GObject *subject = routine != NULL
                         ? G_OBJECT (routine)
                         : G_OBJECT (coach_catalog_lookup_move (fixture->catalog, id));

  return coach_sheet_maker_make (fixture->context, subject, look, &setup, error);
}

static void
test_look (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    const char     *id;
    CoachSheetLook  look;
    guint           least_pages;
    guint           most_pages;
    gboolean        has_code;
  } rows[] = {
    { "piriformis-essentials", { .pictures = COACH_SHEET_PICTURES_LINES }, 2, 4, FALSE },
    { "piriformis-essentials", { .is_large = TRUE, .paper = COACH_PAPER_LETTER }, 5, 20, FALSE },
    { "piriformis-essentials", { .has_code = TRUE }, 2, 5, TRUE },
    { "desk-chair-2", { .pictures = COACH_SHEET_PICTURES_NONE }, 1, 1, FALSE },
    { "figure-four-supine", { .has_code = TRUE }, 1, 1, FALSE },
  };

  g_test_summary ("A sheet looks as it was chosen, and a card has room on one page");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CoachSheet) sheet = make (fixture, rows[i].id, &rows[i].look, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (coach_sheet_get_n_pages (sheet), >=, rows[i].least_pages);
      g_assert_cmpuint (coach_sheet_get_n_pages (sheet), <=, rows[i].most_pages);
      g_assert_cmpint (coach_sheet_has_code (sheet), ==, rows[i].has_code);
    }
}

static void
assert_refused (Fixture    *fixture,
                const char *id,
                GQuark      domain,
                int         code,
                const char *words)
{
  CoachSheetLook look = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (make (fixture, id, &look, &error));
  g_assert_error (error, domain, code);
  text = coach_sheet_maker_describe_error (error);
  g_assert_nonnull (strstr (text, words));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("What the person had better leave out is on no sheet, and nothing is while a "
                  "warning sign has exercises off");
  coach_profile_set_condition (fixture->profile, "blood-thinners", TRUE);
  assert_refused (fixture, "roll-piriformis-side", COACH_SHEET_ERROR, COACH_SHEET_ERROR_LEFT_OUT,
                  "no card of it");
  check_in (fixture, 8);
  assert_refused (fixture, "piriformis-essentials", COACH_SESSION_ERROR,
                  COACH_SESSION_ERROR_RESTING, "Today is for rest");
  say (fixture, "saddle", COACH_ANSWER_YES);
  assert_refused (fixture, "piriformis-essentials", COACH_SESSION_ERROR,
                  COACH_SESSION_ERROR_BLOCKED, "warning-sign questions");
  assert_refused (fixture, "figure-four-supine", COACH_SESSION_ERROR, COACH_SESSION_ERROR_BLOCKED,
                  "warning-sign questions");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = g_error_new (COACH_SHEET_ERROR, COACH_SHEET_ERROR_TOO_SMALL, "-");
  g_autoptr (GError) other = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOENT, "-");
  g_autofree char *small = coach_sheet_maker_describe_error (error);
  g_autofree char *code = coach_sheet_maker_describe_error (other);
  g_autofree char *name = NULL;

  g_test_summary ("Files have plain names, and errors are sentences that say what to do");
  g_assert_true (g_str_has_prefix (small, "The paper is too small"));
  g_assert_true (g_str_has_suffix (code, "without the code."));
  name = coach_sheet_maker_dup_file_name (
      G_OBJECT (coach_catalog_lookup_routine (fixture->catalog, "desk-chair-2")));
  g_assert_cmpstr (name, ==, "Two minutes in the chair.pdf");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/app/sheet-maker/look", test_look);
  ADD ("/app/sheet-maker/refused", test_refused);
  ADD ("/app/sheet-maker/words", test_words);
#undef ADD

  return g_test_run ();
}
