/* The page of progress in a window, with a diary that changes. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "coach-manual-clock.h"
#include "coach-progress-page.h"

/* More turns of the main loop than any reading takes; each waits for something to happen. */
#define MAX_TURNS 10000

typedef struct
{
  char              *folder;  /* (owned) */
  CoachManualClock  *clock;   /* (owned) */
  CoachAppContext   *context; /* (owned) */
  GtkWidget         *window;
  CoachProgressPage *page;
} Fixture;

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static CoachAppContext *
make_context (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", self->folder);
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  self->clock = coach_manual_clock_new ();
  coach_manual_clock_set_local_time (self->clock, noon);
  return coach_app_context_new (catalog, profile, places, COACH_CLOCK (self->clock), settings);
}

static void
set_up (Fixture       *self,
        gconstpointer  user_data)
{
  GDate today;

  self->folder = g_dir_make_tmp ("lowtide-progress-XXXXXX", NULL);
  self->context = make_context (self);
  coach_app_context_get_today (self->context, &today);
  g_assert_true (coach_diary_load (coach_app_context_get_diary (self->context), &today, NULL));
  self->page = g_object_new (COACH_TYPE_PROGRESS_PAGE, NULL);
  coach_progress_page_set_context (self->page, self->context);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (coach_journal_flush (coach_app_context_get_journal (self->context), NULL));
  g_object_unref (self->context);
  g_object_unref (self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
}

static void
wait_for_page (Fixture    *self,
               const char *name)
{
  GtkStack *stack = get_child (self->page, "stack");

  for (guint i = 0; i < MAX_TURNS; i++)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) == 0
          && *gtk_label_get_text (get_child (self->page, "title_label")) != '\0')
        return;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static void
check_in (Fixture *self)
{
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_LEFT] = 5 } };
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);

  coach_diary_add_checkin (coach_app_context_get_diary (self->context), now, &pain);
}

static void
test_changes (Fixture       *self,
              gconstpointer  user_data)
{
  g_test_summary ("The page is empty until something is kept, and then shows it at once.");

  wait_for_page (self, "empty");
  check_in (self);
  wait_for_page (self, "content");
}

static void
test_side (Fixture       *self,
           gconstpointer  user_data)
{
  g_test_summary ("One leg is shown, or both.");

  check_in (self);
  wait_for_page (self, "content");
  gtk_toggle_button_set_active (get_child (self->page, "left_button"), TRUE);
  g_assert_true (gtk_widget_get_visible (get_child (self->page, "left_view")));
  g_assert_false (gtk_widget_get_visible (get_child (self->page, "right_view")));
  gtk_toggle_button_set_active (get_child (self->page, "both_button"), TRUE);
  g_assert_true (gtk_widget_get_visible (get_child (self->page, "right_view")));
}

static void
test_gone (Fixture       *self,
           gconstpointer  user_data)
{
  g_test_summary ("A page that goes away while it reads leaves nothing behind.");

  check_in (self);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/progress-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("changes", test_changes);
  ADD ("side", test_side);
  ADD ("gone", test_gone);

  return g_test_run ();
}
