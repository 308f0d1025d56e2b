/* The pages of what is good to know, in a window, as the day changes. */
#define G_SETTINGS_ENABLE_BACKEND /* for a backend that forgets */
#include <adwaita.h>
#include <gio/gsettingsbackend.h>

#include "coach-article-page.h"
#include "coach-lore-page.h"
#include "coach-manual-clock.h"

typedef struct
{
  CoachProfile     *profile; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachAppContext  *context; /* (owned) */
  GtkWidget        *page;    /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *catalog_dir = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new (catalog_dir, g_getenv ("LOWTIDE_MEDIA_DIR"),
                                                     data_dir);
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (catalog_dir, &error);
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = NULL;

  g_assert_no_error (error);
  settings = g_settings_new_with_backend ("org.lowtide.Lowtide", backend);
  fixture->profile = coach_profile_new ();
  fixture->clock = coach_manual_clock_new ();
  fixture->context = coach_app_context_new (catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
}

static void
show_article (Fixture    *fixture,
              const char *id)
{
  CoachArticle *article
      = coach_catalog_lookup_article (coach_app_context_get_catalog (fixture->context), id);

  fixture->page = g_object_ref_sink (coach_article_page_new (fixture->context, article));
}

/* Whether a visible label below says this, or begins with it. */
static gboolean
says (GtkWidget  *widget,
      const char *beginning)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, beginning))
      return TRUE;
  return FALSE;
}

static CoachPain
make_pain (guint calf)
{
  return (CoachPain) { .scores = { [COACH_ZONE_CALF_LEFT] = (guint8) calf } };
}

static void
check_in (Fixture *fixture,
          int      days_ago,
          guint    calf)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);
  g_autoptr (GDateTime) when = g_date_time_add_days (now, -days_ago);
  CoachPain pain = make_pain (calf);

  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), when, &pain);
}

/* A day keeps its highest score, so the wrong one is put right. */
static void
correct_last (Fixture *fixture,
              guint    calf)
{
  CoachDiary *diary = coach_app_context_get_diary (fixture->context);
  guint last = coach_diary_get_n_checkins (diary) - 1;
  g_autofree char *id = g_strdup (coach_diary_get_checkin_id (diary, last));
  CoachPain pain = make_pain (calf);

  coach_diary_change_checkin (diary, id, &pain);
}

static void
test_day_changes (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_test_summary ("What an article says changes with the check-in, and with nothing else");
  for (int days_ago = 10; days_ago >= 2; days_ago -= 2)
    check_in (fixture, days_ago, 1);
  show_article (fixture, "running");
  g_assert_true (says (fixture->page, "Modify"));
  g_assert_true (says (fixture->page, "Lowtide does not know yet"));
  check_in (fixture, 0, 5);
  g_assert_true (says (fixture->page, "Skip"));
  g_assert_true (says (fixture->page, "Leg pain is at 5 or more"));
  g_assert_true (says (fixture->page, "This may go better today"));
  g_assert_true (says (fixture->page, "Walking"));
  g_assert_false (says (fixture->page, "Lowtide does not know yet"));
  correct_last (fixture, 1);
  g_assert_true (says (fixture->page, "Go"));
  g_assert_false (says (fixture->page, "This may go better today"));
}

static void
test_screening (Fixture       *fixture,
                gconstpointer  user_data)
{
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES };

  g_test_summary ("A warning sign leaves out running at once");
  show_article (fixture, "running");
  g_date_clear (&answer.answered, 1);
  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  coach_app_context_get_today (fixture->context, &answer.answered);
  answer.first_yes = answer.answered;
  coach_screening_record_set (coach_profile_get_screening (fixture->profile), "saddle", &answer);
  g_assert_true (says (fixture->page, "No running until you have been checked."));
  g_assert_false (says (fixture->page, "Lowtide does not know yet"));
}

static void
test_plain_article (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_test_summary ("An article about no activity says nothing of today");
  show_article (fixture, "water");
  g_assert_true (says (fixture->page, "A glass of water is welcome"));
  g_assert_true (says (fixture->page, "Where this comes from: EFSA, 2010"));
  g_assert_false (says (fixture->page, "Today"));
  g_assert_false (says (fixture->page, "Tips"));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("The list marks activities once it is known how the day is");
  fixture->page = g_object_ref_sink (coach_lore_page_new (fixture->context));
  g_assert_true (says (fixture->page, "Lowtide does not know yet"));
  g_assert_false (says (fixture->page, "Skip"));
  check_in (fixture, 0, 6);
  g_assert_false (says (fixture->page, "Lowtide does not know yet"));
  g_assert_true (says (fixture->page, "Skip"));
  g_assert_true (says (fixture->page, "Modify"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/article-page/day-changes", Fixture, NULL, set_up, test_day_changes, tear_down);
  g_test_add ("/app/article-page/screening", Fixture, NULL, set_up, test_screening, tear_down);
  g_test_add ("/app/article-page/plain", Fixture, NULL, set_up, test_plain_article, tear_down);
  g_test_add ("/app/article-page/list", Fixture, NULL, set_up, test_list, tear_down);

  return g_test_run ();
}
